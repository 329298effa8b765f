package org.cairn.server.trust;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.credential.badge.BadgeContext;
import org.cairn.credential.json.Json;
import org.cairn.credential.verify.VerificationReport;
import org.cairn.server.issue.OwnTerms;

/// What a verified credential says of itself, as far as an accreditation can depend on it.
///
/// @param issuer the identifier whose key signed it
/// @param achievement id of what was achieved; of ours, the address of the spec version
/// @param field ISCED-F code
/// @param level of the European Qualifications Framework
/// @param kind achievement type of Open Badges 3.0
/// @param issuedAt from when the credential says to be valid
/// @param carried statements that travel inside of the credential
record Claim(
        String issuer,
        Optional<String> achievement,
        Optional<String> field,
        Optional<Integer> level,
        Optional<String> kind,
        Instant issuedAt,
        List<JsonObject> carried) {

    /// So that nobody makes us check for ever: more are not looked at.
    private static final int MOST_CARRIED = 5;
    private static final Pattern EQF = Pattern.compile("https?://data\\.europa\\.eu/snb/eqf/([1-8])");
    private static final Pattern ISCED = Pattern.compile("[0-9]{2,4}");

    Claim {
        carried = List.copyOf(carried);
    }

    /// The day of issue in UTC, which is what accreditations count by.
    LocalDate issuedOn() {
        return issuedAt.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /// @return empty when it names no issuer or no day, or is no badge
    static Optional<Claim> of(VerificationReport report) {
        var badge = report.credential();
        var issuer = report.summary().issuer().id();
        var at = report.summary().dates().validFrom().flatMap(Claim::moment);
        return issuer.isEmpty() || at.isEmpty() || !BadgeContext.isNamedIn(badge)
                ? Optional.empty()
                : Optional.of(of(report, issuer.get(), at.get()));
    }

    private static Claim of(VerificationReport report, String issuer, Instant at) {
        var achievement = Json.objects(report.credential(), "credentialSubject").stream()
                .flatMap(subject -> Json.objects(subject, "achievement").stream())
                .findFirst()
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
        return new Claim(
                issuer,
                Json.string(achievement, "id"),
                Json.string(achievement, "fieldOfStudy")
                        .filter(code -> ISCED.matcher(code).matches()),
                level(report.credential(), achievement),
                Json.strings(achievement, "achievementType").stream().findFirst(),
                at,
                carried(report.credential(), achievement));
    }

    private static Optional<Integer> level(JsonObject badge, JsonObject achievement) {
        return achievement.get("eqfLevelNumber") instanceof JsonNumber number && OwnTerms.areSpelledPlainly(badge)
                ? Optional.of(number.intValue())
                : Json.objects(achievement, "alignment").stream()
                        .flatMap(alignment -> Json.string(alignment, "targetUrl").stream())
                        .map(EQF::matcher)
                        .filter(url -> url.matches())
                        .map(url -> Integer.valueOf(url.group(1)))
                        .findFirst();
    }

    private static List<JsonObject> carried(JsonObject badge, JsonObject achievement) {
        return Stream.concat(Json.objects(badge, "issuer").stream(), Stream.of(achievement, badge))
                .flatMap(thing -> Json.objects(thing, "endorsement").stream())
                .filter(Accreditations::isOne)
                .limit(MOST_CARRIED)
                .toList();
    }

    private static Optional<Instant> moment(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
