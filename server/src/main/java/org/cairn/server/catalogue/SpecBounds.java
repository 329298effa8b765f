package org.cairn.server.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Text;

/// What no draft may contain: values that cannot mean anything, and more than any real spec needs. What is merely
/// missing is the quality check's business.
final class SpecBounds {
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_LIST = 60;
    private static final int MOST_FACTS = 400;
    private static final int LONGEST_PATH = 120;
    private static final int LONGEST_FACT = 5_000;
    private static final Pattern FACT = Pattern.compile(
            "[a-z][A-Za-z]{0,40}(\\.([a-z][A-Za-z]{0,40}|[0-9]{1,2})){0,6}(@[a-z]{2,3}(-[A-Za-z0-9]{2,8})*|#na)?");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]{1,480}");
    private static final Pattern FIELD = Pattern.compile("\\d{2,4}");
    private static final Set<String> ISO_LANGUAGES = Set.of(Locale.getISOLanguages());

    private final List<Fault> faults = new ArrayList<>();

    private SpecBounds() {}

    /// @throws InputException naming every value that is out of bounds
    static void check(SpecContent content) {
        var bounds = new SpecBounds();
        bounds.texts("title", content.title(), LONGEST_LINE);
        bounds.texts("description", content.description(), LONGEST_TEXT);
        bounds.texts("criteria", content.criteria(), LONGEST_TEXT);
        bounds.texts("prerequisites", content.prerequisites(), LONGEST_TEXT);
        bounds.texts("furtherInformation", content.furtherInformation(), LONGEST_TEXT);
        bounds.facts(content.frameworkFacts());
        bounds.number("hours", content.hours(), 20_000);
        bounds.number("ects", content.ects(), 400);
        bounds.range("eqfLevel", content.eqfLevel(), 1, 8);
        bounds.range("validMonths", content.validMonths(), 1, 600);
        bounds.lines(content);
        bounds.lists(content);
        if (!bounds.faults.isEmpty()) {
            throw new InputException(bounds.faults);
        }
    }

    private void lines(SpecContent content) {
        line("noEctsReason", content.noEctsReason());
        line("nationalLevel", content.nationalLevel());
        line("noLevelReason", content.noLevelReason());
        line("gradingScheme", content.gradingScheme());
        if (!content.fieldOfStudy().isEmpty()
                && !FIELD.matcher(content.fieldOfStudy()).matches()) {
            fault("fieldOfStudy", "catalogue.field.fieldOfStudy.form");
        }
        for (var language : content.languages()) {
            language("languages", language);
        }
    }

    private void lists(SpecContent content) {
        list("outcomes", content.outcomes());
        list("skills", content.skills());
        list("entrySkills", content.entrySkills());
        list("assessments", content.assessments());
        list("qualityAssurance", content.qualityAssurance());
        list("stacking.targets", content.stacking().targets());
        for (int i = 0; i < content.outcomes().size(); i++) {
            outcome(
                    "outcomes[" + i + "]",
                    content.outcomes().get(i),
                    content.assessments().size());
        }
        for (int i = 0; i < content.skills().size(); i++) {
            skill("skills[" + i + "]", content.skills().get(i));
        }
        for (int i = 0; i < content.entrySkills().size(); i++) {
            skill("entrySkills[" + i + "]", content.entrySkills().get(i));
        }
        for (int i = 0; i < content.assessments().size(); i++) {
            texts(
                    "assessments[" + i + "].description",
                    content.assessments().get(i).description(),
                    LONGEST_TEXT);
        }
        for (int i = 0; i < content.qualityAssurance().size(); i++) {
            var quality = content.qualityAssurance().get(i);
            line("qualityAssurance[" + i + "].agency", quality.agency());
            address("qualityAssurance[" + i + "].registerUrl", quality.registerUrl());
        }
        content.stacking().targets().forEach(t -> line("stacking.targets", t));
    }

    private void outcome(String field, SpecContent.Outcome outcome, int assessments) {
        texts(field + ".text", outcome.text(), LONGEST_TEXT);
        if (outcome.assessedBy().stream().anyMatch(a -> a < 0 || a >= assessments)) {
            fault(field + ".assessedBy", "catalogue.field.assessedBy.form");
        }
    }

    private void skill(String field, SpecContent.Skill skill) {
        address(field + ".uri", skill.uri());
        line(field + ".label", skill.label());
        line(field + ".framework", skill.framework());
        if (skill.label().isBlank()) {
            fault(field + ".label", "catalogue.field.skill.label.form");
        }
    }

    private void texts(String field, Map<String, String> texts, int longest) {
        texts.keySet().forEach(tag -> language(field, tag));
        if (texts.size() > LONGEST_LIST || texts.values().stream().anyMatch(t -> t.length() > longest)) {
            fault(field, "catalogue.field.tooLong", longest);
        }
        if (!texts.values().stream().allMatch(longest == LONGEST_LINE ? Text::isLine : Text::isText)) {
            fault(field, "problem.text");
        }
    }

    private void language(String field, String tag) {
        if (!LANGUAGE.matcher(tag).matches()
                || !ISO_LANGUAGES.contains(Locale.forLanguageTag(tag).getLanguage())) {
            fault(field, "catalogue.field.language.form", tag.length() > 20 ? tag.substring(0, 20) : tag);
        }
    }

    private void facts(Map<String, String> facts) {
        if (facts.size() > MOST_FACTS) {
            fault("frameworkFacts", "catalogue.field.tooMany", MOST_FACTS);
        }
        facts.forEach((path, text) -> {
            var field = "frameworkFacts." + path;
            if (path.length() > LONGEST_PATH || !FACT.matcher(path).matches()) {
                fault("frameworkFacts", "catalogue.field.fact.form");
            } else if (text.length() > LONGEST_FACT) {
                fault(field, "catalogue.field.tooLong", LONGEST_FACT);
            } else if (!Text.isText(text)) {
                fault(field, "problem.text");
            }
        });
    }

    private void line(String field, String text) {
        if (text.length() > LONGEST_LINE) {
            fault(field, "catalogue.field.tooLong", LONGEST_LINE);
        }
        if (!Text.isLine(text)) {
            fault(field, "problem.text");
        }
    }

    private void list(String field, List<?> list) {
        if (list.size() > LONGEST_LIST) {
            fault(field, "catalogue.field.tooMany", LONGEST_LIST);
        }
    }

    private void address(String field, String address) {
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            fault(field, "catalogue.field.address.form");
        }
    }

    private void number(String field, Optional<BigDecimal> value, int most) {
        if (value.filter(v -> v.signum() <= 0 || v.compareTo(BigDecimal.valueOf(most)) > 0 || v.scale() > 2)
                .isPresent()) {
            fault(field, "catalogue.field.number.form", most);
        }
    }

    private void range(String field, Optional<Integer> value, int least, int most) {
        if (value.filter(v -> v < least || v > most).isPresent()) {
            fault(field, "catalogue.field.range.form", least, most);
        }
    }

    private void fault(String field, String key, Object... args) {
        faults.add(Fault.of(field, key, args));
    }
}
