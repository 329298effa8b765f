package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.did.VerificationMethod;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;
import org.cairn.credential.key.VerificationKey;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;

/// Keys of issuers that are named by a web address and publish their keys there (JWT VC Issuer Metadata of SD-JWT VC).
final class WebIssuers {

    private static final int MAX_METADATA = 256 * 1024;
    private static final int MAX_KEYS = 100;
    private static final String PLACE = "/.well-known/jwt-vc-issuer";

    private final Outside outside;

    WebIssuers(Outside outside) {
        this.outside = outside;
    }

    /// The key that the token names, or the one it is signed with when it names none.
    KeyLookup find(String issuer, Jws token) {
        Optional<URI> place = address(issuer).map(WebIssuers::metadata);
        if (place.isEmpty()) {
            return new KeyLookup.Failed(FindingCode.ISSUER_METHOD_UNSUPPORTED, issuer);
        }
        return switch (fetch(place.get())) {
            case Answer.None(FindingCode code) -> new KeyLookup.Failed(code, issuer);
            case Answer.Json(JsonObject metadata) -> inMetadata(metadata, issuer, token);
        };
    }

    /// What lies at an address.
    sealed interface Answer {
        record Json(JsonObject document) implements Answer {}

        record None(FindingCode code) implements Answer {}
    }

    private KeyLookup inMetadata(JsonObject metadata, String issuer, Jws token) {
        if (!Json.string(metadata, "issuer").equals(Optional.of(issuer))) {
            return new KeyLookup.Failed(FindingCode.ISSUER_DOCUMENT_INVALID, issuer);
        }
        Optional<JsonObject> inside = Json.member(metadata, "jwks");
        if (inside.isPresent()) {
            return inSet(inside.get(), issuer, token);
        }
        Optional<URI> elsewhere = Json.string(metadata, "jwks_uri").flatMap(WebIssuers::address);
        return switch (elsewhere.map(this::fetch).orElse(new Answer.None(FindingCode.ISSUER_DOCUMENT_INVALID))) {
            case Answer.None(FindingCode code) -> new KeyLookup.Failed(code, issuer);
            case Answer.Json(JsonObject set) -> inSet(set, issuer, token);
        };
    }

    private static KeyLookup inSet(JsonObject set, String issuer, Jws token) {
        Optional<String> kid = Json.string(token.header(), "kid");
        List<JsonObject> named = Json.objects(set, "keys").stream()
                .limit(MAX_KEYS)
                .filter(jwk -> kid.isEmpty() || Json.string(jwk, "kid").equals(kid))
                .toList();
        List<VerificationKey> keys = named.stream()
                .flatMap(jwk -> VerificationKey.ofJwk(jwk).stream())
                .toList();
        Optional<VerificationKey> signing = keys.stream()
                .filter(key -> token.problem(key).isEmpty())
                .findFirst()
                .or(() -> kid.flatMap(name -> keys.stream().findFirst()));
        if (signing.isPresent()) {
            return new KeyLookup.Found(
                    new VerificationMethod(issuer, issuer, issuer, signing.get(), Optional.empty(), Optional.empty()),
                    true);
        }
        return named.isEmpty() || keys.size() == named.size()
                ? new KeyLookup.Failed(FindingCode.ISSUER_KEY_NOT_LISTED, issuer)
                : new KeyLookup.OtherKind("jwk");
    }

    private Answer fetch(URI place) {
        return switch (outside.fetch(place, "application/json", MAX_METADATA)) {
            case Fetched.Body body -> read(body);
            case Fetched.Missing(int status)
            when status == 404 || status == 410 -> new Answer.None(FindingCode.ISSUER_NOT_FOUND);
            case Fetched.Missing(int status) -> new Answer.None(FindingCode.ISSUER_UNREACHABLE);
            case Fetched.Unreachable(String why) -> new Answer.None(FindingCode.ISSUER_UNREACHABLE);
            case Fetched.Refused(String why) -> new Answer.None(FindingCode.ISSUER_UNREACHABLE);
        };
    }

    private static Answer read(Fetched.Body body) {
        try {
            return new Answer.Json(Json.object(body.bytes()));
        } catch (MalformedJsonException e) {
            return new Answer.None(FindingCode.ISSUER_DOCUMENT_INVALID);
        }
    }

    /// The well-known path goes between host and path.
    private static URI metadata(URI issuer) {
        String path = issuer.getRawPath() == null ? "" : issuer.getRawPath().replaceAll("/$", "");
        return URI.create("https://" + issuer.getRawAuthority() + PLACE + path);
    }

    static Optional<URI> address(String text) {
        try {
            return Optional.of(text)
                    .filter(address -> address.startsWith("https://") && address.length() <= 2_000)
                    .map(URI::create)
                    .filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
