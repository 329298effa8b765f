package org.cairn.server.verify;

import java.util.List;
import java.util.Optional;
import org.cairn.credential.verify.Outcome;
import org.cairn.credential.verify.Verdict;
import org.cairn.server.trust.StandingWords;

/// One report, ready to be shown. Texts from the credential are marked as a stranger's by their place in [Badge].
record ReportPage(
        Verdict verdict,
        String sentence,
        String asOf,
        Badge badge,
        List<Component> builtOn,
        IssuerNote issuer,
        List<StandingWords.Shown> behind,
        List<EndorserWords.Shown> endorsers,
        List<Line> lines,
        Details details) {

    /// What the credential says, in its own words. Empty texts are not shown.
    record Badge(
            String title,
            String description,
            String criteria,
            String issuer,
            List<Recipient> recipients,
            List<Fact> dates,
            List<Skill> skills,
            List<Achieved> results) {}

    /// `label` is ours, `value` the stranger's part of it; either may be empty.
    record Recipient(String label, String value) {}

    /// A smaller credential it is built on. `state` is ours, the rest its own words; empty texts are not shown.
    record Component(String name, String about, String state) {}

    record Fact(String label, String value) {}

    /// @param href only http or https, else empty
    record Skill(String name, String framework, String href) {}

    record Achieved(String name, String value) {}

    /// @param certainty how sure it is that it comes from this issuer
    /// @param domain host of a did:web or of an address, or empty
    record IssuerNote(boolean confirmed, String certainty, Optional<String> knownAs, String did, String domain) {}

    record Line(Outcome outcome, String title, String detail) {}

    record Details(List<Fact> facts, String json) {}
}
