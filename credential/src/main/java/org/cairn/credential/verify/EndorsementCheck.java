package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.badge.BadgeContext;
import org.cairn.credential.json.Json;

/// The endorsements a credential carries: of itself, of its achievement and of its issuer. Each is a credential of its
/// own. They are never necessary: a broken one limits the verdict and does not overturn it.
final class EndorsementCheck {

    private static final int MAX_ENDORSEMENTS = 20;

    private final SignatureCheck signatures;
    private final StatusCheck status;

    EndorsementCheck(SignatureCheck signatures, StatusCheck status) {
        this.signatures = signatures;
        this.status = status;
    }

    /// An endorsement and the id of the thing it is attached to.
    private record Attached(Optional<Secured> endorsement, String to) {}

    List<Finding> check(JsonObject credential, Instant now) {
        List<Attached> attached = attached(credential);
        if (attached.isEmpty()) {
            return List.of(finding(FindingCode.ENDORSEMENTS_NONE));
        }
        List<Finding> findings = new ArrayList<>();
        for (Attached one : attached.subList(0, Math.min(attached.size(), MAX_ENDORSEMENTS))) {
            findings.add(one.endorsement
                    .map(endorsement -> judge(endorsement, one.to, now))
                    .orElseGet(() -> finding(FindingCode.ENDORSEMENT_INVALID, "?", "unreadable")));
        }
        if (attached.size() > MAX_ENDORSEMENTS) {
            findings.add(finding(FindingCode.ENDORSEMENTS_TOO_MANY, Integer.toString(attached.size())));
        }
        return findings;
    }

    private Finding judge(Secured endorsement, String to, Instant now) {
        String by = endorsement.issuerName();
        JsonObject credential = endorsement.credential();
        if (!Json.strings(credential, "type").contains("EndorsementCredential")) {
            return finding(FindingCode.ENDORSEMENT_INVALID, by, "type");
        }
        if (!BadgeContext.isNamedIn(credential)) {
            return finding(FindingCode.ENDORSEMENT_INVALID, by, "@context");
        }
        List<Finding> own = new ArrayList<>(signatures.check(endorsement, now));
        own.add(PeriodCheck.check(credential, now));
        if (own.stream().noneMatch(f -> f.outcome() == Outcome.FAIL)) {
            own.addAll(status.check(credential, endorsement.issuer().orElse(""), now));
        }
        Optional<Finding> failed = first(own, Outcome.FAIL);
        if (failed.isPresent()) {
            return finding(
                    FindingCode.ENDORSEMENT_INVALID, by, failed.get().code().name());
        }
        String about = Json.objects(credential, "credentialSubject").stream()
                .findFirst()
                .flatMap(subject -> Json.string(subject, "id"))
                .orElse("?");
        if (!about.equals(to)) {
            return finding(FindingCode.ENDORSEMENT_OF_ANOTHER, by, about);
        }
        return first(own, Outcome.UNKNOWN)
                .map(unknown -> finding(
                        FindingCode.ENDORSEMENT_UNDECIDED, by, unknown.code().name()))
                .orElseGet(() -> finding(FindingCode.ENDORSEMENT_VALID, by));
    }

    private static Optional<Finding> first(List<Finding> findings, Outcome outcome) {
        return findings.stream().filter(f -> f.outcome() == outcome).findFirst();
    }

    /// None where the words for them are not those of Open Badges.
    private static List<Attached> attached(JsonObject credential) {
        if (!BadgeContext.isNamedIn(credential)) {
            return List.of();
        }
        JsonObject issuer = Json.member(credential, "issuer").orElse(JsonObject.EMPTY_JSON_OBJECT);
        JsonObject subject = Json.member(credential, "credentialSubject").orElse(JsonObject.EMPTY_JSON_OBJECT);
        JsonObject achievement = Json.member(subject, "achievement").orElse(JsonObject.EMPTY_JSON_OBJECT);
        List<Attached> result = new ArrayList<>();
        for (JsonObject thing : List.of(credential, achievement, issuer)) {
            String id = Json.string(thing, "id").orElse("");
            for (JsonValue value : Json.list(thing, "endorsement")) {
                Optional<Secured> embedded = value instanceof JsonObject object
                        ? Optional.of(new Secured.Embedded(object))
                        : Optional.empty();
                result.add(new Attached(embedded, id));
            }
            Json.strings(thing, "endorsementJwt").forEach(token -> result.add(new Attached(token(token), id)));
        }
        return result;
    }

    private static Optional<Secured> token(String text) {
        try {
            return Optional.of(Intake.secured(text));
        } catch (NotACredentialException | TooLargeException e) {
            return Optional.empty();
        }
    }

    private static Finding finding(FindingCode code, String... args) {
        return Finding.of(Check.ENDORSEMENTS, code, args);
    }
}
