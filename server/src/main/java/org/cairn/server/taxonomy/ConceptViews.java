package org.cairn.server.taxonomy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.taxonomy.ConceptView.Link;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Entry;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Puts concepts into words for their pages.
@Component
class ConceptViews {
    /// Hundreds of occupations ask for some skills; nobody reads them all.
    private static final int MOST = 200;

    private static final int SOME = 30;

    private final Taxonomies taxonomies;
    private final StoredTaxonomies stored;
    private final MessageSource messages;

    ConceptViews(Taxonomies taxonomies, StoredTaxonomies stored, MessageSource messages) {
        this.taxonomies = taxonomies;
        this.stored = stored;
        this.messages = messages;
    }

    Optional<ConceptView> of(ConceptUri uri, Locale locale) {
        var current = taxonomies.current();
        return Taxonomies.concept(current, uri).or(() -> stored.concept(uri)).map(found -> view(found, locale));
    }

    private ConceptView view(Entry.Concept concept, Locale locale) {
        var language = locale.getLanguage();
        var taxonomy = taxonomies.current();
        var asks = concept instanceof Entry.Occupation
                ? taxonomies
                        .occupation(concept.uri())
                        .map(OccupationProfile::asks)
                        .orElse(List.of())
                : List.<Entry.OccupationSkill>of();
        var words = concept.in(language);
        return new ConceptView(
                concept.uri().value(),
                kind(concept),
                reuse(concept),
                code(concept),
                words.label(),
                // A translation may have the name alone.
                words.description().isBlank() ? concept.in("en").description() : words.description(),
                words.alternatives(),
                links(taxonomy.broader(concept.uri()), locale),
                links(taxonomy.narrower(concept.uri()), locale),
                asked(asks, true, locale),
                asked(asks, false, locale),
                links(
                        taxonomy.askedBy(concept.uri()).stream()
                                .map(Entry.OccupationSkill::occupation)
                                .toList(),
                        locale));
    }

    private static String kind(Entry.Concept concept) {
        return switch (concept) {
            case Entry.Skill skill -> skill.kind().name();
            case Entry.Occupation _ -> "OCCUPATION";
            case Entry.Group _ -> "GROUP";
        };
    }

    private static String reuse(Entry.Concept concept) {
        return concept instanceof Entry.Skill skill && skill.reuse() != Entry.Reuse.UNKNOWN
                ? skill.reuse().name()
                : "";
    }

    private static String code(Entry.Concept concept) {
        return switch (concept) {
            case Entry.Skill _ -> "";
            case Entry.Occupation occupation -> occupation.code();
            case Entry.Group group -> group.code();
        };
    }

    private List<Link> asked(List<Entry.OccupationSkill> asks, boolean essential, Locale locale) {
        var wanted = asks.stream().filter(each -> each.essential() == essential).toList();
        var labels = taxonomies.labels(
                wanted.stream().map(Entry.OccupationSkill::skill).toList(), locale.getLanguage());
        return wanted.stream()
                .filter(each -> labels.containsKey(each.skill()))
                .sorted(Comparator.comparingDouble((Entry.OccupationSkill each) ->
                                -each.importance().orElse(0))
                        .thenComparing(each -> labels.getOrDefault(each.skill(), "")))
                .map(each ->
                        new Link(Link.href(each.skill()), labels.getOrDefault(each.skill(), ""), rating(each, locale)))
                .toList();
    }

    private String rating(Entry.OccupationSkill asked, Locale locale) {
        return asked.importance().isPresent()
                ? messages.getMessage(
                        "taxonomy.rating",
                        new Object[] {
                            Math.round(100 * asked.importance().getAsDouble()),
                            Math.round(100 * asked.level().orElse(0))
                        },
                        locale)
                : "";
    }

    private List<Link> links(Collection<ConceptUri> uris, Locale locale) {
        var labels = taxonomies.labels(uris, locale.getLanguage());
        return labels.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(MOST)
                .map(entry -> new Link(Link.href(entry.getKey()), entry.getValue(), ""))
                .toList();
    }

    /// The groups at the top, from which one gets to everything.
    List<Link> tops(Locale locale) {
        var taxonomy = taxonomies.current();
        var tops = taxonomy.groups().stream()
                .map(Entry.Group::uri)
                .filter(uri -> taxonomy.broader(uri).isEmpty()
                        && !taxonomy.narrower(uri).isEmpty())
                .toList();
        return links(tops, locale);
    }

    /// A first look at what there is.
    List<Link> someOccupations(Locale locale) {
        return taxonomies.current().occupations().stream()
                .limit(SOME)
                .map(each -> new Link(
                        Link.href(each.uri()), each.in(locale.getLanguage()).label(), ""))
                .sorted(Comparator.comparing(Link::label))
                .toList();
    }
}
