package org.cairn.credential.jose;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cairn.credential.jose.MalformedTokenException.Code;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;
import org.cairn.credential.key.KeyType;
import org.cairn.credential.key.Signer;
import org.cairn.credential.key.VerificationKey;

/// A compact JWS: its parts are readable, and what they say is worth nothing before [#problem] is empty.
public final class Jws {

    /// The longest token that is taken apart.
    public static final int MAX_CHARS = Json.MAX_BYTES;

    private static final int MAX_HEADER = 64 * 1024;
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+");

    /// The allow-list: algorithm names and the only kind of key each may be used with.
    private static final Map<String, KeyType> ALGORITHMS = Map.of(
            "EdDSA", KeyType.ED25519,
            "Ed25519", KeyType.ED25519,
            "ES256", KeyType.P256,
            "ES384", KeyType.P384,
            "RS256", KeyType.RSA);

    /// Members that change how a token is read; none of them is understood here.
    private static final Set<String> CRITICAL = Set.of("crit", "b64", "zip");

    private final JsonObject header;
    private final byte[] payload;
    private final String signed;
    private final byte[] signature;

    private Jws(JsonObject header, byte[] payload, String signed, byte[] signature) {
        this.header = header;
        this.payload = payload;
        this.signed = signed;
        this.signature = signature;
    }

    /// Signs the claims. The algorithm is the one of the signer's key; the header must not name one.
    public static Jws sign(JsonObject header, JsonObject claims, Signer signer) {
        String algorithm = signer.keyType()
                .algorithm()
                .orElseThrow(() -> new IllegalArgumentException("a key of this kind signs no tokens"));
        if (header.containsKey("alg") || CRITICAL.stream().anyMatch(header::containsKey)) {
            throw new IllegalArgumentException("alg, crit, b64 and zip are not for the caller to set");
        }
        JsonObject full = Json.PROVIDER
                .createObjectBuilder(Map.of("alg", algorithm))
                .addAll(Json.PROVIDER.createObjectBuilder(header))
                .build();
        byte[] payload = Json.bytes(claims);
        String signed = Base64Url.encode(Json.bytes(full)) + "." + Base64Url.encode(payload);
        return new Jws(full, payload, signed, signer.sign(ascii(signed)));
    }

    /// Whether the text has the form of a compact JWS.
    public static boolean looksLikeOne(String text) {
        return text.length() <= MAX_CHARS && COMPACT.matcher(text).matches();
    }

    /// Takes a token apart.
    ///
    /// @throws MalformedTokenException when a part is not what it should be
    public static Jws read(String compact) {
        if (compact.length() > MAX_CHARS) {
            throw new MalformedTokenException(Code.TOO_LARGE, "more than " + MAX_CHARS + " characters");
        }
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new MalformedTokenException(Code.PARTS, "a compact JWS has three parts");
        }
        JsonObject header = header(parts[0]);
        byte[] payload = decode(parts[1], Code.PAYLOAD);
        byte[] signature = decode(parts[2], Code.SIGNATURE);
        if (signature.length == 0) {
            throw new MalformedTokenException(Code.SIGNATURE, "there is no signature");
        }
        return new Jws(header, payload, parts[0] + "." + parts[1], signature);
    }

    public JsonObject header() {
        return header;
    }

    public String algorithm() {
        return header.getString("alg");
    }

    /// The type without the `application/` that may be left out, or empty.
    public Optional<String> type() {
        return Json.string(header, "typ").map(type -> type.startsWith("application/") ? type.substring(12) : type);
    }

    public byte[] payload() {
        return payload.clone();
    }

    /// The payload as a JSON object.
    ///
    /// @throws MalformedTokenException when it is none
    public JsonObject claims() {
        try {
            return Json.object(payload);
        } catch (MalformedJsonException e) {
            throw new MalformedTokenException(Code.PAYLOAD, "the payload is refused: " + e.getMessage());
        }
    }

    /// Whether the algorithm is one of those accepted here.
    public boolean hasKnownAlgorithm() {
        return ALGORITHMS.containsKey(algorithm());
    }

    /// The member of the header that demands something not understood here.
    public Optional<String> criticalMember() {
        return CRITICAL.stream().filter(header::containsKey).sorted().findFirst();
    }

    /// Why the token is not signed by the key; empty when it is.
    public Optional<JwsProblem> problem(VerificationKey key) {
        if (criticalMember().isPresent()) {
            return Optional.of(JwsProblem.CRITICAL_HEADER);
        }
        if (!hasKnownAlgorithm()) {
            return Optional.of(JwsProblem.ALGORITHM_UNSUPPORTED);
        }
        if (ALGORITHMS.get(algorithm()) != key.type()) {
            return Optional.of(JwsProblem.ALGORITHM_OF_ANOTHER_KEY);
        }
        return key.verifies(ascii(signed), signature) ? Optional.empty() : Optional.of(JwsProblem.SIGNATURE);
    }

    /// The compact form.
    public String compact() {
        return signed + "." + Base64Url.encode(signature);
    }

    @Override
    public String toString() {
        return compact();
    }

    private static JsonObject header(String part) {
        if (part.length() > MAX_HEADER) {
            throw new MalformedTokenException(Code.TOO_LARGE, "the header is too large");
        }
        try {
            JsonObject header = Json.object(decode(part, Code.HEADER));
            if (header.get("alg") == null || header.get("alg").getValueType() != JsonValue.ValueType.STRING) {
                throw new MalformedTokenException(Code.HEADER, "the header names no algorithm");
            }
            return header;
        } catch (MalformedJsonException e) {
            throw new MalformedTokenException(Code.HEADER, "the header is refused: " + e.getMessage());
        }
    }

    private static byte[] decode(String part, Code code) {
        try {
            return Base64Url.decode(part);
        } catch (IllegalArgumentException e) {
            throw new MalformedTokenException(code, "not base64url");
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
