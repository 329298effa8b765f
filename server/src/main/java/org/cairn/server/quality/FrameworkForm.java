package org.cairn.server.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.quality.Asked;
import org.cairn.quality.FactType;
import org.cairn.quality.Rule;
import org.cairn.server.catalogue.SpecContent;

/// Which fields a rule needs that the editor of a microcredential does not have: one for each fact that it looks at, a
/// row of them for each member of a list.
final class FrameworkForm {
    static final String PREFIX = "fact.";
    private static final Pattern PATH =
            Pattern.compile("[a-z][A-Za-z]{0,40}(\\.([a-z][A-Za-z]{0,40}|[0-9]{1,2})){0,6}(@[A-Za-z-]{2,20}|#na)?");
    private static final int MOST_ROWS = 20;

    /// What the editor asks itself.
    private static final Set<String> EDITED = Set.of(
            "spec.title",
            "spec.description",
            "spec.kind",
            "spec.awardingBody.name",
            "spec.outcome.id",
            "spec.outcome.text",
            "spec.skill.id",
            "spec.skill.name",
            "spec.workload.hours",
            "spec.workload.noEctsReason",
            "spec.level.framework",
            "spec.level.value",
            "spec.level.name",
            "spec.assessment.id",
            "spec.assessment.type",
            "spec.assessment.criteria",
            "spec.assessment.outcomes",
            "spec.participation",
            "spec.supervision",
            "spec.qualityAssurance.type",
            "spec.qualityAssurance.agency",
            "spec.qualityAssurance.registerUrl",
            "spec.prerequisite.text",
            "spec.stacking.kind",
            "spec.stacking.target.name",
            "spec.stacking.target.url",
            "spec.language",
            "spec.subject.iscedF",
            "spec.furtherInformation");

    /// Lists whose members the editor has: that there is one, it asks itself.
    private static final Set<String> OF_EDITOR = Set.of(
            "spec.outcome", "spec.assessment", "spec.qualityAssurance", "spec.skill", "spec.level", "spec.credit");

    private final SpecContent content;
    private final List<String> languages;

    /// @param languages of the fields for prose
    FrameworkForm(SpecContent content, List<String> languages) {
        this.content = content;
        this.languages = List.copyOf(languages);
    }

    /// One field.
    ///
    /// @param name as the browser sends it
    /// @param fact the path that is asked for, as the page about rule packs lists it
    /// @param row of which member of a list, counted from 1; 0 outside of lists
    /// @param language of a prose; blank for everything else
    record Field(String name, String fact, FactType type, List<String> codes, int row, String language, String value) {}

    /// The fields of a rule; none when the editor has all of them.
    List<Field> fields(Rule rule) {
        var fields = new ArrayList<Field>();
        var asked = Asked.by(rule).stream()
                .filter(each -> each.path().startsWith("spec.") && !EDITED.contains(each.path()))
                .filter(each -> each.isNamed()
                        || each.list().filter(OF_EDITOR::contains).isEmpty())
                .toList();
        asked.stream().filter(each -> each.list().isEmpty()).forEach(each -> fields.addAll(fields(each, -1)));
        asked.stream().flatMap(each -> each.list().stream()).distinct().forEach(list -> {
            for (var row = 0; row < rows(list); row++) {
                for (var each : asked) {
                    if (each.list().filter(list::equals).isPresent()) {
                        fields.addAll(fields(each, row));
                    }
                }
            }
        });
        if (rule.isIfApplicable() && !fields.isEmpty()) {
            fields.add(notApplicable(rule));
        }
        return List.copyOf(fields);
    }

    private List<Field> fields(Asked asked, int row) {
        var path = path(asked, row);
        var tags = asked.type() == FactType.PROSE ? languages : List.of("");
        return tags.stream()
                .map(tag -> {
                    var key = tag.isEmpty() ? path : path + "@" + tag;
                    return new Field(
                            PREFIX + key,
                            asked.path(),
                            asked.type(),
                            asked.codes().stream().sorted().toList(),
                            row + 1,
                            tag,
                            content.frameworkFacts().getOrDefault(key, ""));
                })
                .toList();
    }

    private Field notApplicable(Rule rule) {
        var key = rule.place().path().replaceFirst("^spec[.]", "") + FrameworkFacts.NOT_APPLICABLE;
        return new Field(
                PREFIX + key,
                rule.place().path(),
                FactType.TEXT,
                List.of(),
                0,
                "",
                content.frameworkFacts().getOrDefault(key, ""));
    }

    private static String path(Asked asked, int row) {
        var path = asked.path().substring("spec.".length());
        if (asked.list().isEmpty()) {
            return path;
        }
        var list = asked.list().get().substring("spec.".length());
        return list + "." + row + path.substring(list.length());
    }

    /// As many as the editor has; of lists that it has not, one more than are filled in.
    private int rows(String list) {
        return switch (list) {
            case "spec.outcome" -> content.outcomes().size();
            case "spec.assessment" -> content.assessments().size();
            case "spec.qualityAssurance" -> content.qualityAssurance().size();
            case "spec.skill" -> content.skills().size();
            default -> Math.min(MOST_ROWS, filled(list) + 1);
        };
    }

    private int filled(String list) {
        var before = list.substring("spec.".length()) + ".";
        return content.frameworkFacts().keySet().stream()
                .filter(key -> key.startsWith(before))
                .map(key -> key.substring(before.length()).split("[.]", 2)[0])
                .filter(step -> step.matches("[0-9]+"))
                .mapToInt(step -> Integer.parseInt(step) + 1)
                .max()
                .orElse(0);
    }

    /// The facts after somebody sent the form: what it did not show stays as it was.
    static Map<String, String> sent(SpecContent before, Map<String, String[]> sent) {
        var facts = new LinkedHashMap<>(before.frameworkFacts());
        sent.forEach((name, values) -> {
            var path = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
            if (PATH.matcher(path).matches()) {
                facts.put(path, Stream.of(values).findFirst().orElse("").strip());
            }
        });
        facts.values().removeIf(String::isBlank);
        return facts;
    }
}
