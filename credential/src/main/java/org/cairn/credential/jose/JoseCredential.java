package org.cairn.credential.jose;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Signer;

/// Signs credentials and presentations as VC-JOSE-COSE 1.0 describes, and writes and opens the envelopes that
/// carry them inside other documents.
public final class JoseCredential {

    public static final String CREDENTIAL_TYPE = "vc+jwt";
    public static final String PRESENTATION_TYPE = "vp+jwt";

    private static final String CONTEXT = "https://www.w3.org/ns/credentials/v2";

    private JoseCredential() {}

    /// The credential as a token of type `vc+jwt`.
    ///
    /// @throws IllegalArgumentException when it is no VC 2.0 credential
    public static Jws sign(JsonObject credential, Signer signer) {
        check(credential, "VerifiableCredential");
        return Jws.sign(header(CREDENTIAL_TYPE, "vc", signer), credential, signer);
    }

    /// The presentation as a token of type `vp+jwt`, for whoever asked for it.
    ///
    /// @throws IllegalArgumentException when it is no VC 2.0 presentation
    public static Jws signPresentation(JsonObject presentation, Audience audience, Signer holder) {
        check(presentation, "VerifiablePresentation");
        JsonObjectBuilder claims = Json.PROVIDER.createObjectBuilder(presentation);
        audience.verifier().ifPresent(verifier -> claims.add("aud", verifier));
        audience.nonce().ifPresent(nonce -> claims.add("nonce", nonce));
        return Jws.sign(header(PRESENTATION_TYPE, "vp", holder), claims.build(), holder);
    }

    /// Whom a presentation is meant for, and the number it answers.
    public record Audience(Optional<String> verifier, Optional<String> nonce) {}

    /// The object that stands for the token in a document that lists credentials.
    public static JsonObject envelope(Jws credential) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("@context", CONTEXT)
                .add("id", "data:application/" + credential.type().orElse(CREDENTIAL_TYPE) + "," + credential.compact())
                .add("type", "EnvelopedVerifiableCredential")
                .build();
    }

    private static void check(JsonObject document, String type) {
        boolean current =
                Json.strings(document, "@context").stream().findFirst().equals(Optional.of(CONTEXT));
        boolean claims = List.of("vc", "vp", "proof").stream().anyMatch(document::containsKey);
        if (!current || claims || !Json.strings(document, "type").contains(type)) {
            throw new IllegalArgumentException("not a " + type + " of VC 2.0 without a proof");
        }
    }

    private static JsonObject header(String type, String content, Signer signer) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("kid", signer.verificationMethod())
                .add("typ", type)
                .add("cty", content)
                .build();
    }
}
