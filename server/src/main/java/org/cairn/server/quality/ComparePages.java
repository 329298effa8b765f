package org.cairn.server.quality;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// Up to four microcredentials side by side. What is compared stands in the address, so that it can be sent to
/// somebody;
/// nothing is remembered.
@Controller
class ComparePages {
    private static final int MOST = 4;
    private static final int FOUND = 8;
    private static final int LONGEST_SEARCH = 100;

    private final Labels labels;
    private final Specs specs;
    private final Organisations organisations;

    ComparePages(Labels labels, Specs specs, Organisations organisations) {
        this.labels = labels;
        this.specs = specs;
        this.organisations = organisations;
    }

    /// @param without the same comparison without it
    record Column(Label label, String without) {}

    /// @param with the same comparison with it
    record Found(String title, String issuer, String with) {}

    @GetMapping("/catalogue/compare")
    String compare(
            @RequestParam(defaultValue = "") List<String> v,
            @RequestParam(defaultValue = "") String q,
            Locale locale,
            Model model) {
        var chosen = chosen(v);
        var search = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
        var ids = chosen.stream().map(PublishedSpec::id).toList();
        model.addAttribute(
                "columns",
                chosen.stream()
                        .map(spec -> new Column(labels.of(spec, locale), address(without(ids, spec.id()), search)))
                        .toList());
        model.addAttribute("ids", ids);
        model.addAttribute("q", search);
        model.addAttribute("full", chosen.size() == MOST);
        model.addAttribute("dropped", !v.isEmpty() && v.size() != chosen.size());
        model.addAttribute("found", chosen.size() == MOST ? List.of() : found(search, ids, locale));
        return "quality/compare";
    }

    /// The published ones among these, each once, in their order.
    private List<PublishedSpec> chosen(List<String> texts) {
        Set<SpecVersionId> ids = new LinkedHashSet<>();
        texts.stream().limit(10L * MOST).forEach(text -> id(text).ifPresent(ids::add));
        Map<SpecVersionId, PublishedSpec> known =
                specs.published(ids).stream().collect(Collectors.toMap(PublishedSpec::id, Function.identity()));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .limit(MOST)
                .toList();
    }

    private static Optional<SpecVersionId> id(String text) {
        try {
            return Optional.of(new SpecVersionId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Found> found(String search, List<SpecVersionId> ids, Locale locale) {
        return specs.catalogue(search, Optional.empty(), FOUND + MOST, 0).stream()
                .filter(spec -> !ids.contains(spec.id()))
                .limit(FOUND)
                .map(spec -> new Found(
                        spec.content().titleIn(locale),
                        organisations.byId(spec.organisation()).orElseThrow().legalName(),
                        address(with(ids, spec.id()), search)))
                .toList();
    }

    private static List<SpecVersionId> with(List<SpecVersionId> ids, SpecVersionId one) {
        List<SpecVersionId> more = new ArrayList<>(ids);
        more.add(one);
        return more;
    }

    private static List<SpecVersionId> without(List<SpecVersionId> ids, SpecVersionId one) {
        return ids.stream().filter(id -> !id.equals(one)).toList();
    }

    private static String address(List<SpecVersionId> ids, String search) {
        var address = UriComponentsBuilder.fromPath("/catalogue/compare");
        ids.forEach(id -> address.queryParam("v", id));
        if (!search.isEmpty()) {
            address.queryParam("q", search);
        }
        return address.encode().toUriString();
    }
}
