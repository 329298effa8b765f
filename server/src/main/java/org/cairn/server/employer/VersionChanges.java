package org.cairn.server.employer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.web.PageWords;

/// What a newer version says otherwise than an older one, element by element.
final class VersionChanges {
    private VersionChanges() {}

    /// @param element its name in the reader's words
    /// @param gone what the older version says and the newer does not
    /// @param fresh what only the newer one says
    record Change(String element, List<String> gone, List<String> fresh) {}

    /// One element of a microcredential, as lines.
    private record Element(String key, Function<SpecContent, List<String>> lines) {}

    /// Empty when nothing differs that a reader would see.
    static List<Change> between(SpecContent older, SpecContent newer, PageWords words, Locale locale) {
        return elements(words, locale).stream()
                .map(element -> change(
                        words.say(locale, element.key()),
                        element.lines().apply(older),
                        element.lines().apply(newer)))
                .filter(change -> !change.gone().isEmpty() || !change.fresh().isEmpty())
                .toList();
    }

    private static Change change(String element, List<String> older, List<String> newer) {
        return new Change(element, without(older, newer), without(newer, older));
    }

    private static List<String> without(List<String> all, List<String> others) {
        var left = new ArrayList<>(all);
        left.removeAll(others);
        return List.copyOf(left);
    }

    private static List<Element> elements(PageWords words, Locale locale) {
        return List.of(
                new Element("employer.element.title", c -> line(c.titleIn(locale))),
                new Element("employer.element.description", c -> line(c.descriptionIn(locale))),
                new Element(
                        "catalogue.outcomes",
                        c -> c.outcomes().stream().map(o -> o.textIn(locale)).toList()),
                new Element(
                        "catalogue.skills",
                        c -> c.skills().stream().map(SpecContent.Skill::label).toList()),
                new Element("catalogue.assessment", c -> assessments(c, words, locale)),
                new Element(
                        "catalogue.supervision",
                        c -> c.supervision().map(s -> words.say(locale, "catalogue.supervision." + s)).stream()
                                .toList()),
                new Element("catalogue.criteria", c -> line(c.criteriaIn(locale))),
                new Element("catalogue.workload", c -> workload(c, words, locale)),
                new Element("catalogue.level", c -> level(c, words, locale)),
                new Element(
                        "catalogue.participation",
                        c -> c.participation().stream()
                                .sorted()
                                .map(p -> words.say(locale, "catalogue.participation." + p))
                                .toList()),
                new Element("catalogue.prerequisites", c -> line(c.prerequisitesIn(locale))),
                new Element(
                        "catalogue.validity",
                        c -> c.validMonths().map(n -> words.say(locale, "catalogue.months.n", n)).stream()
                                .toList()));
    }

    private static List<String> line(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }

    private static List<String> assessments(SpecContent content, PageWords words, Locale locale) {
        return content.assessments().stream()
                .map(a -> words.say(locale, "catalogue.assessment." + a.type()) + ": " + a.descriptionIn(locale))
                .toList();
    }

    private static List<String> workload(SpecContent content, PageWords words, Locale locale) {
        return List.of(
                        content.hours().map(n -> words.say(locale, "catalogue.hours.n", n)),
                        content.ects().map(n -> words.say(locale, "catalogue.ects.n", n)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> level(SpecContent content, PageWords words, Locale locale) {
        return List.of(
                        content.eqfLevel().map(n -> words.say(locale, "catalogue.eqf.n", n)),
                        Optional.of(content.nationalLevel()).filter(level -> !level.isBlank()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
