package org.cairn.server.hiring;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.credential.json.Json;
import org.cairn.credential.verify.BadgeSummary;
import org.cairn.credential.verify.Check;
import org.cairn.credential.verify.Finding;
import org.cairn.credential.verify.FindingCode;
import org.cairn.credential.verify.Outcome;
import org.cairn.credential.verify.Verdict;
import org.cairn.credential.verify.VerificationReport;
import org.cairn.server.hiring.ShownCredential.Assessed;
import org.cairn.server.hiring.ShownCredential.Issuer;
import org.cairn.server.hiring.ShownCredential.Skill;
import org.cairn.server.hiring.ShownCredential.Standing;
import org.cairn.server.hiring.ShownCredential.Trouble;
import org.cairn.server.issue.OwnTerms;
import org.cairn.server.verify.Checked;
import org.cairn.skills.gap.Level;

/// Turns a verification into what hiring needs of it, bounded in size. A record of several credentials is followed by
/// those in it, each with how it stands itself.
public final class Reading {
    private static final int MOST_SKILLS = 100;
    private static final int MOST_CONTAINED = 60;
    private static final int MOST_TROUBLES = 20;
    private static final int LINE = 300;
    private static final Set<Check> WHOLE = Set.of(Check.INTEGRITY, Check.ISSUER, Check.SCHEMA, Check.HOLDER);

    private Reading() {}

    public static List<ShownCredential> of(List<Checked> reports) {
        return reports.stream().flatMap(Reading::of).toList();
    }

    private static Stream<ShownCredential> of(Checked checked) {
        return Stream.concat(
                Stream.of(of(checked.report(), checked.knownAs())),
                checked.report().contained().stream()
                        .limit(MOST_CONTAINED)
                        .map(inside -> of(inside, Optional.empty())));
    }

    private static ShownCredential of(VerificationReport report, Optional<String> knownAs) {
        var summary = report.summary();
        var achievement = achievement(report.credential());
        return new ShownCredential(
                standing(report),
                report.verdict(),
                line(summary.achievement().name().or(summary::name)),
                new Issuer(line(summary.issuer().id()), line(summary.issuer().name()), knownAs),
                recipients(summary),
                line(summary.dates().awarded().or(() -> summary.dates().validFrom())),
                line(summary.dates().validUntil()),
                line(summary.id()),
                line(summary.achievement().id()),
                summary.achievement().skills().stream()
                        .limit(MOST_SKILLS)
                        .map(Reading::skill)
                        .toList(),
                level(report.credential(), achievement),
                assessed(report.credential(), achievement),
                troubles(report));
    }

    /// What was altered is altered, whatever its dates say; what its issuer took back is that before it is old.
    static Standing standing(VerificationReport report) {
        if (report.verdict() != Verdict.NOT_VALID) {
            return report.verdict() == Verdict.CANNOT_TELL ? Standing.UNDECIDED : Standing.VERIFIED;
        }
        if (report.findings().stream().anyMatch(f -> f.outcome() == Outcome.FAIL && WHOLE.contains(f.check()))) {
            return Standing.INVALID;
        }
        if (has(report, FindingCode.STATUS_REVOKED)) {
            return Standing.REVOKED;
        }
        if (has(report, FindingCode.STATUS_SUSPENDED)) {
            return Standing.SUSPENDED;
        }
        if (has(report, FindingCode.PERIOD_ENDED)) {
            return Standing.EXPIRED;
        }
        return has(report, FindingCode.PERIOD_NOT_STARTED) ? Standing.NOT_YET_VALID : Standing.INVALID;
    }

    private static boolean has(VerificationReport report, FindingCode code) {
        return report.findings().stream().anyMatch(finding -> finding.code() == code);
    }

    private static List<String> recipients(BadgeSummary summary) {
        return summary.recipients().stream()
                .filter(recipient -> !recipient.hashed() && !recipient.kind().equals("id"))
                .limit(5)
                .map(recipient -> line(Optional.of(recipient.value())))
                .toList();
    }

    private static Skill skill(BadgeSummary.Skill skill) {
        return new Skill(line(skill.url()), line(Optional.of(skill.name())), line(skill.framework()));
    }

    private static JsonObject achievement(JsonObject credential) {
        return Json.objects(credential, "credentialSubject").stream()
                .flatMap(subject -> Json.objects(subject, "achievement").stream())
                .findFirst()
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /// As the badges of this platform state it.
    private static Optional<Level> level(JsonObject badge, JsonObject achievement) {
        return achievement.get("eqfLevelNumber") instanceof JsonNumber number
                        && OwnTerms.areSpelledPlainly(badge)
                        && number.isIntegral()
                        && number.bigIntegerValue().bitLength() < 8
                        && number.intValue() >= 1
                        && number.intValue() <= 8
                ? Optional.of(Level.ofEqf(number.intValue()))
                : Optional.empty();
    }

    private static Assessed assessed(JsonObject credential, JsonObject achievement) {
        return new Assessed(
                Json.objects(achievement, "assessmentsInOrder").stream()
                        .limit(10)
                        .map(each -> line(Json.string(each, "assessmentForm")))
                        .filter(form -> !form.isEmpty())
                        .distinct()
                        .toList(),
                line(Json.string(achievement, "assessmentSupervision")),
                line(Json.objects(credential, "credentialSubject").stream()
                        .flatMap(subject -> Json.objects(subject, "result").stream())
                        .flatMap(result -> Json.string(result, "value").stream())
                        .findFirst()));
    }

    private static List<Trouble> troubles(VerificationReport report) {
        return report.findings().stream()
                .filter(f -> f.outcome() == Outcome.FAIL || f.outcome() == Outcome.UNKNOWN)
                .limit(MOST_TROUBLES)
                .map(Reading::trouble)
                .toList();
    }

    private static Trouble trouble(Finding finding) {
        var args = finding.args().stream().map(arg -> line(Optional.of(arg))).toList();
        return new Trouble(finding.check(), finding.outcome(), finding.code(), args);
    }

    /// What can be stored and stands in one line.
    private static String line(Optional<String> text) {
        var tidy = text.orElse("")
                .replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029]", " ")
                .strip();
        return tidy.length() <= LINE ? tidy : tidy.substring(0, LINE - 1) + "…";
    }
}
