package org.cairn.credential.verify;

import static org.cairn.credential.verify.SignatureCheck.integrity;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.credential.jose.JoseCredential;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.jose.MalformedTokenException;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.VerificationOptions;
import org.cairn.credential.verify.NotACredentialException.Code;

/// A presentation as a signed token: `vp+jwt` of VC-JOSE-COSE, whose payload is the presentation, or a JWT of VC 1.1
/// with a claim `vp`. The purpose of its key is to present; `aud` and `nonce` are its domain and challenge.
/// Reading it checks nothing.
public final class PresentationToken {

    private final Jws token;
    private final JsonObject claims;

    private PresentationToken(Jws token, JsonObject claims) {
        this.token = token;
        this.claims = claims;
    }

    /// Takes the token apart.
    ///
    /// @throws NotACredentialException when its payload is no JSON object
    public static PresentationToken read(Jws token) {
        try {
            return new PresentationToken(token, token.claims());
        } catch (MalformedTokenException e) {
            throw new NotACredentialException(Code.TOKEN_MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    /// The presentation without the token's own claims.
    public JsonObject presentation() {
        return Json.member(claims, "vp").orElseGet(() -> TokenContent.withoutClaims(claims));
    }

    /// Who presents it.
    public Optional<String> holder() {
        return PresentationVerifier.holder(presentation()).or(() -> Json.string(claims, "iss"));
    }

    ProofReport check(IssuerKeys keys, VerificationOptions options) {
        Optional<Finding> fault = fault();
        if (fault.isPresent()) {
            return new ProofReport(List.of(fault.get()), Set.of());
        }
        return switch (key(keys, options.purpose())) {
            case KeyLookup.Failed(FindingCode code, String about) ->
                new ProofReport(
                        List.of(integrity(FindingCode.KEY_NOT_AVAILABLE), SignatureCheck.issuerFinding(code, about)),
                        Set.of());
            case KeyLookup.OtherKind(String kind) ->
                new ProofReport(List.of(integrity(FindingCode.KEY_UNSUPPORTED, kind)), Set.of());
            case KeyLookup.Found found -> byKey(found, options);
        };
    }

    private Optional<Finding> fault() {
        boolean current = token.type().equals(Optional.of(JoseCredential.PRESENTATION_TYPE));
        boolean old = token.type().filter(type -> !type.equalsIgnoreCase("JWT")).isEmpty() && claims.containsKey("vp");
        Optional<String> malformed = token.criticalMember()
                .or(() -> current || old ? Optional.empty() : Optional.of("typ"))
                .or(() -> Stream.of("vc", "vp")
                        .filter(name -> current && claims.containsKey(name))
                        .findFirst());
        return malformed
                .map(member -> integrity(FindingCode.JWS_MALFORMED, member))
                .or(() -> token.hasKnownAlgorithm()
                        ? Optional.empty()
                        : Optional.of(integrity(FindingCode.JWS_ALGORITHM_UNSUPPORTED, token.algorithm())));
    }

    private KeyLookup key(IssuerKeys keys, String purpose) {
        String holder = holder().orElse("");
        String kid = Json.string(token.header(), "kid").orElse("");
        if (kid.startsWith("did:") || kid.startsWith("https:")) {
            return keys.find(kid, purpose);
        }
        return kid.startsWith("#")
                ? keys.find(holder + kid, purpose)
                : keys.findWhere(holder, key -> token.problem(key).isEmpty(), purpose);
    }

    private ProofReport byKey(KeyLookup.Found key, VerificationOptions options) {
        Finding integrity = token.problem(key.key()).isPresent()
                ? integrity(FindingCode.JWS_INVALID)
                : expected(options).orElseGet(() -> integrity(FindingCode.PROOF_VALID));
        Instant at = TokenContent.moment(claims, "iat").orElse(options.now());
        Optional<Finding> objection = ProofVerifier.objection(key, at, options.purpose());
        boolean good = ProofReport.isGood(integrity) && objection.isEmpty();
        return new ProofReport(
                Stream.concat(Stream.of(integrity), objection.stream()).toList(),
                good ? Set.of(key.controller()) : Set.of());
    }

    private Optional<Finding> expected(VerificationOptions options) {
        List<String> audience = Json.strings(claims, "aud");
        boolean elsewhere = !options.domain().isEmpty() && Collections.disjoint(audience, options.domain());
        boolean challenge = options.challenge().isEmpty() || options.challenge().equals(Json.string(claims, "nonce"));
        boolean sameHolder =
                !claims.containsKey("iss") || Json.string(claims, "iss").equals(holder());
        if (elsewhere) {
            return Optional.of(integrity(FindingCode.PROOF_DOMAIN_WRONG, String.join(" ", audience)));
        }
        if (!challenge) {
            return Optional.of(integrity(FindingCode.PROOF_CHALLENGE_WRONG));
        }
        return sameHolder
                ? TokenCheck.time(claims, options.now())
                : Optional.of(integrity(FindingCode.JWS_CLAIM_MISMATCH, "iss"));
    }
}
