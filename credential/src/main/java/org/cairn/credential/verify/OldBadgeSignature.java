package org.cairn.credential.verify;

import static org.cairn.credential.verify.SignatureCheck.integrity;
import static org.cairn.credential.verify.SignatureCheck.issuerFinding;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.VerificationKey;
import org.cairn.credential.openbadges2.Assertion;
import org.cairn.credential.openbadges2.Linked;
import org.cairn.credential.openbadges2.PublicKeyPem;
import org.cairn.credential.verify.OldBadgeDocuments.Found;
import org.cairn.credential.verify.OldBadgeDocuments.NotThere;

/// Signed Open Badges 2.0 assertions: the key has to name the issuer as its owner and be named in the issuer's profile,
/// and the issuer may have listed the assertion as revoked.
final class OldBadgeSignature {

    private static final int MAX_REVOKED = 200_000;

    private final OldBadgeDocuments documents;

    OldBadgeSignature(OldBadgeDocuments documents) {
        this.documents = documents;
    }

    List<Finding> check(Jws token, String keyAddress, JsonObject issuer) {
        String name = Json.string(issuer, "id").orElse("");
        if (token.criticalMember().isPresent()) {
            return unchecked(
                    integrity(FindingCode.JWS_MALFORMED, token.criticalMember().get()));
        }
        if (!token.hasKnownAlgorithm()) {
            return unchecked(integrity(FindingCode.JWS_ALGORITHM_UNSUPPORTED, token.algorithm()));
        }
        if (!lists(issuer, keyAddress)) {
            return List.of(
                    integrity(FindingCode.KEY_NOT_AVAILABLE), issuerFinding(FindingCode.ISSUER_KEY_NOT_LISTED, name));
        }
        return switch (documents.follow(link(issuer, keyAddress))) {
            case NotThere missing ->
                List.of(
                        integrity(FindingCode.KEY_NOT_AVAILABLE),
                        issuerFinding(FindingCode.ISSUER_UNREACHABLE, missing.address()));
            case Found(JsonObject key) -> byKey(token, key, name);
        };
    }

    private static List<Finding> byKey(Jws token, JsonObject document, String issuer) {
        Optional<VerificationKey> key = Json.string(document, "publicKeyPem").flatMap(PublicKeyPem::read);
        String owner = Json.string(document, "owner").orElse("?");
        if (key.isEmpty()) {
            return unchecked(integrity(FindingCode.KEY_UNSUPPORTED, "publicKeyPem"));
        }
        boolean holds = token.problem(key.get()).isEmpty();
        return List.of(
                integrity(holds ? FindingCode.PROOF_VALID : FindingCode.JWS_INVALID),
                owner.equals(issuer)
                        ? issuerFinding(FindingCode.ISSUER_CONFIRMED, issuer)
                        : issuerFinding(FindingCode.ISSUER_KEY_OF_ANOTHER, owner, issuer));
    }

    private static List<Finding> unchecked(Finding integrity) {
        return List.of(integrity, issuerFinding(FindingCode.ISSUER_NOT_CHECKED));
    }

    private static boolean lists(JsonObject issuer, String key) {
        return !key.isEmpty()
                && Json.list(issuer, "publicKey").stream()
                        .anyMatch(value -> Linked.of(value)
                                .filter(link -> link.id().equals(key))
                                .isPresent());
    }

    /// The key as the profile links it: the profile came from the issuer, so what it embeds is as good as a fetch.
    private static Linked link(JsonObject issuer, String key) {
        return Json.list(issuer, "publicKey").stream()
                .flatMap(value -> Linked.of(value).stream())
                .filter(link -> link.id().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /// Whether the issuer's revocation list names the assertion.
    Finding revocation(Assertion assertion, JsonObject issuer) {
        Optional<Linked> list = Linked.of(issuer.get("revocationList"));
        if (list.isEmpty()) {
            return StatusCheck.finding(FindingCode.STATUS_NONE);
        }
        return switch (documents.follow(list.get())) {
            case NotThere missing -> StatusCheck.finding(unusable(missing.code()), missing.address());
            case Found(JsonObject document) ->
                listed(document, assertion, issuer, list.get().id());
        };
    }

    private static FindingCode unusable(FindingCode why) {
        return why == FindingCode.HOSTED_INVALID
                ? FindingCode.STATUS_LIST_INVALID
                : why == FindingCode.HOSTED_UNREACHABLE
                        ? FindingCode.STATUS_LIST_UNREACHABLE
                        : FindingCode.STATUS_LIST_MISSING;
    }

    private static Finding listed(JsonObject list, Assertion assertion, JsonObject issuer, String address) {
        String owner = Linked.of(list.get("issuer")).map(Linked::id).orElse("");
        if (!Json.string(issuer, "id").equals(Optional.of(owner))) {
            return StatusCheck.finding(FindingCode.STATUS_LIST_ISSUER_DIFFERS, address, owner);
        }
        List<JsonValue> revoked = Json.list(list, "revokedAssertions");
        if (revoked.size() > MAX_REVOKED) {
            return StatusCheck.finding(FindingCode.STATUS_LIST_INVALID, address);
        }
        boolean found = revoked.stream().anyMatch(entry -> names(entry, assertion));
        return StatusCheck.finding(found ? FindingCode.STATUS_REVOKED : FindingCode.STATUS_GOOD);
    }

    private static boolean names(JsonValue entry, Assertion assertion) {
        return switch (entry) {
            case JsonString id -> id.getString().equals(assertion.id());
            case JsonObject object ->
                Json.string(object, "id")
                        .or(() -> Json.string(object, "uid"))
                        .filter(assertion.id()::equals)
                        .isPresent();
            default -> false;
        };
    }
}
