package org.cairn.server.verify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.credential.verify.BadgeSummary;
import org.cairn.credential.verify.Check;
import org.cairn.credential.verify.FindingCode;
import org.cairn.credential.verify.Outcome;
import org.cairn.credential.verify.Verdict;
import org.cairn.server.trust.StandingWords;

/// The answer for programs. Codes are stable, messages are in the caller's language.
///
/// @param builtOn the smaller credentials it says it is built on; `state` only of those issued here
/// @param knownAs name of the issuer as registered on this platform; the names in `credential` are its own claims
/// @param behindIssuer who stands behind the issuer
/// @param endorsers employers with a proven domain who endorse the version it is of, each once
record ReportJson(
        Verdict verdict,
        List<Line> findings,
        BadgeSummary credential,
        Optional<String> knownAs,
        List<Checked.Component> builtOn,
        List<StandingWords.Shown> behindIssuer,
        List<EndorserWords.Shown> endorsers,
        Instant checkedAt) {

    record Line(Check check, Outcome outcome, FindingCode code, String message) {}

    static ReportJson of(
            Checked checked, Wording wording, StandingWords standing, EndorserWords endorsers, Locale locale) {
        var report = checked.report();
        var lines = report.findings().stream()
                .map(f -> new Line(f.check(), f.outcome(), f.code(), wording.plain(f, locale)))
                .toList();
        return new ReportJson(
                report.verdict(),
                lines,
                report.summary(),
                checked.knownAs(),
                checked.builtOn(),
                checked.behind().stream()
                        .map(line -> standing.shown(line, locale))
                        .toList(),
                endorsers.shown(checked.endorsers(), locale),
                checked.at());
    }
}
