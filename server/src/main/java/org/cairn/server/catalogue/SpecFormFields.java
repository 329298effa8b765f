package org.cairn.server.catalogue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Content written out as the editor's form fields; the other direction of [SpecForm].
final class SpecFormFields {
    /// The field that every row of a kind has, even an empty one.
    static final Map<String, String> KEY_FIELD =
            Map.of("skill", "label", "entry", "label", "assessment", "type", "qa", "type");

    private static final Pattern OF_ROW = Pattern.compile("(outcome|assessment|qualityAssurance)\\.(\\d{1,3})\\.(.+)");

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private SpecFormFields() {}

    static Map<String, List<String>> of(SpecContent content) {
        var writer = new SpecFormFields();
        writer.basics(content);
        writer.rows(content);
        content.frameworkFacts().forEach(writer::fact);
        return writer.fields;
    }

    private void basics(SpecContent content) {
        texts("title", content.title());
        texts("description", content.description());
        texts("criteria", content.criteria());
        texts("prerequisites", content.prerequisites());
        texts("furtherInformation", content.furtherInformation());
        put("hours", content.hours().map(BigDecimal::toPlainString).orElse(""));
        put("ects", content.ects().map(BigDecimal::toPlainString).orElse(""));
        put("noEctsReason", content.noEctsReason());
        put("eqfLevel", content.eqfLevel().map(String::valueOf).orElse(""));
        put("nationalLevel", content.nationalLevel());
        put("noLevelReason", content.noLevelReason());
        put("supervision", content.supervision().map(Enum::name).orElse(""));
        fields.put(
                "participation",
                content.participation().stream().map(Enum::name).sorted().toList());
        put("stackingKind", content.stacking().kind().name());
        put("stackingTargets", String.join("\n", content.stacking().targets()));
        put("gradingScheme", content.gradingScheme());
        put("fieldOfStudy", content.fieldOfStudy());
        put("languages", String.join(" ", content.languages()));
        put("validMonths", content.validMonths().map(String::valueOf).orElse(""));
    }

    private void rows(SpecContent content) {
        for (int i = 0; i < content.outcomes().size(); i++) {
            var outcome = content.outcomes().get(i);
            put("outcome." + i + ".row", "");
            texts("outcome." + i + ".text", outcome.text());
            fields.put(
                    "outcome." + i + ".by",
                    outcome.assessedBy().stream().sorted().map(String::valueOf).toList());
        }
        skills("skill.", content.skills());
        skills("entry.", content.entrySkills());
        for (int i = 0; i < content.assessments().size(); i++) {
            var assessment = content.assessments().get(i);
            put("assessment." + i + ".type", assessment.type().name());
            texts("assessment." + i + ".description", assessment.description());
        }
        for (int i = 0; i < content.qualityAssurance().size(); i++) {
            var quality = content.qualityAssurance().get(i);
            put("qa." + i + ".type", quality.type().name());
            put("qa." + i + ".agency", quality.agency());
            put("qa." + i + ".registerUrl", quality.registerUrl());
        }
    }

    private void skills(String rows, List<SpecContent.Skill> skills) {
        for (int i = 0; i < skills.size(); i++) {
            put(rows + i + ".label", skills.get(i).label());
            put(rows + i + ".uri", skills.get(i).uri());
            put(rows + i + ".framework", skills.get(i).framework());
        }
    }

    /// Within the row it belongs to, so that it goes when the row goes; see [SpecForm#facts].
    private void fact(String path, String text) {
        var m = OF_ROW.matcher(path);
        put(
                m.matches()
                        ? (m.group(1).equals("qualityAssurance") ? "qa" : m.group(1)) + "." + m.group(2) + ".fact."
                                + m.group(3)
                        : "fact." + path,
                text);
    }

    private void texts(String name, Map<String, String> texts) {
        texts.forEach((language, text) -> put(name + "[" + language + "]", text));
    }

    private void put(String name, String value) {
        fields.put(name, List.of(value));
    }
}
