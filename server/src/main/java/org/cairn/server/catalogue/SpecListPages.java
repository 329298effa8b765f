package org.cairn.server.catalogue;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The specs of an organisation as its own people see them, with the pictures of what is not published yet.
@Controller
@RequestMapping("/o/{organisation}/specs")
class SpecListPages {
    private final Specs specs;
    private final BadgePictures badges;

    SpecListPages(Specs specs, BadgePictures badges) {
        this.specs = specs;
        this.badges = badges;
    }

    /// @param title blank when the draft has none yet
    /// @param href the editor for who may use it, else the newest published version
    record Card(SpecDraft draft, String href, String title, String status, String art) {}

    @GetMapping
    String list(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, Locale locale, Model model) {
        model.addAttribute("base", base(acting));
        model.addAttribute("mayDesign", acting.may(Role.DESIGNER));
        model.addAttribute("cards", cards(acting, locale));
        return "catalogue/specs";
    }

    /// Whoever only awards sees what can be awarded: drafts are the designers' affair.
    private List<Card> cards(Acting acting, Locale locale) {
        var base = base(acting);
        if (acting.may(Role.DESIGNER)) {
            return specs.drafts(acting.organisationId()).stream()
                    .map(d -> card(
                            d,
                            base + "/" + d.spec() + "/edit",
                            base,
                            d.changedSincePublished() ? "DRAFT" : "PUBLISHED",
                            locale))
                    .toList();
        }
        return newest(acting).stream()
                .map(v -> card(
                        specs.draft(acting.organisationId(), v.spec()),
                        "/catalogue/" + v.id(),
                        base,
                        "PUBLISHED",
                        locale))
                .toList();
    }

    private List<PublishedSpec> newest(Acting acting) {
        var newest = specs.publishedOf(acting.organisationId()).stream()
                .collect(Collectors.toMap(
                        PublishedSpec::spec,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingInt(PublishedSpec::number)),
                        LinkedHashMap::new));
        return List.copyOf(newest.values());
    }

    private static Card card(SpecDraft draft, String href, String base, String status, Locale locale) {
        return new Card(
                draft,
                href,
                draft.content().titleIn(locale),
                status,
                draft.content().image().map(i -> "/images/" + i).orElse(base + "/" + draft.spec() + "/badge.svg"));
    }

    @GetMapping("/{id}/badge.svg")
    ResponseEntity<byte[]> picture(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id) {
        var draft = specs.draft(acting.organisationId(), new SpecId(id));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(badges.drawn(draft.spec()));
    }

    static String base(Acting acting) {
        return "/o/" + acting.organisation().slug() + "/specs";
    }
}
