package org.cairn.server.catalogue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.web.NotFoundException;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/// What is public of published versions: the catalogue, one page each, and their pictures.
@Controller
class CataloguePages {
    private static final int PAGE = 24;
    /// A version never changes, and neither do its pictures.
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Specs specs;
    private final Images images;
    private final BadgePictures badges;
    private final Organisations organisations;
    private final PublicationGate gate;
    private final List<VersionPart> parts;
    private final MessageSource messages;

    CataloguePages(
            Specs specs,
            Images images,
            BadgePictures badges,
            Organisations organisations,
            PublicationGate gate,
            List<VersionPart> parts,
            MessageSource messages) {
        this.specs = specs;
        this.images = images;
        this.badges = badges;
        this.organisations = organisations;
        this.gate = gate;
        this.parts = parts;
        this.messages = messages;
    }

    /// @param size level and workload in the reader's words; empty when neither is known
    record Card(String href, String title, String issuer, String size, String art) {}

    @GetMapping("/catalogue")
    String catalogue(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        var number = Math.clamp(page, 1, 1_000);
        var all = organisations.all();
        var wanted =
                all.stream().filter(o -> o.slug().equals(issuer)).findFirst().map(Organisation::id);
        var found = specs.catalogue(cut(q), wanted, PAGE + 1, (number - 1) * PAGE);
        var names = all.stream().collect(Collectors.toMap(Organisation::id, Organisation::legalName));
        model.addAttribute(
                "cards",
                found.stream().limit(PAGE).map(s -> card(s, names, locale)).toList());
        model.addAttribute("q", cut(q));
        model.addAttribute("issuer", issuer);
        model.addAttribute(
                "issuers",
                all.stream()
                        .filter(o -> o.kind() == Organisation.Kind.INSTITUTION)
                        .map(o -> new SpecEditor.Choice(o.slug(), o.legalName()))
                        .toList());
        model.addAttribute("page", number);
        model.addAttribute("pages", found.size() > PAGE ? number + 1 : number);
        model.addAttribute(
                "base",
                UriComponentsBuilder.fromPath("/catalogue")
                                .queryParam("q", cut(q))
                                .queryParam("issuer", wanted.isPresent() ? issuer : "")
                                .encode()
                                .toUriString()
                        + "&page=");
        return "catalogue/catalogue";
    }

    @GetMapping(path = "/catalogue/{id}", produces = MediaType.TEXT_HTML_VALUE)
    String version(@PathVariable UUID id, Locale locale, Model model) {
        var spec = published(id);
        var issuer = issuer(spec);
        model.addAttribute("spec", spec);
        model.addAttribute("content", spec.content());
        model.addAttribute("issuer", issuer);
        model.addAttribute("locale", locale);
        model.addAttribute("title", spec.content().titleIn(locale));
        model.addAttribute("report", gate.check(spec.content(), issuer));
        model.addAttribute(
                "parts",
                parts.stream().flatMap(p -> p.part(spec, locale).stream()).toList());
        model.addAttribute(
                "alternates",
                parts.stream().flatMap(p -> p.alternates(spec).stream()).toList());
        model.addAttribute("overrideReason", specs.overrideReason(spec.id()).orElse(""));
        model.addAttribute(
                "newer",
                specs.versions(spec.organisation(), spec.spec()).stream()
                        .findFirst()
                        .filter(v -> v.number() > spec.number())
                        .map(PublishedSpec::id));
        model.addAttribute(
                "publishedOn",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(spec.publishedAt()));
        return "catalogue/version";
    }

    /// The same for programs.
    record VersionView(
            SpecVersionId id, SpecId spec, int number, String awardingBody, String country, SpecContent content) {}

    @GetMapping(path = "/catalogue/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    VersionView versionForPrograms(@PathVariable UUID id) {
        var spec = published(id);
        var issuer = issuer(spec);
        return new VersionView(
                spec.id(), spec.spec(), spec.number(), issuer.legalName(), issuer.country(), spec.content());
    }

    @GetMapping("/catalogue/{id}/badge.png")
    ResponseEntity<byte[]> png(@PathVariable UUID id) {
        return picture(MediaType.IMAGE_PNG, badges.png(published(id)));
    }

    @GetMapping("/catalogue/{id}/badge.svg")
    ResponseEntity<byte[]> svg(@PathVariable UUID id) {
        return picture(MediaType.valueOf("image/svg+xml"), badges.svg(published(id)));
    }

    @GetMapping("/images/{id}")
    ResponseEntity<byte[]> image(@PathVariable UUID id) {
        return picture(
                MediaType.IMAGE_PNG, images.png(new ImageId(id)).orElseThrow(() -> new NotFoundException("picture")));
    }

    private static ResponseEntity<byte[]> picture(MediaType type, byte[] bytes) {
        return ResponseEntity.ok().contentType(type).cacheControl(FOR_EVER).body(bytes);
    }

    private PublishedSpec published(UUID id) {
        return specs.published(new SpecVersionId(id)).orElseThrow(() -> new NotFoundException("version"));
    }

    private Organisation issuer(PublishedSpec spec) {
        return organisations.byId(spec.organisation()).orElseThrow();
    }

    private Card card(PublishedSpec spec, Map<OrganisationId, String> names, Locale locale) {
        return new Card(
                "/catalogue/" + spec.id(),
                spec.content().titleIn(locale),
                Optional.ofNullable(names.get(spec.organisation())).orElse(""),
                size(spec.content(), locale),
                badges.address(spec));
    }

    private String size(SpecContent content, Locale locale) {
        return Stream.of(
                        content.ects().map(n -> words("catalogue.ects.n", n, locale)),
                        content.hours().map(n -> words("catalogue.hours.n", n, locale)),
                        content.eqfLevel().map(n -> words("catalogue.eqf.n", n, locale)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private String words(String key, Number amount, Locale locale) {
        return messages.getMessage(key, new Object[] {amount}, locale);
    }

    private static String cut(String text) {
        return text.length() > 100 ? text.substring(0, 100) : text;
    }
}
