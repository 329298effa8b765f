package org.cairn.server.issue;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.credential.badge.Extension;
import org.cairn.credential.json.Json;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecContent.Stacking;

/// The elements of Council Recommendation 2022/C 243/02, Annex I, for which Open Badges has no member, as terms of
/// our own. Each is defined in the credential itself, so that the signature covers it and no address needs to live.
final class Terms {
    /// Names our terms for ever, on every host. A UUID, because nobody can lose it as domains are lost.
    static final String NAMESPACE = "urn:uuid:5f0c5f0e-6f7c-4b52-9c0b-2f5d1e7a9c31#";

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    private static final List<String> PLAIN = List.of(
            "workloadCreditScheme",
            "workloadWithoutCreditsBecause",
            "nationalQualificationLevel",
            "withoutLevelBecause",
            "assessmentForm",
            "assessmentSupervision",
            "participationForm",
            "assuranceForm",
            "assuranceAgency",
            "assuranceRegister",
            "gradesAre",
            "stackability",
            "stacksTowards",
            "taughtIn");
    private static final List<String> LOCALISED = List.of(
            "titleInLanguages",
            "descriptionInLanguages",
            "outcomeText",
            "assessmentText",
            "entryRequirement",
            "furtherInformationText");

    private final Map<String, JsonValue> terms = new LinkedHashMap<>();

    private Terms() {}

    static Extension of(SpecContent content) {
        var terms = new Terms();
        terms.size(content);
        terms.learning(content);
        terms.circumstances(content);
        return new Extension(context(), terms.terms);
    }

    static JsonObject context() {
        var context = Json.PROVIDER.createObjectBuilder();
        PLAIN.forEach(name -> context.add(name, NAMESPACE + name));
        LOCALISED.forEach(name -> context.add(name, definition(name, "@container", "@language")));
        context.add("workloadHours", definition("workloadHours", "@type", XSD + "decimal"));
        context.add("workloadCredits", definition("workloadCredits", "@type", XSD + "decimal"));
        context.add("eqfLevelNumber", definition("eqfLevelNumber", "@type", XSD + "integer"));
        context.add("outcomesInOrder", definition("outcomesInOrder", "@container", "@list"));
        context.add("assessmentsInOrder", definition("assessmentsInOrder", "@container", "@list"));
        context.add("assurance", NAMESPACE + "assurance");
        context.add("assessedByNumber", definition("assessedByNumber", "@type", XSD + "integer"));
        return context.build();
    }

    private void size(SpecContent content) {
        // Decimals as text: JSON-LD would write a bare 2.5 as a double.
        content.hours().ifPresent(h -> text("workloadHours", h.toPlainString()));
        content.ects().ifPresent(e -> {
            text("workloadCreditScheme", "ECTS");
            text("workloadCredits", e.toPlainString());
        });
        text("workloadWithoutCreditsBecause", content.noEctsReason());
        content.eqfLevel().ifPresent(l -> terms.put("eqfLevelNumber", Json.PROVIDER.createValue(l)));
        text("nationalQualificationLevel", content.nationalLevel());
        text("withoutLevelBecause", content.noLevelReason());
    }

    private void learning(SpecContent content) {
        objects(
                "outcomesInOrder",
                content.outcomes().stream().map(Terms::outcome).toList());
        objects(
                "assessmentsInOrder",
                content.assessments().stream().map(Terms::assessment).toList());
        text("gradesAre", content.gradingScheme());
        localised("titleInLanguages", content.title());
        localised("descriptionInLanguages", content.description());
        localised("entryRequirement", content.prerequisites());
        localised("furtherInformationText", content.furtherInformation());
    }

    private void circumstances(SpecContent content) {
        content.supervision().ifPresent(s -> text("assessmentSupervision", code(s)));
        texts(
                "participationForm",
                content.participation().stream().sorted().map(Terms::code).toList());
        objects(
                "assurance",
                content.qualityAssurance().stream().map(Terms::assurance).toList());
        if (content.stacking().kind() != Stacking.Kind.UNSTATED) {
            text("stackability", code(content.stacking().kind()));
        }
        texts("stacksTowards", content.stacking().targets());
        texts("taughtIn", content.languages());
    }

    private static JsonObject outcome(SpecContent.Outcome outcome) {
        var object = Json.PROVIDER.createObjectBuilder();
        object.add("outcomeText", languages(outcome.text()));
        var by = Json.PROVIDER.createArrayBuilder();
        outcome.assessedBy().stream().sorted().forEach(position -> by.add(position + 1));
        var numbers = by.build();
        return (numbers.isEmpty() ? object : object.add("assessedByNumber", numbers)).build();
    }

    private static JsonObject assessment(SpecContent.Assessment assessment) {
        var object = Json.PROVIDER.createObjectBuilder().add("assessmentForm", code(assessment.type()));
        var text = languages(assessment.description());
        return (text.isEmpty() ? object : object.add("assessmentText", text)).build();
    }

    private static JsonObject assurance(SpecContent.QualityAssurance assurance) {
        var object = Json.PROVIDER.createObjectBuilder().add("assuranceForm", code(assurance.type()));
        addText(object, "assuranceAgency", assurance.agency());
        addText(object, "assuranceRegister", assurance.registerUrl());
        return object.build();
    }

    private void text(String name, String value) {
        if (!value.isBlank()) {
            terms.put(name, Json.PROVIDER.createValue(value));
        }
    }

    private void texts(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            terms.put(name, Json.PROVIDER.createArrayBuilder(values).build());
        }
    }

    private void objects(String name, Collection<JsonObject> values) {
        if (!values.isEmpty()) {
            JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
            values.forEach(array::add);
            terms.put(name, array.build());
        }
    }

    private void localised(String name, Map<String, String> texts) {
        var object = languages(texts);
        if (!object.isEmpty()) {
            terms.put(name, object);
        }
    }

    private static JsonObject languages(Map<String, String> texts) {
        var object = Json.PROVIDER.createObjectBuilder();
        texts.forEach(object::add);
        return object.build();
    }

    private static void addText(JsonObjectBuilder object, String name, String value) {
        if (!value.isBlank()) {
            object.add(name, value);
        }
    }

    /// `WRITTEN_EXAMINATION` as `written-examination`, the spelling of the European code lists.
    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonObject definition(String name, String keyword, String value) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("@id", NAMESPACE + name)
                .add(keyword, value)
                .build();
    }
}
