package org.cairn.credential.did;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.cairn.credential.json.Json;

/// The document a host serves for its `did:web`.
///
/// Keys are never taken out: a retired key stays under `verificationMethod` and `assertionMethod`, so that what it
/// signed remains verifiable, and says by `expires` (retired) or `revoked` (compromised) from when on it is void.
/// That is how Controlled Identifiers 1.0 describes both; a verifier compares them with the date of the signature.
/// After a compromise the date inside a forged signature proves nothing: then also revoke by status list, or set
/// `revoked` to before the first signature in doubt.
public final class DidDocument {

    private DidDocument() {}

    /// The document for the DID with the given keys, newest first by convention.
    public static JsonObject of(String did, List<Multikey> keys) {
        JsonArrayBuilder methods = Json.PROVIDER.createArrayBuilder();
        JsonArrayBuilder assertion = Json.PROVIDER.createArrayBuilder();
        for (Multikey key : keys) {
            methods.add(method(did, key));
            assertion.add(key.id());
        }
        return Json.PROVIDER
                .createObjectBuilder()
                .add(
                        "@context",
                        Json.PROVIDER
                                .createArrayBuilder()
                                .add("https://www.w3.org/ns/did/v1")
                                .add("https://w3id.org/security/multikey/v1"))
                .add("id", did)
                .add("verificationMethod", methods)
                .add("assertionMethod", assertion)
                .build();
    }

    /// The document with the method in every relationship that is about signatures.
    static JsonObject forEverything(JsonObject document, String methodId) {
        JsonObjectBuilder result = Json.PROVIDER.createObjectBuilder(document);
        for (String purpose : ControllerDocument.SIGNING) {
            result.add(purpose, Json.PROVIDER.createArrayBuilder().add(methodId));
        }
        return result.build();
    }

    private static JsonObject method(String did, Multikey key) {
        if (!key.id().startsWith(did + "#")) {
            throw new IllegalArgumentException("a key's id is the DID followed by # and a name");
        }
        JsonObjectBuilder method = Json.PROVIDER
                .createObjectBuilder()
                .add("id", key.id())
                .add("type", "Multikey")
                .add("controller", did)
                .add("publicKeyMultibase", key.publicKeyMultibase());
        key.expires().ifPresent(at -> method.add("expires", at.toString()));
        key.revoked().ifPresent(at -> method.add("revoked", at.toString()));
        return method.build();
    }
}
