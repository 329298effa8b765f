package org.cairn.server.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.verify.Check;
import org.cairn.credential.verify.Outcome;
import org.cairn.credential.verify.VerificationReport;
import org.cairn.server.employer.Endorser;
import org.cairn.server.issue.ComponentState;
import org.cairn.server.trust.Trust;

/// One credential after its verification.
///
/// @param knownAs name of the organisation registered here under the identifier that signed, once that is confirmed
/// @param builtOn the smaller credentials it names as what it is built on, in its own words
/// @param behind who stands behind the issuer; empty while it is not certain who that is
/// @param endorsers employers who endorse the version it is of today, each once
public record Checked(
        VerificationReport report,
        Optional<String> knownAs,
        List<Component> builtOn,
        List<Trust.Line> behind,
        List<Endorser> endorsers,
        Instant at) {

    /// @param state how it stands; told only of one that was issued here, in a credential that was
    public record Component(String name, String about, Optional<ComponentState> state) {}

    /// True when it is certain that whoever holds the issuer's identifier signed just this.
    static boolean isSignerConfirmed(VerificationReport report) {
        return List.of(Check.INTEGRITY, Check.ISSUER).stream()
                .flatMap(check -> report.findings(check).stream())
                .allMatch(finding -> finding.outcome() == Outcome.PASS);
    }
}
