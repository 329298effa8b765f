package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cairn.credential.badge.BadgeContext;
import org.cairn.credential.json.Json;

/// The credentials in a Comprehensive Learner Record, each verified on its own and reported on its own. The signature
/// of the record only says who put them together.
final class ContainedCheck {

    /// In one upload, at all levels together: each may cost a fetch or two. A degree in modules has room; more
    /// badges with three contexts each would not fit into one document that is read as RDF.
    private static final int MAX_CONTAINED = 64;

    private final Function<Secured, VerificationReport> verifier;
    private final List<VerificationReport> reports = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private ContainedCheck(Function<Secured, VerificationReport> verifier) {
        this.verifier = verifier;
    }

    /// What was found of all of them, and the report of each.
    record Answer(List<Finding> findings, List<VerificationReport> reports) {}

    /// How many credentials an upload may still have checked.
    static final class Budget {
        private int left = MAX_CONTAINED;

        private boolean take() {
            return left-- > 0;
        }
    }

    static Answer check(JsonObject record, Budget budget, Function<Secured, VerificationReport> verifier) {
        boolean isRecord =
                BadgeContext.isNamedIn(record) && Json.strings(record, "type").contains("ClrCredential");
        if (!isRecord) {
            return new Answer(List.of(), List.of());
        }
        ContainedCheck check = new ContainedCheck(verifier);
        JsonObject subject = subject(record);
        List<JsonValue> contained = Json.list(subject, "verifiableCredential");
        for (JsonValue one : contained) {
            if (!budget.take()) {
                check.found(FindingCode.CONTAINED_TOO_MANY, Integer.toString(contained.size()));
                break;
            }
            check.one(one, Json.string(subject, "id"));
        }
        return new Answer(check.findings, check.reports);
    }

    private void one(JsonValue value, Optional<String> holder) {
        Optional<Secured> secured = read(value);
        if (secured.isEmpty()) {
            found(FindingCode.CONTAINED_UNREADABLE, Integer.toString(findings.size() + 1));
            return;
        }
        VerificationReport report = verifier.apply(secured.get());
        reports.add(report);
        Optional<String> recipient = Json.string(subject(report.credential()), "id");
        if (holder.isPresent() && recipient.isPresent() && !holder.equals(recipient)) {
            found(FindingCode.CONTAINED_OF_ANOTHER, name(report), recipient.get());
        } else {
            verdict(report);
        }
    }

    private void verdict(VerificationReport report) {
        switch (report.verdict()) {
            case VALID, VALID_WITH_LIMITS -> found(FindingCode.CONTAINED_VALID, name(report));
            case NOT_VALID -> found(FindingCode.CONTAINED_NOT_VALID, name(report), first(report, Outcome.FAIL));
            case CANNOT_TELL -> found(FindingCode.CONTAINED_UNDECIDED, name(report), first(report, Outcome.UNKNOWN));
        }
    }

    private static Optional<Secured> read(JsonValue value) {
        try {
            return switch (value) {
                case JsonObject object -> Optional.of(Intake.secured(Json.bytes(object), ""));
                case JsonString token -> Optional.of(Intake.secured(token.getString()));
                default -> Optional.empty();
            };
        } catch (NotACredentialException | TooLargeException e) {
            return Optional.empty();
        }
    }

    private static JsonObject subject(JsonObject credential) {
        return Json.objects(credential, "credentialSubject").stream()
                .findFirst()
                .orElse(JsonObject.EMPTY_JSON_OBJECT);
    }

    private static String name(VerificationReport report) {
        BadgeSummary summary = report.summary();
        return summary.name().or(summary.achievement()::name).or(summary::id).orElse("?");
    }

    private static String first(VerificationReport report, Outcome outcome) {
        return report.findings().stream()
                .filter(finding -> finding.outcome() == outcome && finding.check() != Check.ENDORSEMENTS)
                .findFirst()
                .map(finding -> finding.code().name())
                .orElse("?");
    }

    private void found(FindingCode code, String... args) {
        findings.add(Finding.of(Check.CONTAINED, code, args));
    }
}
