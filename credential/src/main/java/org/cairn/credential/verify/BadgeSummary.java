package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.credential.badge.BadgeContext;
import org.cairn.credential.json.Json;

/// What a page shows of a credential: plain text as it stands in the document, so escape it, and do not follow its
/// addresses unasked. Nothing here is trustworthy before the report's verdict says so.
public record BadgeSummary(
        Optional<String> id,
        Optional<String> name,
        IssuerSummary issuer,
        List<Recipient> recipients,
        Dates dates,
        AchievementSummary achievement) {

    private static final int MAX_TEXT = 20_000;
    private static final int MAX_ITEMS = 200;

    public BadgeSummary {
        recipients = List.copyOf(recipients);
    }

    /// Who signed, in its own words.
    public record IssuerSummary(Optional<String> id, Optional<String> name, Optional<String> url) {}

    /// One identifier of the recipient; a hashed one can only be confirmed by whoever knows the clear value.
    public record Recipient(String kind, String value, boolean hashed, Optional<String> salt) {}

    /// The dates as written.
    public record Dates(Optional<String> awarded, Optional<String> validFrom, Optional<String> validUntil) {}

    /// A skill or standard the achievement is aligned to.
    public record Skill(String name, Optional<String> url, Optional<String> framework, Optional<String> code) {}

    /// What was achieved.
    public record AchievementSummary(
            Optional<String> id,
            Optional<String> name,
            Optional<String> description,
            Optional<String> criteria,
            Optional<String> type,
            Optional<String> image,
            List<Skill> skills) {
        public AchievementSummary {
            skills = List.copyOf(skills);
        }
    }

    /// Where neither Open Badges nor CLR is named, only what any credential has: `achievement` may mean anything there.
    static BadgeSummary of(JsonObject credential) {
        return BadgeContext.isNamedIn(credential) ? ofBadge(credential) : ofOther(credential);
    }

    /// Of a document in the words of a badge.
    static BadgeSummary ofBadge(JsonObject badge) {
        JsonObject subject = first(badge, "credentialSubject");
        return new BadgeSummary(
                text(badge, "id"),
                text(badge, "name"),
                issuer(badge, text(first(badge, "issuer"), "url")),
                Stream.concat(id(subject), identifiers(subject)).toList(),
                dates(badge, text(badge, "awardedDate")),
                achievement(first(subject, "achievement")));
    }

    private static BadgeSummary ofOther(JsonObject credential) {
        return new BadgeSummary(
                text(credential, "id"),
                text(credential, "name"),
                issuer(credential, Optional.empty()),
                id(first(credential, "credentialSubject")).toList(),
                dates(credential, Optional.empty()),
                achievement(JsonValue.EMPTY_JSON_OBJECT));
    }

    private static IssuerSummary issuer(JsonObject credential, Optional<String> url) {
        Optional<String> plain = text(credential, "issuer");
        JsonObject profile = first(credential, "issuer");
        return new IssuerSummary(plain.or(() -> text(profile, "id")), text(profile, "name"), url);
    }

    private static Stream<Recipient> id(JsonObject subject) {
        return text(subject, "id").map(id -> new Recipient("id", id, false, Optional.empty())).stream();
    }

    private static Stream<Recipient> identifiers(JsonObject subject) {
        return Json.objects(subject, "identifier").stream().limit(MAX_ITEMS).map(BadgeSummary::recipient);
    }

    private static Recipient recipient(JsonObject identity) {
        return new Recipient(
                text(identity, "identityType").orElse(""),
                text(identity, "identityHash").orElse(""),
                JsonValue.TRUE.equals(identity.get("hashed")),
                text(identity, "salt"));
    }

    private static Dates dates(JsonObject credential, Optional<String> awarded) {
        return new Dates(
                awarded,
                text(credential, "validFrom").or(() -> text(credential, "issuanceDate")),
                text(credential, "validUntil").or(() -> text(credential, "expirationDate")));
    }

    private static AchievementSummary achievement(JsonObject achievement) {
        JsonObject criteria = first(achievement, "criteria");
        return new AchievementSummary(
                text(achievement, "id"),
                text(achievement, "name"),
                text(achievement, "description"),
                text(criteria, "narrative").or(() -> text(criteria, "id")),
                text(achievement, "achievementType"),
                text(achievement, "image").or(() -> text(first(achievement, "image"), "id")),
                Json.objects(achievement, "alignment").stream()
                        .limit(MAX_ITEMS)
                        .map(BadgeSummary::skill)
                        .toList());
    }

    private static Skill skill(JsonObject alignment) {
        return new Skill(
                text(alignment, "targetName").orElse(""),
                text(alignment, "targetUrl"),
                text(alignment, "targetFramework"),
                text(alignment, "targetCode"));
    }

    private static JsonObject first(JsonObject object, String name) {
        return Json.objects(object, name).stream().findFirst().orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /// A string, the text of a language-tagged value, or the first entry of a list of those.
    private static Optional<String> text(JsonObject object, String name) {
        return Json.list(object, name).stream()
                .findFirst()
                .flatMap(BadgeSummary::text)
                .map(BadgeSummary::shortened);
    }

    private static Optional<String> text(JsonValue value) {
        return switch (value) {
            case JsonString string -> Optional.of(string.getString());
            case JsonObject tagged -> Json.string(tagged, "@value");
            default -> Optional.empty();
        };
    }

    /// Embedded pictures are longer than any text; they are kept whole, within the document's own bound.
    private static String shortened(String text) {
        boolean whole = text.length() <= MAX_TEXT || text.startsWith("data:image/");
        return whole ? text : text.substring(0, MAX_TEXT) + "…";
    }
}
