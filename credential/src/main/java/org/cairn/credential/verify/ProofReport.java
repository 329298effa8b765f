package org.cairn.credential.verify;

import java.util.List;
import java.util.Set;

/// What became of the proofs of a document.
///
/// @param signers the controllers of the keys whose proofs hold
public record ProofReport(List<Finding> findings, Set<String> signers) {

    public ProofReport {
        findings = List.copyOf(findings);
        signers = Set.copyOf(signers);
    }

    /// Whether there are proofs and all of them hold.
    public boolean holds() {
        return !findings.isEmpty() && findings.stream().allMatch(ProofReport::isGood);
    }

    /// What stands against them: why they do not hold, or could not be checked.
    public List<Finding> objections() {
        return findings.stream().filter(finding -> !isGood(finding)).toList();
    }

    static boolean isGood(Finding finding) {
        return finding.outcome() == Outcome.PASS;
    }
}
