package org.cairn.server.vcapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.credential.did.DidResolution;
import org.cairn.credential.did.DidResolver;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.VerificationKey;

/// Finds the key behind a proof that presents, if its owner uses it for that.
final class HolderKeys {
    /// Keys looked at in one DID document.
    private static final int MAX_KEYS = 100;

    private final DidResolver dids;

    HolderKeys(DidResolver dids) {
        this.dids = dids;
    }

    /// Empty when there is no such key, when it cannot be had, or when it is for something else.
    ///
    /// @param method the DID URL of the key
    /// @param purpose such as `authentication`
    Optional<VerificationKey> find(String method, String purpose) {
        var did = controller(method);
        return switch (dids.resolve(did)) {
            case DidResolution.Resolved(JsonObject document) -> inDocument(document, did, method, purpose);
            case DidResolution.NotFound _,
                    DidResolution.Unreachable _,
                    DidResolution.Unsupported _,
                    DidResolution.Invalid _ -> Optional.empty();
        };
    }

    /// Whose key it is.
    static String controller(String method) {
        return method.split("[#?/]", 2)[0];
    }

    private static Optional<VerificationKey> inDocument(
            JsonObject document, String did, String method, String purpose) {
        // Everything about a did:key is computed from its one key, which is for every purpose of signatures.
        var relation = did.startsWith("did:key:") ? "assertionMethod" : purpose;
        var allowed = Json.list(document, relation).stream()
                .limit(MAX_KEYS)
                .flatMap(entry -> id(entry).stream())
                .anyMatch(id -> absolute(did, id).equals(method));
        return allowed
                ? methods(document, relation)
                        .filter(m -> Json.string(m, "id")
                                .map(id -> absolute(did, id))
                                .equals(Optional.of(method)))
                        .findFirst()
                        .flatMap(HolderKeys::key)
                : Optional.empty();
    }

    private static Stream<JsonObject> methods(JsonObject document, String relation) {
        return Stream.of(Json.objects(document, "verificationMethod"), Json.objects(document, relation))
                .flatMap(List::stream)
                .limit(MAX_KEYS);
    }

    private static Optional<String> id(JsonValue entry) {
        return switch (entry) {
            case JsonString reference -> Optional.of(reference.getString());
            case JsonObject embedded -> Json.string(embedded, "id");
            default -> Optional.empty();
        };
    }

    private static String absolute(String did, String id) {
        return id.startsWith("#") ? did + id : id;
    }

    private static Optional<VerificationKey> key(JsonObject method) {
        return Json.string(method, "publicKeyMultibase")
                .flatMap(VerificationKey::ofMultibase)
                .or(() -> Json.member(method, "publicKeyJwk").flatMap(VerificationKey::ofJwk));
    }
}
