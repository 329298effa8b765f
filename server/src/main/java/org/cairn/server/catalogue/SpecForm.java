package org.cairn.server.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.server.catalogue.SpecContent.Assessment;
import org.cairn.server.catalogue.SpecContent.AssessmentType;
import org.cairn.server.catalogue.SpecContent.Outcome;
import org.cairn.server.catalogue.SpecContent.Participation;
import org.cairn.server.catalogue.SpecContent.QaType;
import org.cairn.server.catalogue.SpecContent.QualityAssurance;
import org.cairn.server.catalogue.SpecContent.Skill;
import org.cairn.server.catalogue.SpecContent.Stacking;
import org.cairn.server.catalogue.SpecContent.Supervision;
import org.cairn.server.web.InputException.Fault;

/// The editor's form as the browser sends it: names and texts, such as `title[en]` or `skill.2.uri`. It is shown
/// again exactly as it was typed, and turned into content as far as that goes. What templates read is public, as their
/// expressions see nothing else.
final class SpecForm {
    static final List<String> ROWS = List.of("outcome", "skill", "entry", "assessment", "qa");
    private static final Pattern LOCALISED = Pattern.compile("(.+)\\[([A-Za-z0-9-]{2,20})\\]");
    private static final Pattern ROW = Pattern.compile("([a-z]+)\\.(\\d{1,3})\\..+");
    private static final Pattern FACT = Pattern.compile("(?:(outcome|assessment|qa)\\.(\\d{1,3})\\.)?fact\\.(.+)");
    private static final int MOST_ROWS = 60;

    private final Map<String, List<String>> values;
    private final List<Fault> faults = new ArrayList<>();

    private SpecForm(Map<String, List<String>> values) {
        this.values = values;
    }

