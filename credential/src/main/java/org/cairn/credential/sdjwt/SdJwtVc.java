package org.cairn.credential.sdjwt;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Signer;
import org.cairn.credential.key.VerificationKey;

/// Credentials as selectively disclosable tokens: SD-JWT VC, media type `dc+sd-jwt`.
public final class SdJwtVc {

    public static final String TYPE = "dc+sd-jwt";

    /// The type before it was renamed; still met.
    private static final String OLD_TYPE = "vc+sd-jwt";

    /// What a verifier has to see in any case.
    private static final Set<String> NEVER_SELECTIVE =
            Set.of("iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "aka_vcts", "status");

    private SdJwtVc() {}

    /// Signs the claims, among them `vct` and, unless the key says who signs, `iss`.
    ///
    /// @throws IllegalArgumentException when a claim is missing or must not be kept back
    public static SdJwt issue(JsonObject claims, Concealment concealment, Signer signer, SecureRandom random) {
        check(claims, concealment);
        Concealing concealing = new Concealing(concealment, random);
        JsonObject header = Json.PROVIDER
                .createObjectBuilder()
                .add("typ", TYPE)
                .add("kid", signer.verificationMethod())
                .build();
        Jws token = Jws.sign(header, concealing.conceal(claims), signer);
        return new SdJwt(token, concealing.disclosures(), Optional.empty());
    }

    /// The claims and the holder's key, to which the credential is then bound.
    public static JsonObject boundTo(VerificationKey holder, JsonObject claims) {
        JsonObject confirmation =
                Json.PROVIDER.createObjectBuilder().add("jwk", holder.toJwk()).build();
        return Json.PROVIDER
                .createObjectBuilder(claims)
                .add("cnf", confirmation)
                .build();
    }

    /// Whether the token calls itself such a credential.
    public static boolean isTyped(SdJwt token) {
        return token.token()
                .type()
                .filter(type -> type.equals(TYPE) || type.equals(OLD_TYPE))
                .isPresent();
    }

    /// The first claim that breaks the rules of the type; empty when none does.
    public static Optional<String> fault(Disclosed disclosed) {
        JsonObject claims = disclosed.claims();
        if (Json.string(claims, "vct").filter(type -> !type.isBlank()).isEmpty()) {
            return Optional.of("vct");
        }
        return disclosed.selective().stream()
                .map(path -> path.steps().getFirst())
                .filter(NEVER_SELECTIVE::contains)
                .sorted()
                .findFirst();
    }

    private static void check(JsonObject claims, Concealment concealment) {
        if (Json.string(claims, "vct").filter(type -> !type.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("a credential needs vct");
        }
        boolean hidden = concealment.claims().stream()
                .anyMatch(path -> NEVER_SELECTIVE.contains(path.steps().getFirst()));
        if (hidden) {
            throw new IllegalArgumentException("such a claim must not be kept back");
        }
    }
}
