package org.cairn.credential.datamodel;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.credential.key.Multibase;

/// Reads the digests by which a document tells what a resource outside of it has to be.
final class Digests {

    static final String SHA_256 = "sha256";
    static final String SHA_384 = "sha384";
    private static final String SHA_512 = "sha512";

    private static final int MAX_CHARS = 1_000;
    private static final Pattern SRI = Pattern.compile("(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(\\?[!-~]*)?");
    private static final Map<String, Integer> SIZES =
            Map.of(SHA_256, 32, SHA_384, 48, SHA_512, 64, "sha3-256", 32, "sha3-384", 48, "sha3-512", 64);
    private static final Map<Integer, String> BY_MULTIHASH_CODE =
            Map.of(0x12, SHA_256, 0x13, SHA_512, 0x20, SHA_384, 0x14, "sha3-512", 0x15, "sha3-384", 0x16, "sha3-256");

    private Digests() {}

    /// @param algorithm as Subresource Integrity and the multihash table call it, in lower case
    record Digest(String algorithm, String hex) {}

    /// A string of Subresource Integrity: one digest or several with space between them, of which the strongest
    /// algorithm counts. Empty when one of them cannot be read.
    static List<Digest> ofSri(JsonValue value) {
        if (!(value instanceof JsonString text) || text.getString().length() > MAX_CHARS) {
            return List.of();
        }
        List<Digest> digests = new ArrayList<>();
        for (String word : text.getString().strip().split("\\s+", -1)) {
            Optional<Digest> digest = ofSri(word);
            if (digest.isEmpty()) {
                return List.of();
            }
            digests.add(digest.get());
        }
        // By name and by strength is the same order here.
        String strongest =
                digests.stream().map(Digest::algorithm).max(String::compareTo).orElseThrow();
        return digests.stream()
                .filter(digest -> digest.algorithm().equals(strongest))
                .toList();
    }

    private static Optional<Digest> ofSri(String word) {
        Matcher form = SRI.matcher(word);
        if (!form.matches()) {
            return Optional.empty();
        }
        String digest = form.group(2).replace('-', '+').replace('_', '/');
        try {
            return digest(form.group(1), Base64.getDecoder().decode(digest));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A multihash in multibase. A bare SHA-256 without the two octets that say so is read as well: W3C's own test
    /// suite writes it like that, and no multihash is 32 octets long as a whole.
    static Optional<Digest> ofMultibase(JsonValue value) {
        if (!(value instanceof JsonString text) || text.getString().length() > MAX_CHARS) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Multibase.decode(text.getString());
            if (bytes.length == 32) {
                return digest(SHA_256, bytes);
            }
            return bytes.length > 2 && bytes.length == 2 + bytes[1]
                    ? Optional.ofNullable(BY_MULTIHASH_CODE.get((int) bytes[0]))
                            .flatMap(algorithm -> digest(algorithm, Arrays.copyOfRange(bytes, 2, bytes.length)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Digest> digest(String algorithm, byte[] value) {
        return SIZES.getOrDefault(algorithm, 0) == value.length
                ? Optional.of(new Digest(algorithm, HexFormat.of().formatHex(value)))
                : Optional.empty();
    }
}
