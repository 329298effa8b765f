package org.cairn.credential.proof;

import jakarta.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Multibase;

/// What a credential says a resource outside of it must hash to (VC 2.0, section 5.3): `digestSRI`, `digestMultibase`,
/// or both. With it a picture or a context that is fetched can be held to what was signed.
public final class ResourceDigest {

    private static final Map<String, String> BY_SRI_NAME =
            Map.of("sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");
    private static final Map<Integer, String> BY_MULTIHASH_CODE =
            Map.of(0x12, "SHA-256", 0x20, "SHA-384", 0x13, "SHA-512");
    private static final int MAX_TEXT = 1_000;

    private final String algorithm;
    private final byte[] value;

    private ResourceDigest(String algorithm, byte[] value) {
        this.algorithm = algorithm;
        this.value = value;
    }

    /// By its Java name: SHA-256, SHA-384 or SHA-512.
    public String algorithm() {
        return algorithm;
    }

    /// The digests an object carries, or empty when it carries none or one of them cannot be read.
    public static List<ResourceDigest> of(JsonObject resource) {
        List<ResourceDigest> result = new ArrayList<>();
        for (String sri : Json.strings(resource, "digestSRI")) {
            Optional<ResourceDigest> digest = ofSri(sri);
            if (digest.isEmpty()) {
                return List.of();
            }
            result.add(digest.get());
        }
        for (String multibase : Json.strings(resource, "digestMultibase")) {
            Optional<ResourceDigest> digest = ofMultibase(multibase);
            if (digest.isEmpty()) {
                return List.of();
            }
            result.add(digest.get());
        }
        return List.copyOf(result);
    }

    /// `sha384-` and base64, as in Subresource Integrity.
    public static Optional<ResourceDigest> ofSri(String sri) {
        String[] parts = sri.split("-", 2);
        String algorithm = BY_SRI_NAME.get(parts[0]);
        if (parts.length != 2 || algorithm == null || sri.length() > MAX_TEXT) {
            return Optional.empty();
        }
        try {
            return checked(algorithm, Base64.getDecoder().decode(parts[1]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A multihash in multibase: code, length, digest.
    public static Optional<ResourceDigest> ofMultibase(String multibase) {
        if (multibase.isEmpty() || multibase.length() > MAX_TEXT) {
            return Optional.empty();
        }
        try {
            byte[] hash = Multibase.decode(multibase);
            String algorithm = hash.length < 2 ? null : BY_MULTIHASH_CODE.get((int) hash[0]);
            return algorithm != null && hash[1] == hash.length - 2
                    ? checked(algorithm, Arrays.copyOfRange(hash, 2, hash.length))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<ResourceDigest> checked(String algorithm, byte[] value) {
        return value.length == digest(algorithm).getDigestLength()
                ? Optional.of(new ResourceDigest(algorithm, value))
                : Optional.empty();
    }

    /// Whether the bytes are the ones meant.
    public boolean matches(byte[] content) {
        return MessageDigest.isEqual(value, digest(algorithm).digest(content));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("not a digest algorithm: " + algorithm, e);
        }
    }
}
