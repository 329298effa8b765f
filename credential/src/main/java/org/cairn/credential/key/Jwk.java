package org.cairn.credential.key;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.json.Json;

/// Public keys as JSON Web Keys (RFC 7517, RFC 7518 section 6, RFC 8037).
final class Jwk {

    private static final int MAX_CHARS = 2_000;

    /// Members that only a secret key has.
    private static final List<String> SECRETS = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private static final Map<KeyType, Set<String>> ALGORITHMS = Map.of(
            KeyType.ED25519, Set.of("EdDSA", "Ed25519"),
            KeyType.P256, Set.of("ES256"),
            KeyType.P384, Set.of("ES384"),
            KeyType.RSA, Set.of("RS256"));

    private Jwk() {}

    static Optional<VerificationKey> read(JsonObject jwk) {
        if (SECRETS.stream().anyMatch(jwk::containsKey) || !isForSignatures(jwk)) {
            return Optional.empty();
        }
        try {
            return material(jwk).filter(key -> mayUse(jwk, key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// @param namesAndValues alternately
    static JsonObject write(String... namesAndValues) {
        JsonObjectBuilder jwk = Json.PROVIDER.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            jwk.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return jwk.build();
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<VerificationKey> material(JsonObject jwk) {
        String kind = Json.string(jwk, "kty").orElse("") + " "
                + Json.string(jwk, "crv").orElse("");
        return switch (kind) {
            case "OKP Ed25519" -> Ed25519PublicKey.ofRaw(bytes(jwk, "x")).map(key -> key);
            case "EC P-256" ->
                EcPublicKey.ofCoordinates(Curve.P256, bytes(jwk, "x"), bytes(jwk, "y"))
                        .map(key -> key);
            case "EC P-384" ->
                EcPublicKey.ofCoordinates(Curve.P384, bytes(jwk, "x"), bytes(jwk, "y"))
                        .map(key -> key);
            case "RSA " ->
                RsaPublicKey.of(new BigInteger(1, bytes(jwk, "n")), new BigInteger(1, bytes(jwk, "e")))
                        .map(key -> key);
            default -> Optional.empty();
        };
    }

    private static boolean isForSignatures(JsonObject jwk) {
        boolean use = !jwk.containsKey("use") || Json.string(jwk, "use").equals(Optional.of("sig"));
        return use
                && (!jwk.containsKey("key_ops") || Json.strings(jwk, "key_ops").contains("verify"));
    }

    private static boolean mayUse(JsonObject jwk, VerificationKey key) {
        return !jwk.containsKey("alg")
                || Json.string(jwk, "alg")
                        .filter(ALGORITHMS.getOrDefault(key.type(), Set.of())::contains)
                        .isPresent();
    }

    /// Base64url in its one right spelling.
    private static byte[] bytes(JsonObject jwk, String name) {
        String text = Json.string(jwk, name).orElse("");
        if (text.isEmpty() || text.length() > MAX_CHARS) {
            throw new IllegalArgumentException(name);
        }
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!text(bytes).equals(text)) {
            throw new IllegalArgumentException(name);
        }
        return bytes;
    }
}
