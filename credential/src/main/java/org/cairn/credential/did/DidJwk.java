package org.cairn.credential.did;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;
import org.cairn.credential.key.VerificationKey;

/// `did:jwk`: the identifier is a public JWK, so the document is computed. It can neither rotate nor be revoked.
public final class DidJwk implements DidResolver {

    private static final String PREFIX = "did:jwk:";
    private static final int MAX_CHARS = 4_000;

    /// The `did:jwk` of a key.
    public static String did(VerificationKey key) {
        return PREFIX + text(Json.bytes(key.toJwk()));
    }

    /// The one verification method of the `did:jwk`.
    public static String method(VerificationKey key) {
        return did(key) + "#0";
    }

    @Override
    public DidResolution resolve(String did) {
        if (!did.startsWith(PREFIX) || did.length() > MAX_CHARS) {
            return new DidResolution.Invalid("not a did:jwk");
        }
        Optional<JsonObject> jwk = decoded(did.substring(PREFIX.length()));
        if (jwk.isEmpty()) {
            return new DidResolution.Invalid("the did:jwk holds no JWK");
        }
        boolean signs = !Json.string(jwk.get(), "use").equals(Optional.of("enc"));
        JsonObject document = document(did, jwk.get());
        return new DidResolution.Resolved(signs ? DidDocument.forEverything(document, did + "#0") : document);
    }

    private static JsonObject document(String did, JsonObject jwk) {
        JsonObject method = Json.PROVIDER
                .createObjectBuilder()
                .add("id", did + "#0")
                .add("type", "JsonWebKey")
                .add("controller", did)
                .add("publicKeyJwk", jwk)
                .build();
        return Json.PROVIDER
                .createObjectBuilder()
                .add(
                        "@context",
                        Json.PROVIDER
                                .createArrayBuilder()
                                .add("https://www.w3.org/ns/did/v1")
                                .add("https://w3id.org/security/jwk/v1"))
                .add("id", did)
                .add("verificationMethod", Json.PROVIDER.createArrayBuilder().add(method))
                .build();
    }

    /// In its one right spelling: two identifiers of one key would be two issuers.
    private static Optional<JsonObject> decoded(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
            return text(bytes).equals(text) ? Optional.of(Json.object(bytes)) : Optional.empty();
        } catch (IllegalArgumentException | MalformedJsonException e) {
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
