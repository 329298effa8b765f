package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a verification found. Every check but that of the holder has at least one finding; findings stand in the order
/// of [Check].
public record VerificationReport(Verdict verdict, List<Finding> findings, BadgeSummary summary, JsonObject credential) {

    private static final Set<Check> NECESSARY = EnumSet.complementOf(EnumSet.of(Check.ENDORSEMENTS));

    public VerificationReport {
        findings =
                findings.stream().sorted(Comparator.comparing(Finding::check)).toList();
    }

    static VerificationReport of(List<Finding> findings, JsonObject credential) {
        return of(findings, BadgeSummary.of(credential), credential);
    }

    static VerificationReport of(List<Finding> findings, BadgeSummary summary, JsonObject credential) {
        return new VerificationReport(verdict(findings), findings, summary, credential);
    }

    /// The findings of one check.
    public List<Finding> findings(Check check) {
        return findings.stream().filter(finding -> finding.check() == check).toList();
    }

    static Verdict verdict(List<Finding> findings) {
        if (any(findings, Outcome.FAIL, NECESSARY)) {
            return Verdict.NOT_VALID;
        }
        if (any(findings, Outcome.UNKNOWN, NECESSARY)) {
            return Verdict.CANNOT_TELL;
        }
        Set<Check> endorsements = EnumSet.of(Check.ENDORSEMENTS);
        boolean limited = any(findings, Outcome.FAIL, endorsements) || any(findings, Outcome.UNKNOWN, endorsements);
        return limited ? Verdict.VALID_WITH_LIMITS : Verdict.VALID;
    }

    private static boolean any(List<Finding> findings, Outcome outcome, Set<Check> checks) {
        return findings.stream().anyMatch(f -> f.outcome() == outcome && checks.contains(f.check()));
    }
}
