package org.cairn.server.stack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.rule.Source;

/// What a rule can ask of a microcredential, taken from its published version.
///
/// Credits are ECTS; levels are the EQF's and, where it ends in a number, the national one; outcomes and skills are the
/// addresses of its skills; categories are its field of study (`isced:0613`) and its parts (`isced:06`), and how it can
/// be taken (`mode:ONLINE`).
final class SpecFacts {
    private static final Pattern NATIONAL = Pattern.compile("(.{1,60}?)\\s+(?:level\\s+)?([0-9]{1,2})");

    private SpecFacts() {}

    /// As if the spec had been achieved on that day.
    static Holding holding(String key, PublishedSpec spec, LocalDate on, Source source) {
        var content = spec.content();
        return new Holding(
                key,
                spec.id().toString(),
                spec.spec().toString(),
                content.ects().map(ects -> Map.of("ECTS", ects)).orElse(Map.of()),
                levels(content),
                Map.of(),
                categories(content),
                skills(content),
                skills(content).stream().collect(Collectors.toMap(uri -> uri, _ -> BigDecimal.ONE)),
                on,
                content.validMonths().map(months -> on.plusMonths(months)),
                source,
                spec.organisation().toString(),
                Holding.Standing.LIVE,
                List.of());
    }

    private static Map<String, BigDecimal> levels(SpecContent content) {
        var levels = new HashMap<String, BigDecimal>();
        content.eqfLevel().ifPresent(level -> levels.put("EQF", BigDecimal.valueOf(level)));
        var national = NATIONAL.matcher(content.nationalLevel().strip());
        if (national.matches()) {
            levels.put(national.group(1), new BigDecimal(national.group(2)));
        }
        return levels;
    }

    private static Set<String> categories(SpecContent content) {
        var categories = new HashSet<String>();
        var field = content.fieldOfStudy().strip();
        for (var length = 2; length <= field.length(); length++) {
            categories.add("isced:" + field.substring(0, length));
        }
        content.participation().forEach(mode -> categories.add("mode:" + mode));
        return categories;
    }

    private static Set<String> skills(SpecContent content) {
        return content.skills().stream()
                .map(SpecContent.Skill::uri)
                .filter(uri -> !uri.isBlank())
                .collect(Collectors.toSet());
    }

    /// By the scheme the spec names, and by `grade` for rules that know only one.
    static Map<String, String> grades(SpecContent content, Optional<String> grade) {
        var grades = new HashMap<String, String>();
        grade.ifPresent(each -> {
            grades.put("grade", each);
            if (!content.gradingScheme().isBlank()) {
                grades.put(content.gradingScheme(), each);
            }
        });
        return grades;
    }
}
