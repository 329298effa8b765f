package org.cairn.credential.did;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.cairn.credential.json.DateTimeStamp;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.KeyType;
import org.cairn.credential.key.VerificationKey;

/// Finds the public key that a signature names (Controlled Identifiers 1.0, 3.3).
public final class VerificationMethods {

    private final DidResolver dids;

    public VerificationMethods(DidResolver dids) {
        this.dids = dids;
    }

    /// The method with the DID URL.
    ///
    /// @param purpose what the signature was made for: `assertionMethod`, `authentication` …
    public MethodLookup find(String url, String purpose) {
        String did = url.split("[#?/]", 2)[0];
        return search(did, purpose, document -> method -> document.id(method).equals(Optional.of(url)));
    }

    /// The first method of the DID whose key is the one meant.
    public MethodLookup findWhere(String did, Predicate<VerificationKey> isMeant, String purpose) {
        return search(
                did, purpose, document -> method -> key(method).filter(isMeant).isPresent());
    }

    private interface Search {
        Predicate<JsonObject> in(ControllerDocument document);
    }

    private MethodLookup search(String did, String purpose, Search search) {
        DidResolution resolution = dids.resolve(did);
        if (!(resolution instanceof DidResolution.Resolved(JsonObject json))) {
            return new MethodLookup.NoDocument(did, resolution);
        }
        ControllerDocument document = new ControllerDocument(did, json);
        return document.methods()
                .filter(search.in(document))
                .findFirst()
                .map(method -> read(document, method, purpose))
                .orElse(new MethodLookup.NotListed(did));
    }

    private static MethodLookup read(ControllerDocument document, JsonObject method, String purpose) {
        Optional<VerificationKey> key = key(method);
        if (key.isEmpty()) {
            return new MethodLookup.OtherKind(Json.string(method, "type").orElse("?"));
        }
        Optional<String> id = document.id(method);
        Optional<Instant> expires = date(method, "expires");
        Optional<Instant> revoked = date(method, "revoked");
        boolean readable = id.isPresent()
                && expires.isPresent() == method.containsKey("expires")
                && revoked.isPresent() == method.containsKey("revoked");
        if (!readable) {
            return new MethodLookup.Malformed(document.did());
        }
        String controller = Json.string(method, "controller").orElse(document.did());
        return new MethodLookup.Found(
                new VerificationMethod(id.get(), controller, document.did(), key.get(), expires, revoked),
                document.authorises(id.get(), purpose));
    }

    private static Optional<Instant> date(JsonObject method, String name) {
        return Json.string(method, name).flatMap(DateTimeStamp::read);
    }

    /// The key of a method of a known type. A secret that was published is none any more.
    private static Optional<VerificationKey> key(JsonObject method) {
        if (method.containsKey("secretKeyMultibase") || method.containsKey("secretKeyJwk")) {
            return Optional.empty();
        }
        return switch (Json.string(method, "type").orElse("")) {
            case "Multikey" -> multibase(method);
            case "Ed25519VerificationKey2020" -> multibase(method).filter(key -> key.type() == KeyType.ED25519);
            case "JsonWebKey", "JsonWebKey2020" ->
                Json.member(method, "publicKeyJwk").flatMap(VerificationKey::ofJwk);
            default -> Optional.empty();
        };
    }

    private static Optional<VerificationKey> multibase(JsonObject method) {
        return Json.string(method, "publicKeyMultibase").flatMap(VerificationKey::ofMultibase);
    }
}
