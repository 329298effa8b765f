package org.cairn.credential.verify;

import static org.cairn.credential.verify.SignatureCheck.integrity;
import static org.cairn.credential.verify.SignatureCheck.issuerFinding;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.VerificationKey;
import org.cairn.credential.proof.Proof;

/// Signed tokens in the Open Badges profile of VC-JWT (and `vc+jwt`, which has fewer claims to agree with).
final class TokenCheck {

    private static final Set<String> HEADER = Set.of("alg", "kid", "jwk", "typ", "cty");
    private static final Set<String> TYPES = Set.of("JWT", "vc+jwt", "vc+ld+jwt");
    private static final Set<String> ALGORITHMS = Set.of("EdDSA", "ES256", "RS256");

    private final IssuerKeys keys;

    TokenCheck(IssuerKeys keys) {
        this.keys = keys;
    }

    List<Finding> check(Secured.Enveloped secured, Optional<String> issuer, Instant now) {
        JsonObject header = secured.token().header();
        String algorithm = Json.string(header, "alg").orElse("");
        Optional<String> fault = headerFault(header);
        if (fault.isPresent()) {
            return unchecked(integrity(FindingCode.JWS_MALFORMED, fault.get()));
        }
        if (!ALGORITHMS.contains(algorithm)) {
            return unchecked(integrity(FindingCode.JWS_ALGORITHM_UNSUPPORTED, algorithm));
        }
        return switch (key(header, issuer.orElse(""))) {
            case KeyLookup.Failed(FindingCode code, String about) ->
                List.of(integrity(FindingCode.KEY_NOT_AVAILABLE), issuerFinding(code, about));
            case KeyLookup.OtherKind(String kind) -> unchecked(integrity(FindingCode.KEY_UNSUPPORTED, kind));
            case KeyLookup.Found found ->
                List.of(
                        signature(secured, found, issuer.orElse("")),
                        SignatureCheck.issuer(issuer.orElse(""), found, signedAt(secured, now)));
        };
    }

    private static List<Finding> unchecked(Finding integrity) {
        return List.of(integrity, issuerFinding(FindingCode.ISSUER_NOT_CHECKED));
    }

    private static Optional<String> headerFault(JsonObject header) {
        Optional<String> foreign =
                header.keySet().stream().filter(name -> !HEADER.contains(name)).findFirst();
        Optional<String> type = Json.string(header, "typ").filter(typ -> !TYPES.contains(typ));
        boolean keyNamed = header.containsKey("kid") || header.containsKey("jwk");
        return foreign.or(() -> type).or(() -> keyNamed ? Optional.empty() : Optional.of("kid"));
    }

    /// A key inside the token counts only if the issuer publishes the same one.
    private KeyLookup key(JsonObject header, String issuer) {
        Optional<String> kid =
                Json.string(header, "kid").filter(id -> id.startsWith("did:") || id.startsWith("https:"));
        if (kid.isPresent()) {
            return keys.find(kid.get());
        }
        Optional<VerificationKey> own = Json.member(header, "jwk").flatMap(VerificationKey::ofJwk);
        return own.isPresent() ? keys.findEqual(issuer, own.get()) : new KeyLookup.OtherKind("jwk");
    }

    private static Finding signature(Secured.Enveloped secured, KeyLookup.Found found, String issuer) {
        Jws token = secured.token();
        boolean rightAlgorithm =
                Json.string(token.header(), "alg").equals(found.key().type().algorithm());
        if (!rightAlgorithm || !found.key().verifies(token.signedBytes(), token.signatureBytes())) {
            return integrity(FindingCode.JWS_INVALID);
        }
        return mismatch(secured, issuer)
                .map(claim -> integrity(FindingCode.JWS_CLAIM_MISMATCH, claim))
                .orElseGet(() -> integrity(FindingCode.PROOF_VALID));
    }

    /// The first claim that contradicts the credential. The Open Badges profile demands `iss`.
    private static Optional<String> mismatch(Secured.Enveloped secured, String issuer) {
        JsonObject claims = secured.token().payload();
        JsonObject credential = secured.credential();
        boolean plainJwt =
                !Json.string(secured.token().header(), "typ").orElse("JWT").startsWith("vc+");
        if (plainJwt && !claims.containsKey("iss")) {
            return Optional.of("iss");
        }
        if (differs(claims, "iss", Optional.of(issuer))) {
            return Optional.of("iss");
        }
        if (differs(claims, "jti", Json.string(credential, "id"))) {
            return Optional.of("jti");
        }
        var subject = Json.member(credential, "credentialSubject").flatMap(member -> Json.string(member, "id"));
        if (differs(claims, "sub", subject)) {
            return Optional.of("sub");
        }
        if (dateDiffers(claims, "nbf", date(credential, "validFrom", "issuanceDate"))) {
            return Optional.of("nbf");
        }
        return dateDiffers(claims, "exp", date(credential, "validUntil", "expirationDate"))
                ? Optional.of("exp")
                : Optional.empty();
    }

    private static boolean differs(JsonObject claims, String claim, Optional<String> expected) {
        return claims.containsKey(claim) && !Json.string(claims, claim).equals(expected);
    }

    private static boolean dateDiffers(JsonObject claims, String claim, Optional<Instant> expected) {
        if (!claims.containsKey(claim)) {
            return false;
        }
        return !(claims.get(claim) instanceof JsonNumber number)
                || expected.isEmpty()
                || number.bigDecimalValue().longValue() != expected.get().getEpochSecond();
    }

    private static Optional<Instant> date(JsonObject credential, String name, String oldName) {
        return Json.string(credential, name)
                .or(() -> Json.string(credential, oldName))
                .flatMap(Proof::instant);
    }

    /// A token does not say when it was signed; the start of its validity stands in for it.
    private static Instant signedAt(Secured.Enveloped secured, Instant now) {
        return date(secured.credential(), "validFrom", "issuanceDate").orElse(now);
    }
}
