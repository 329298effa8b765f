package org.cairn.credential.status;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.cairn.credential.json.Json;

/// The `status_list` of a Token Status List: small numbers of equal size, packed from the lowest bits up, compressed.
public final class TokenStatusList {

    /// A list of a million entries of eight bits; anything larger is taken for an attack.
    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final Set<Integer> SIZES = Set.of(1, 2, 4, 8);

    private final int bits;
    private final byte[] bytes;

    private TokenStatusList(int bits, byte[] bytes) {
        this.bits = bits;
        this.bytes = bytes;
    }

    /// Empty when it is not written as it should be, or far too large.
    public static Optional<TokenStatusList> read(JsonObject list) {
        boolean sized = list.get("bits") instanceof JsonNumber bits && SIZES.contains(bits.intValue());
        return Json.string(list, "lst")
                .filter(text -> sized)
                .flatMap(TokenStatusList::inflate)
                .map(bytes -> new TokenStatusList(list.getInt("bits"), bytes));
    }

    /// The number of entries.
    public int size() {
        return bytes.length * (8 / bits);
    }

    public int get(int index) {
        int perByte = 8 / bits;
        return (bytes[index / perByte] & 0xff) >> (index % perByte * bits) & ((1 << bits) - 1);
    }

    private static Optional<byte[]> inflate(String text) {
        try (var in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? Optional.empty() : Optional.of(bytes);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
