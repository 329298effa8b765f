package org.cairn.server.talent;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.hiring.HiringWords;
import org.cairn.server.hiring.HiringWords.Option;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.server.web.Languages;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Component;

/// A listing as employers see it, and as she sees that they do: the same for both. Thread-safe.
@Component
class TalentView {
    private final HiringWords words;
    private final Taxonomies taxonomies;

    TalentView(HiringWords words, Taxonomies taxonomies) {
        this.words = words;
        this.taxonomies = taxonomies;
    }

    /// @param name a made-up one, unless she shows hers
    record Card(
            String href,
            String name,
            String place,
            String languages,
            String lookingFor,
            List<String> skills,
            List<Proof> proofs) {}

    /// @param year only, since a day would tell people apart
    record Proof(String title, String issuer, String year, String assessed) {}

    Card card(String href, String name, Listing listing, List<Fact> facts, Set<String> skills, Locale locale) {
        return new Card(
                href,
                name,
                place(listing.words(), locale),
                languages(listing.words().languages(), locale),
                listing.words().lookingFor(),
                labels(skills, locale).stream().map(Option::label).toList(),
                facts.stream().map(fact -> proof(fact, locale)).toList());
    }

    private static String place(Listing.Words words, Locale locale) {
        var country = Locale.of("", words.country()).getDisplayCountry(locale);
        return words.subdivision().isEmpty() ? country : words.subdivision() + " · " + country;
    }

    String languages(List<String> tags, Locale locale) {
        return String.join(
                " · ",
                tags.stream()
                        .map(tag -> Locale.of(tag).getDisplayLanguage(locale))
                        .toList());
    }

    private Proof proof(Fact fact, Locale locale) {
        return new Proof(
                fact.spec().content().titleIn(locale),
                fact.issuer(),
                Integer.toString(fact.awardedOn().getYear()),
                assessed(fact.spec().content(), locale));
    }

    private String assessed(SpecContent content, Locale locale) {
        var forms = content.assessments().stream()
                .map(each -> words.text("catalogue.assessment." + each.type(), locale))
                .distinct();
        var supervision =
                content.supervision().map(each -> words.text("catalogue.supervision." + each, locale)).stream();
        return String.join(" · ", Stream.concat(forms, supervision).toList());
    }

    /// Skills by their labels, in the order of those.
    List<Option> labels(Collection<String> skills, Locale locale) {
        var uris = skills.stream()
                .filter(ConceptUri::isOne)
                .map(ConceptUri::new)
                .distinct()
                .toList();
        var labels = taxonomies.labels(uris, Languages.nearest(locale).getLanguage());
        return uris.stream()
                .map(uri -> new Option(uri.value(), labels.getOrDefault(uri, uri.value())))
                .sorted(java.util.Comparator.comparing(Option::label))
                .toList();
    }

    /// What somebody can list: skills her standing credentials name by an identifier.
    List<Option> skillsOf(List<Fact> facts, Locale locale) {
        return labels(
                facts.stream()
                        .flatMap(fact -> fact.spec().content().skills().stream())
                        .map(SpecContent.Skill::uri)
                        .distinct()
                        .toList(),
                locale);
    }

    List<Option> countries(Locale locale) {
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(locale)))
                .sorted(java.util.Comparator.comparing(Option::label))
                .toList();
    }
}
