package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a verification found. Every check but the last two has at least one finding; findings stand in the order of
/// [Check].
///
/// @param contained the reports of the credentials in a learner record, in their order there; they do not overturn the
/// verdict on the record, but limit it
public record VerificationReport(
        Verdict verdict,
        List<Finding> findings,
        BadgeSummary summary,
        JsonObject credential,
        List<VerificationReport> contained) {

    private static final Set<Check> ACCOMPANYING = EnumSet.of(Check.ENDORSEMENTS, Check.CONTAINED);
    private static final Set<Check> NECESSARY = EnumSet.complementOf(EnumSet.of(Check.ENDORSEMENTS, Check.CONTAINED));

    public VerificationReport {
        contained = List.copyOf(contained);
        findings =
                findings.stream().sorted(Comparator.comparing(Finding::check)).toList();
    }

    /// Of a credential that contains no others.
    public VerificationReport(Verdict verdict, List<Finding> findings, BadgeSummary summary, JsonObject credential) {
        this(verdict, findings, summary, credential, List.of());
    }

    static VerificationReport of(List<Finding> findings, JsonObject credential, List<VerificationReport> contained) {
        return new VerificationReport(verdict(findings), findings, BadgeSummary.of(credential), credential, contained);
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
        boolean limited = any(findings, Outcome.FAIL, ACCOMPANYING) || any(findings, Outcome.UNKNOWN, ACCOMPANYING);
        return limited ? Verdict.VALID_WITH_LIMITS : Verdict.VALID;
    }

    private static boolean any(List<Finding> findings, Outcome outcome, Set<Check> checks) {
        return findings.stream().anyMatch(f -> f.outcome() == outcome && checks.contains(f.check()));
    }
}
