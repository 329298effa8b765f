package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cairn.credential.did.DidResolution;
import org.cairn.credential.did.DidResolver;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;
import org.cairn.credential.key.VerificationKey;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.proof.Proof;

/// Finds the public key a signature names, and what its owner says of it.
final class IssuerKeys {

    /// Keys looked at in one DID document.
    private static final int MAX_KEYS = 100;

    private static final int MAX_JWK = 64 * 1024;

    private final DidResolver dids;
    private final Outside outside;

    IssuerKeys(DidResolver dids, Outside outside) {
        this.dids = dids;
        this.outside = outside;
    }

    /// The key under a DID URL, or under the https address of a JWK.
    KeyLookup find(String keyId) {
        if (keyId.startsWith("https://")) {
            return published(keyId);
        }
        String did = keyId.split("[#?/]", 2)[0];
        return inDocument(
                did,
                document -> methods(document)
                        .filter(method -> isNamed(method, did, keyId))
                        .findFirst()
                        .map(method -> lookup(document, did, method)));
    }

    /// The first key among those of the DID that is the one meant.
    KeyLookup findWhere(String did, Predicate<VerificationKey> isMeant) {
        return inDocument(
                did,
                document -> methods(document)
                        .filter(method -> read(method).filter(isMeant).isPresent())
                        .findFirst()
                        .map(method -> lookup(document, did, method)));
    }

    private interface Search {
        Optional<KeyLookup> in(JsonObject document);
    }

    private KeyLookup inDocument(String did, Search search) {
        return switch (dids.resolve(did)) {
            case DidResolution.Resolved(JsonObject document) ->
                search.in(document).orElse(new KeyLookup.Failed(FindingCode.ISSUER_KEY_NOT_LISTED, did));
            case DidResolution.NotFound(String why) -> new KeyLookup.Failed(FindingCode.ISSUER_NOT_FOUND, did);
            case DidResolution.Unreachable(String why) -> new KeyLookup.Failed(FindingCode.ISSUER_UNREACHABLE, did);
            case DidResolution.Unsupported(String method) ->
                new KeyLookup.Failed(FindingCode.ISSUER_METHOD_UNSUPPORTED, "did:" + method);
            case DidResolution.Invalid(String why) -> new KeyLookup.Failed(FindingCode.ISSUER_DOCUMENT_INVALID, did);
        };
    }

    private KeyLookup published(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            return new KeyLookup.Failed(FindingCode.ISSUER_DOCUMENT_INVALID, address);
        }
        return switch (outside.fetch(uri, "application/jwk+json, application/json", MAX_JWK)) {
            case Fetched.Body body -> jwk(address, body);
            case Fetched.Missing(int status) -> new KeyLookup.Failed(FindingCode.ISSUER_NOT_FOUND, address);
            case Fetched.Unreachable(String why) -> new KeyLookup.Failed(FindingCode.ISSUER_UNREACHABLE, address);
            case Fetched.Refused(String why) -> new KeyLookup.Failed(FindingCode.ISSUER_UNREACHABLE, address);
        };
    }

    /// A key at an https address speaks for the site it lies on.
    private static KeyLookup jwk(String address, Fetched.Body body) {
        try {
            JsonObject jwk = Json.object(body.bytes());
            Optional<VerificationKey> key = VerificationKey.ofJwk(jwk);
            return key.isPresent()
                    ? new KeyLookup.Found(key.get(), address, true, Optional.empty(), Optional.empty())
                    : new KeyLookup.OtherKind(Json.string(jwk, "kty").orElse("?"));
        } catch (MalformedJsonException e) {
            return new KeyLookup.Failed(FindingCode.ISSUER_DOCUMENT_INVALID, address);
        }
    }

    private static KeyLookup lookup(JsonObject document, String did, JsonObject method) {
        Optional<VerificationKey> key = read(method);
        if (key.isEmpty()) {
            return new KeyLookup.OtherKind(Json.string(method, "type").orElse("?"));
        }
        Optional<Instant> expires = Json.string(method, "expires").flatMap(Proof::instant);
        Optional<Instant> revoked = Json.string(method, "revoked").flatMap(Proof::instant);
        boolean datesReadable = expires.isPresent() == method.containsKey("expires")
                && revoked.isPresent() == method.containsKey("revoked");
        if (!datesReadable) {
            return new KeyLookup.Failed(FindingCode.ISSUER_DOCUMENT_INVALID, did);
        }
        String controller = Json.string(method, "controller").orElse(did);
        return new KeyLookup.Found(key.get(), controller, isForCredentials(document, did, method), expires, revoked);
    }

    private static boolean isForCredentials(JsonObject document, String did, JsonObject method) {
        String id = Json.string(method, "id").map(name -> absolute(did, name)).orElse("");
        return Json.list(document, "assertionMethod").stream()
                .limit(MAX_KEYS)
                .flatMap(entry -> idOf(entry).stream())
                .anyMatch(name -> absolute(did, name).equals(id));
    }

    private static Optional<String> idOf(JsonValue entry) {
        return switch (entry) {
            case JsonString reference -> Optional.of(reference.getString());
            case JsonObject embedded -> Json.string(embedded, "id");
            default -> Optional.empty();
        };
    }

    /// The keys under `verificationMethod` and those embedded under `assertionMethod`.
    private static Stream<JsonObject> methods(JsonObject document) {
        List<JsonObject> listed = Json.objects(document, "verificationMethod");
        List<JsonObject> embedded = Json.objects(document, "assertionMethod");
        return Stream.concat(listed.stream(), embedded.stream()).limit(MAX_KEYS);
    }

    private static boolean isNamed(JsonObject method, String did, String keyId) {
        return Json.string(method, "id")
                .filter(id -> absolute(did, id).equals(keyId))
                .isPresent();
    }

    private static String absolute(String did, String id) {
        return id.startsWith("#") ? did + id : id;
    }

    private static Optional<VerificationKey> read(JsonObject method) {
        return Json.string(method, "publicKeyMultibase")
                .flatMap(VerificationKey::ofMultibase)
                .or(() -> Json.member(method, "publicKeyJwk").flatMap(VerificationKey::ofJwk));
    }
}
