package org.cairn.credential.verify;

import static org.cairn.credential.verify.SignatureCheck.integrity;
import static org.cairn.credential.verify.SignatureCheck.issuerFinding;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.VerificationKey;
import org.cairn.credential.proof.Proof;

/// Signed tokens: the Open Badges profile of VC-JWT, VC 1.1's `vc` claim, and `vc+jwt` of VC-JOSE-COSE.
final class TokenCheck {

    /// What the Open Badges profile allows in a header.
    private static final Set<String> HEADER = Set.of("alg", "kid", "jwk", "typ", "cty");

    private static final Set<String> JOSE_TYPES = Set.of("vc+jwt", "vc+ld+jwt", "vc+sd-jwt");

    /// Clocks differ.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final IssuerKeys keys;

    TokenCheck(IssuerKeys keys) {
        this.keys = keys;
    }

    List<Finding> check(Secured.Enveloped secured, Optional<String> issuer, Instant now) {
        Jws token = secured.token();
        Optional<String> fault = headerFault(token, secured.claims());
        if (fault.isPresent()) {
            return unchecked(integrity(FindingCode.JWS_MALFORMED, fault.get()));
        }
        if (!token.hasKnownAlgorithm()) {
            return unchecked(integrity(FindingCode.JWS_ALGORITHM_UNSUPPORTED, token.algorithm()));
        }
        return switch (key(token, issuer.orElse(""))) {
            case KeyLookup.Failed(FindingCode code, String about) ->
                List.of(integrity(FindingCode.KEY_NOT_AVAILABLE), issuerFinding(code, about));
            case KeyLookup.OtherKind(String kind) -> unchecked(integrity(FindingCode.KEY_UNSUPPORTED, kind));
            case KeyLookup.Found found ->
                List.of(
                        signature(secured, found, issuer.orElse(""), now),
                        SignatureCheck.issuer(issuer.orElse(""), found, signedAt(secured, now)));
        };
    }

    private static List<Finding> unchecked(Finding integrity) {
        return List.of(integrity, issuerFinding(FindingCode.ISSUER_NOT_CHECKED));
    }

    private static boolean isJose(Jws token) {
        return token.type().filter(JOSE_TYPES::contains).isPresent();
    }

    private static Optional<String> headerFault(Jws token, JsonObject claims) {
        JsonObject header = token.header();
        if (token.criticalMember().isPresent()) {
            return token.criticalMember();
        }
        if (isJose(token)) {
            return Stream.of("vc", "vp").filter(claims::containsKey).findFirst();
        }
        Optional<String> foreign =
                header.keySet().stream().filter(name -> !HEADER.contains(name)).findFirst();
        Optional<String> type = Json.string(header, "typ").filter(typ -> !typ.equalsIgnoreCase("JWT"));
        boolean keyNamed = header.containsKey("kid") || header.containsKey("jwk") || claims.containsKey("vc");
        return foreign.or(() -> type).or(() -> keyNamed ? Optional.empty() : Optional.of("kid"));
    }

    /// A key inside the token counts only if the issuer publishes the same one; a token that names none is signed by
    /// one of the issuer's.
    private KeyLookup key(Jws token, String issuer) {
        JsonObject header = token.header();
        Optional<String> kid = Json.string(header, "kid");
        Optional<String> address = kid.filter(id -> id.startsWith("did:") || id.startsWith("https:"));
        if (address.isPresent()) {
            return keys.find(address.get());
        }
        if (header.containsKey("jwk")) {
            Optional<VerificationKey> own = Json.member(header, "jwk").flatMap(VerificationKey::ofJwk);
            return own.isPresent() ? keys.findWhere(issuer, own.get()::equals) : new KeyLookup.OtherKind("jwk");
        }
        return kid.filter(id -> id.startsWith("#"))
                .map(id -> keys.find(issuer + id))
                .orElseGet(
                        () -> keys.findWhere(issuer, key -> token.problem(key).isEmpty()));
    }

    private static Finding signature(Secured.Enveloped secured, KeyLookup.Found found, String issuer, Instant now) {
        if (secured.token().problem(found.key()).isPresent()) {
            return integrity(FindingCode.JWS_INVALID);
        }
        Optional<Finding> time = isJose(secured.token()) ? time(secured.claims(), now) : Optional.empty();
        return time.or(() -> mismatch(secured, issuer).map(claim -> integrity(FindingCode.JWS_CLAIM_MISMATCH, claim)))
                .orElseGet(() -> integrity(FindingCode.PROOF_VALID));
    }

    /// In VC-JOSE-COSE these claims limit the signature, whatever the credential's own dates are.
    static Optional<Finding> time(JsonObject claims, Instant now) {
        Optional<Instant> end = TokenContent.moment(claims, "exp");
        if (claims.containsKey("exp") && end.filter(now::isBefore).isEmpty()) {
            return Optional.of(integrity(
                    FindingCode.PROOF_EXPIRED, end.map(Instant::toString).orElse("exp")));
        }
        return Stream.of("nbf", "iat")
                .filter(claims::containsKey)
                .filter(name -> TokenContent.moment(claims, name)
                        .filter(start -> !start.isAfter(now.plus(SKEW)))
                        .isEmpty())
                .findFirst()
                .map(name -> integrity(FindingCode.PROOF_FROM_FUTURE, String.valueOf(claims.get(name))));
    }

    /// The first claim that contradicts the credential. The Open Badges profile demands `iss`.
    private static Optional<String> mismatch(Secured.Enveloped secured, String issuer) {
        JsonObject claims = secured.claims();
        JsonObject credential = secured.credential();
        boolean jose = isJose(secured.token());
        var subject = Json.member(credential, "credentialSubject").flatMap(member -> Json.string(member, "id"));
        if ((!jose && !claims.containsKey("iss")) || differs(claims, "iss", Optional.of(issuer))) {
            return Optional.of("iss");
        }
        if (differs(claims, "jti", Json.string(credential, "id"))) {
            return Optional.of("jti");
        }
        if (differs(claims, "sub", subject)) {
            return Optional.of("sub");
        }
        if (!jose && dateDiffers(claims, "nbf", date(credential, "validFrom", "issuanceDate"))) {
            return Optional.of("nbf");
        }
        return !jose && dateDiffers(claims, "exp", date(credential, "validUntil", "expirationDate"))
                ? Optional.of("exp")
                : Optional.empty();
    }

    private static boolean differs(JsonObject claims, String claim, Optional<String> expected) {
        return claims.containsKey(claim) && !Json.string(claims, claim).equals(expected);
    }

    private static boolean dateDiffers(JsonObject claims, String claim, Optional<Instant> expected) {
        return claims.containsKey(claim)
                && !TokenContent.moment(claims, claim).equals(expected.map(at -> at.truncatedTo(ChronoUnit.SECONDS)));
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