    static SpecForm sent(Map<String, String[]> parameters) {
        var values = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, texts) -> values.put(name, List.of(texts)));
        return new SpecForm(values);
    }

    static SpecForm of(SpecContent content) {
        return new SpecForm(SpecFormFields.of(content));
    }

    /// What is wrong with the values that could not be taken.
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /// The content, without the values that could not be taken; those are told by [#faults].
    SpecContent content(Optional<ImageId> image) {
        faults.clear();
        var typed = withTypedAssessments();
        var content = typed.read(image);
        faults.addAll(typed.faults);
        return content;
    }

    private SpecContent read(Optional<ImageId> image) {
        return new SpecContent(
                texts("title"),
                texts("description"),
                rows("outcome", this::outcome),
                rows("skill", i -> skill("skill." + i)),
                decimal("hours"),
                decimal("ects"),
                text("noEctsReason"),
                integer("eqfLevel"),
                text("nationalLevel"),
                text("noLevelReason"),
                rows("assessment", this::assessment),
                choice("supervision", Supervision::valueOf),
                choices("participation"),
                rows("qa", this::qualityAssurance),
                texts("criteria"),
                texts("prerequisites"),
                rows("entry", i -> skill("entry." + i)),
                new Stacking(
                        choice("stackingKind", Stacking.Kind::valueOf).orElse(Stacking.Kind.UNSTATED),
                        lines("stackingTargets")),
                text("gradingScheme"),
                text("fieldOfStudy"),
                words("languages"),
                integer("validMonths"),
                texts("furtherInformation"),
                frameworkFacts(),
                image);
    }

    private Optional<Outcome> outcome(int i) {
        var texts = texts("outcome." + i + ".text");
        var by = all("outcome." + i + ".by").stream()
                .filter(n -> n.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(n -> n < rows("assessment").size())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Optional.of(new Outcome(texts, by));
    }

    private Optional<Skill> skill(String row) {
        var uri = text(row + ".uri");
        var label = text(row + ".label");
        var framework = text(row + ".framework");
        return uri.isEmpty() && label.isEmpty() ? Optional.empty() : Optional.of(new Skill(uri, label, framework));
    }

    private Optional<Assessment> assessment(int i) {
        return choice("assessment." + i + ".type", AssessmentType::valueOf)
                .map(type -> new Assessment(type, texts("assessment." + i + ".description")));
    }

    /// The form without assessments of no type; a described one is told as a fault and stays in the page.
    private SpecForm withTypedAssessments() {
        var form = this;
        for (int i = rows("assessment").size() - 1; i >= 0; i--) {
            if (text("assessment." + i + ".type").isEmpty()) {
                var described = texts("assessment." + i + ".description").values().stream()
                        .anyMatch(t -> !t.isBlank());
                if (described) {
                    faults.add(Fault.of("assessment." + i + ".type", "catalogue.field.choice.form"));
                }
                form = form.withoutRow("assessment", i);
            }
        }
        return form;
    }

    private Optional<QualityAssurance> qualityAssurance(int i) {
        return choice("qa." + i + ".type", QaType::valueOf)
                .map(type -> new QualityAssurance(type, text("qa." + i + ".agency"), text("qa." + i + ".registerUrl")));
    }

    private <T> List<T> rows(String kind, IntFunction<Optional<T>> read) {
        return rows(kind).stream().map(read::apply).flatMap(Optional::stream).toList();
    }

    /// The positions of a kind of row, from 0 without gaps as the form writes them.
    public List<Integer> rows(String kind) {
        var most = values.keySet().stream()
                .map(ROW::matcher)
                .filter(m -> m.matches() && m.group(1).equals(kind))
                .mapToInt(m -> Integer.parseInt(m.group(2)))
                .filter(n -> n < MOST_ROWS)
                .max();
        return IntStream.rangeClosed(0, most.orElse(-1)).boxed().toList();
    }

    /// The form with one more empty row of a kind.
    SpecForm withRow(String kind) {
        var more = new LinkedHashMap<>(values);
        var next = rows(kind).size();
        if (next < MOST_ROWS) {
            more.put(kind + "." + next + "." + SpecFormFields.KEY_FIELD.getOrDefault(kind, "text[en]"), List.of(""));
        }
        return new SpecForm(more);
    }

    /// The form without one row; the rows after it move up, and outcomes keep pointing at the right assessments.
    SpecForm withoutRow(String kind, int gone) {
        var fewer = new LinkedHashMap<String, List<String>>();
        values.forEach((name, texts) -> {
            var m = ROW.matcher(name);
            var isRow = m.matches() && m.group(1).equals(kind);
            var at = isRow ? Integer.parseInt(m.group(2)) : -1;
            if (at > gone) {
                fewer.put(kind + "." + (at - 1) + name.substring(m.end(2)), texts);
            } else if (at != gone || !isRow) {
                fewer.put(name, kind.equals("assessment") && name.endsWith(".by") ? moved(texts, gone) : texts);
            }
        });
        return new SpecForm(fewer);
    }

    private static List<String> moved(List<String> positions, int gone) {
        return positions.stream()
                .filter(p -> p.matches("\\d{1,3}") && Integer.parseInt(p) != gone)
                .map(p -> Integer.parseInt(p) > gone ? String.valueOf(Integer.parseInt(p) - 1) : p)
                .toList();
    }

    /// One value as typed; blank when there is none.
    public String value(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /// All values of a group of boxes.
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /// What the page for frameworks keeps, carried along so that it stays with the row it belongs to.
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        values.forEach((name, texts) -> {
            if (FACT.matcher(name).matches() && !texts.isEmpty()) {
                facts.put(name, texts.getFirst());
            }
        });
        return facts;
    }

    private Map<String, String> frameworkFacts() {
        var byPath = new LinkedHashMap<String, String>();
        facts().forEach((name, text) -> {
            var m = FACT.matcher(name);
            if (m.matches()) {
                var list = "qa".equals(m.group(1)) ? "qualityAssurance" : m.group(1);
                byPath.put(list == null ? m.group(3) : list + "." + m.group(2) + "." + m.group(3), text);
            }
        });
        return byPath;
    }

    /// The texts of a localised field, by language.
    public Map<String, String> texts(String name) {
        var found = new LinkedHashMap<String, String>();
        values.forEach((key, texts) -> {
            var m = LOCALISED.matcher(key);
            if (m.matches() && m.group(1).equals(name) && !texts.isEmpty()) {
                found.put(m.group(2), texts.getFirst());
            }
        });
        return found;
    }

    /// Languages in which something may be typed: what the form has fields for.
    Set<String> tags() {
        return values.keySet().stream()
                .map(LOCALISED::matcher)
                .filter(m -> m.matches())
                .map(m -> m.group(2))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Map<String, List<String>> raw() {
        return new TreeMap<>(values);
    }

    private String text(String name) {
        return value(name).strip();
    }

    private List<String> lines(String name) {
        return value(name).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    private List<String> words(String name) {
        return List.of(value(name).strip().split("[\\s,;]+")).stream()
                .filter(w -> !w.isEmpty())
                .toList();
    }

    private Optional<BigDecimal> decimal(String name) {
        var typed = text(name).replace(',', '.');
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (!typed.matches("\\d{1,6}(\\.\\d{1,2})?")) {
            faults.add(Fault.of(name, "catalogue.field.decimal.form"));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(typed).stripTrailingZeros());
    }

    private Optional<Integer> integer(String name) {
        var typed = text(name);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (!typed.matches("\\d{1,4}")) {
            faults.add(Fault.of(name, "catalogue.field.integer.form"));
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(typed));
    }

    private <T> Optional<T> choice(String name, Function<String, T> read) {
        return text(name).isEmpty() ? Optional.empty() : known(name, text(name), read);
    }

    private Set<Participation> choices(String name) {
        return all(name).stream()
                .flatMap(v -> known(name, v, Participation::valueOf).stream())
                .collect(Collectors.toSet());
    }

    private <T> Optional<T> known(String name, String value, Function<String, T> read) {
        try {
            return Optional.of(read.apply(value));
        } catch (IllegalArgumentException e) {
            faults.add(Fault.of(name, "catalogue.field.choice.form"));
            return Optional.empty();
        }
    }
}
