package org.cairn.server.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.cairn.quality.Subject;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecContent.Stacking;
import org.cairn.server.identity.Organisation;

/// A spec and its issuer as the facts that rule packs ask for.
final class Facts {
    private static final String NATIONAL_NUMBER = "[0-9]{1,2}";

    private Facts() {}

    /// @param today on which a reason that stands in the spec is given again
    static Subject of(SpecContent content, Organisation issuer, Brought brought, LocalDate today) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("spec", spec(content, issuer, today));
        facts.put("issuer", issuer(issuer));
        return Subject.of(brought.addedTo(facts));
    }

    private static Map<String, Object> issuer(Organisation issuer) {
        return new LinkedHashMap<>(
                Map.of("legalName", issuer.legalName(), "name", issuer.legalName(), "country", issuer.country()));
    }

    private static Map<String, Object> spec(SpecContent content, Organisation issuer, LocalDate today) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("kind", "microcredential");
        spec.put("title", content.title());
        spec.put("description", content.description());
        spec.put("awardingBody", List.of(new LinkedHashMap<>(Map.of("name", issuer.legalName()))));
        spec.put("outcome", outcomes(content));
        spec.put("workload", workload(content));
        spec.put("credit", content.ects().map(Facts::ects).stream().toList());
        spec.put("level", levels(content, issuer, today));
        spec.put("assessment", assessments(content));
        spec.put(
                "participation",
                content.participation().stream().map(Facts::code).toList());
        spec.put("supervision", content.supervision().map(Facts::code));
        spec.put(
                "qualityAssurance",
                content.qualityAssurance().stream().map(Facts::assurance).toList());
        spec.put("prerequisite", listed(content.prerequisites()));
        spec.put("stacking", stacking(content.stacking()));
        spec.put("language", content.languages());
        spec.put("subject", Map.of("iscedF", content.fieldOfStudy()));
        spec.put("furtherInformation", content.furtherInformation());
        return FrameworkFacts.added(spec, content.frameworkFacts(), issuer.legalName(), today);
    }

    private static List<Map<String, ?>> outcomes(SpecContent content) {
        return IntStream.range(0, content.outcomes().size())
                .<Map<String, ?>>mapToObj(position -> Map.of(
                        "id",
                        id(position),
                        "text",
                        content.outcomes().get(position).text()))
                .toList();
    }

    /// An outcome names the assessments that show it; frameworks ask the other way round.
    private static List<Map<String, ?>> assessments(SpecContent content) {
        return IntStream.range(0, content.assessments().size())
                .<Map<String, ?>>mapToObj(position -> {
                    var assessment = content.assessments().get(position);
                    return Map.of(
                            "type", code(assessment.type()),
                            "criteria", assessment.description(),
                            "outcomes", shownBy(content, position));
                })
                .toList();
    }

    private static List<String> shownBy(SpecContent content, int assessment) {
        return IntStream.range(0, content.outcomes().size())
                .filter(outcome -> assessedBy(content, outcome).contains(assessment))
                .mapToObj(Facts::id)
                .toList();
    }

    private static Set<Integer> assessedBy(SpecContent content, int outcome) {
        return content.outcomes().get(outcome).assessedBy();
    }

    private static String id(int position) {
        return "o" + position;
    }

    private static Map<String, ?> workload(SpecContent content) {
        return Map.of("hours", content.hours(), "noEctsReason", content.noEctsReason());
    }

    private static Map<String, ?> ects(BigDecimal points) {
        return Map.of("scheme", "ECTS", "points", points);
    }

    /// The reason why there is none is what the organisation says today.
    private static Object levels(SpecContent content, Organisation issuer, LocalDate today) {
        if (content.eqfLevel().isEmpty()
                && content.nationalLevel().isBlank()
                && !content.noLevelReason().isBlank()) {
            return Map.of(
                    "notApplicable",
                    Map.of("reason", content.noLevelReason(), "by", issuer.legalName(), "on", today.toString()));
        }
        var eqf = content.eqfLevel().<Map<String, ?>>map(level -> Map.of("framework", "EQF", "value", level));
        return content.nationalLevel().isBlank()
                ? eqf.stream().toList()
                : eqf.map(level -> List.of(level, national(content.nationalLevel())))
                        .orElseGet(() -> List.of(national(content.nationalLevel())));
    }

    /// Framework and value stand in one text; where the last word is no number, it is the level's name.
    private static Map<String, ?> national(String level) {
        var cut = level.strip().lastIndexOf(' ');
        var framework = cut < 0 ? level.strip() : level.strip().substring(0, cut);
        var value = level.strip().substring(cut + 1);
        return value.matches(NATIONAL_NUMBER)
                ? Map.of("framework", framework, "value", new BigDecimal(value))
                : Map.of("framework", framework, "name", value);
    }

    private static Map<String, ?> assurance(SpecContent.QualityAssurance assurance) {
        return Map.of(
                "type", code(assurance.type()),
                "agency", assurance.agency(),
                "registerUrl", assurance.registerUrl());
    }

    private static List<Map<String, ?>> listed(Map<String, String> text) {
        return text.isEmpty() ? List.of() : List.of(Map.of("text", text));
    }

    private static Map<String, ?> stacking(Stacking stacking) {
        var facts = new HashMap<String, Object>();
        facts.put("target", stacking.targets().stream().map(Facts::target).toList());
        if (stacking.kind() != Stacking.Kind.UNSTATED) {
            facts.put("kind", code(stacking.kind()));
        }
        return facts;
    }

    private static Map<String, ?> target(String target) {
        return Map.of(target.startsWith("https:") ? "url" : "name", target);
    }

    /// As the frameworks' lists write it: `project-assessment`.
    static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
