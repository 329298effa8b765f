package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import org.cairn.credential.did.DidResolution;
import org.cairn.credential.did.DidResolver;
import org.cairn.credential.did.MethodLookup;
import org.cairn.credential.did.VerificationMethod;
import org.cairn.credential.did.VerificationMethods;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;
import org.cairn.credential.key.VerificationKey;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.proof.DataIntegrity;

/// Finds the public key a signature names, and what its owner says of it.
final class IssuerKeys {

    private static final int MAX_JWK = 64 * 1024;

    private final VerificationMethods methods;
    private final Outside outside;

    IssuerKeys(DidResolver dids, Outside outside) {
        this.methods = new VerificationMethods(dids);
        this.outside = outside;
    }

    /// The key of an issuer under a DID URL, or under the https address of a JWK.
    KeyLookup find(String keyId) {
        return find(keyId, DataIntegrity.PURPOSE);
    }

    /// The key under a DID URL, or under the https address of a JWK, and whether it is for the purpose.
    KeyLookup find(String keyId, String purpose) {
        return keyId.startsWith("https://") ? published(keyId) : told(methods.find(keyId, purpose));
    }

    /// The first key among those of the issuer that is the one meant.
    KeyLookup findWhere(String did, Predicate<VerificationKey> isMeant) {
        return findWhere(did, isMeant, DataIntegrity.PURPOSE);
    }

    /// The first key among those of somebody that is the one meant, and whether it is for the purpose.
    KeyLookup findWhere(String did, Predicate<VerificationKey> isMeant, String purpose) {
        return told(methods.findWhere(did, isMeant, purpose));
    }

    private static KeyLookup told(MethodLookup lookup) {
        return switch (lookup) {
            case MethodLookup.Found(VerificationMethod method, boolean authorised) ->
                new KeyLookup.Found(method, authorised);
            case MethodLookup.OtherKind(String type) -> new KeyLookup.OtherKind(type);
            case MethodLookup.Malformed(String did) -> new KeyLookup.Failed(FindingCode.ISSUER_DOCUMENT_INVALID, did);
            case MethodLookup.NotListed(String did) -> new KeyLookup.Failed(FindingCode.ISSUER_KEY_NOT_LISTED, did);
            case MethodLookup.NoDocument(String did, DidResolution resolution) -> without(did, resolution);
        };
    }

    private static KeyLookup without(String did, DidResolution resolution) {
        return switch (resolution) {
            case DidResolution.Resolved(JsonObject document) ->
                new KeyLookup.Failed(FindingCode.ISSUER_KEY_NOT_LISTED, did);
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
                    ? new KeyLookup.Found(
                            new VerificationMethod(
                                    address, address, address, key.get(), Optional.empty(), Optional.empty()),
                            true)
                    : new KeyLookup.OtherKind(Json.string(jwk, "kty").orElse("?"));
        } catch (MalformedJsonException e) {
            return new KeyLookup.Failed(FindingCode.ISSUER_DOCUMENT_INVALID, address);
        }
    }
}
