package org.cairn.server.codesign;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.web.PageWords;

/// A draft as both sides read it before they sign.
record DraftView(
        String title,
        String description,
        List<String> outcomes,
        List<String> skills,
        List<String> assessments,
        String criteria,
        String prerequisites,
        String size) {

    static DraftView of(SpecContent content, PageWords words, Locale locale) {
        return new DraftView(
                content.titleIn(locale),
                content.descriptionIn(locale),
                content.outcomes().stream().map(o -> o.textIn(locale)).toList(),
                content.skills().stream().map(SpecContent.Skill::label).toList(),
                content.assessments().stream()
                        .map(a ->
                                words.say(locale, "catalogue.assessment." + a.type()) + ": " + a.descriptionIn(locale))
                        .toList(),
                content.criteriaIn(locale),
                content.prerequisitesIn(locale),
                Stream.of(
                                content.ects().map(n -> words.say(locale, "catalogue.ects.n", n)),
                                content.hours().map(n -> words.say(locale, "catalogue.hours.n", n)),
                                content.eqfLevel().map(n -> words.say(locale, "catalogue.eqf.n", n)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · ")));
    }
}
