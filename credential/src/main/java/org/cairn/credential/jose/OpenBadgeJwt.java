package org.cairn.credential.jose;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.json.DateTimeStamp;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Signer;
import org.cairn.credential.key.VerificationKey;

/// Signs credentials in the VC-JWT format of Open Badges 3.0 (section 8.2): the credential itself is the
/// payload, beside claims that repeat its identifiers and dates, and the header has no members but `alg`, `kid`
/// or `jwk`, and `typ`.
public final class OpenBadgeJwt {

    /// Claims of the token, which a credential has no members of the name of.
    private static final Set<String> CLAIMS = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "vc");

    private OpenBadgeJwt() {}

    /// With the address of the key (`kid`), as the signer names it.
    ///
    /// @throws IllegalArgumentException when the credential lacks what the claims repeat
    public static Jws sign(JsonObject credential, Signer signer) {
        JsonObject header = Json.PROVIDER
                .createObjectBuilder()
                .add("kid", signer.verificationMethod())
                .add("typ", "JWT")
                .build();
        return Jws.sign(header, claims(credential), signer);
    }

    /// With the public key itself (`jwk`); verifiers look for the same one among those the issuer publishes.
    ///
    /// @throws IllegalArgumentException when the credential lacks what the claims repeat
    public static Jws signEmbedding(VerificationKey key, JsonObject credential, Signer signer) {
        if (key.type() != signer.keyType()) {
            throw new IllegalArgumentException("the key is not the signer's");
        }
        JsonObject header = Json.PROVIDER
                .createObjectBuilder()
                .add("jwk", key.toJwk())
                .add("typ", "JWT")
                .build();
        return Jws.sign(header, claims(credential), signer);
    }

    private static JsonObject claims(JsonObject credential) {
        if (credential.containsKey("proof") || CLAIMS.stream().anyMatch(credential::containsKey)) {
            throw new IllegalArgumentException("the credential already has a proof or claims of a token");
        }
        JsonObjectBuilder claims = Json.PROVIDER.createObjectBuilder(credential);
        claims.add("iss", needed(id(credential, "issuer"), "issuer.id"));
        claims.add("jti", needed(Json.string(credential, "id"), "id"));
        claims.add("sub", needed(id(credential, "credentialSubject"), "credentialSubject.id"));
        claims.add("nbf", needed(seconds(credential, "validFrom", "issuanceDate"), "validFrom"));
        seconds(credential, "validUntil", "expirationDate").ifPresent(until -> claims.add("exp", until));
        return claims.build();
    }

    private static <T> T needed(Optional<T> value, String member) {
        return value.orElseThrow(() -> new IllegalArgumentException("a token needs " + member));
    }

    private static Optional<String> id(JsonObject credential, String name) {
        return Json.string(credential, name)
                .or(() -> Json.member(credential, name).flatMap(member -> Json.string(member, "id")));
    }

    private static Optional<Long> seconds(JsonObject credential, String name, String oldName) {
        Optional<String> written = Json.string(credential, name).or(() -> Json.string(credential, oldName));
        return written.map(text -> DateTimeStamp.parse(text)
                .map(DateTimeStamp::epochSecond)
                .orElseThrow(() -> new IllegalArgumentException(name + " is no date with time and zone")));
    }
}
