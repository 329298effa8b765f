package org.cairn.server.issue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The page by which an issuer shows itself to everybody.
@Controller
class IssuerPages {
    private final Organisations organisations;
    private final IssuerKeys keys;
    private final Specs specs;
    private final Words words;

    IssuerPages(Organisations organisations, IssuerKeys keys, Specs specs, Words words) {
        this.organisations = organisations;
        this.keys = keys;
        this.specs = specs;
        this.words = words;
    }

    /// One microcredential of the issuer.
    record Offer(String href, String title) {}

    /// One key, as a person can compare it.
    record KeyLine(String multibase, String from, String until) {}

    @GetMapping(path = "/issuers/{slug}", produces = "text/html")
    String show(@PathVariable String slug, Model model, Locale locale) {
        var organisation = organisations
                .bySlug(slug)
                .filter(o -> o.kind() == Organisation.Kind.INSTITUTION)
                .orElseThrow(() -> new NotFoundException("issuer"));
        model.addAttribute("issuer", organisation);
        model.addAttribute("country", Locale.of("", organisation.country()).getDisplayCountry(locale));
        model.addAttribute("website", organisation.website().filter(w -> w.matches("https?://.*")));
        keys.identity(organisation.id()).ifPresent(identity -> model.addAttribute("did", identity.did()));
        model.addAttribute("keys", keyLines(organisation, locale));
        model.addAttribute("offers", offers(organisation, locale));
        return "issue/issuer";
    }

    private List<KeyLine> keyLines(Organisation organisation, Locale locale) {
        return keys.keys(organisation.id()).stream()
                .map(k -> new KeyLine(
                        k.multibase(),
                        words.moment(k.createdAt(), locale),
                        k.retiredAt().map(at -> words.moment(at, locale)).orElse("")))
                .toList();
    }

    /// The newest version of each spec.
    private List<Offer> offers(Organisation organisation, Locale locale) {
        Map<Object, PublishedSpec> newest = specs.publishedOf(organisation.id()).stream()
                .collect(Collectors.toMap(PublishedSpec::spec, s -> s, (a, b) -> a.number() > b.number() ? a : b));
        return newest.values().stream()
                .map(s -> new Offer("/catalogue/" + s.id(), s.content().titleIn(locale)))
                .sorted((a, b) -> a.title().compareToIgnoreCase(b.title()))
                .toList();
    }
}
