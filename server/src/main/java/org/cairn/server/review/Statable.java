package org.cairn.server.review;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.quality.Packs;

/// The facts that an institution may state in a review, because its spec has no field for them.
/// What the spec itself says, who wrote it and what is proved by documents is none of them: that
/// would open a way round the spec.
final class Statable {
    private static final Set<String> SAID_BY_THE_SPEC = Set.of(
            "spec.kind",
            "spec.author",
            "spec.title",
            "spec.description",
            "spec.awardingBody",
            "spec.awardingBody.name",
            "spec.outcome",
            "spec.outcome.id",
            "spec.outcome.text",
            "spec.workload",
            "spec.workload.hours",
            "spec.workload.noEctsReason",
            "spec.credit",
            "spec.level",
            "spec.assessment",
            "spec.assessment.id",
            "spec.assessment.type",
            "spec.assessment.outcomes",
            "spec.assessment.criteria",
            "spec.participation",
            "spec.supervision",
            "spec.qualityAssurance",
            "spec.prerequisite",
            "spec.stacking",
            "spec.language",
            "spec.subject.iscedF",
            "spec.furtherInformation",
            "issuer.name",
            "issuer.legalName",
            "issuer.country");
    private static final List<String> CLOSED_BRANCHES = List.of(
            "spec.credit.",
            "spec.level.",
            "spec.qualityAssurance.type",
            "spec.qualityAssurance.agency",
            "spec.qualityAssurance.registerUrl",
            "spec.prerequisite.",
            "spec.stacking.kind",
            "spec.stacking.target",
            "spec.needEvidence",
            "spec.endorsement",
            "spec.nameInTitle.justification");

    /// Type by path, in the order of the list of facts.
    private static final Map<String, String> TYPES = types();

    private Statable() {}

    private static Map<String, String> types() {
        var types = new LinkedHashMap<String, String>();
        Packs.facts()
                .lines()
                .filter(line -> line.startsWith("spec.") || line.startsWith("issuer."))
                .map(line -> line.split(" +", 3))
                .filter(words -> !words[1].equals("group"))
                .forEach(words -> types.put(words[0], words[1]));
        return types;
    }

    static boolean isPath(String path) {
        return TYPES.containsKey(path)
                && !SAID_BY_THE_SPEC.contains(path)
                && CLOSED_BRANCHES.stream().noneMatch(path::startsWith);
    }

    /// The value as the check wants it; empty when it does not have the form of its type.
    static Optional<Object> read(String path, String value) {
        var text = value.strip();
        return switch (TYPES.getOrDefault(path, "")) {
            case "day" -> day(text);
            case "number" -> number(text);
            case "flag" -> flag(text);
            case "texts", "list" ->
                Optional.of(text.lines().filter(line -> !line.isBlank()).toList());
            case "text", "prose" -> Optional.of(text);
            default -> Optional.empty();
        };
    }

    /// `day`, `number`, `flag`, `texts` or `text`: how the form explains itself.
    static String type(String path) {
        return switch (TYPES.getOrDefault(path, "text")) {
            case "day" -> "day";
            case "number" -> "number";
            case "flag" -> "flag";
            case "texts", "list" -> "texts";
            default -> "text";
        };
    }

    private static Optional<Object> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text).toString());
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<Object> number(String text) {
        return text.matches("[0-9]{1,9}([.][0-9]{1,4})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<Object> flag(String text) {
        return switch (text) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
