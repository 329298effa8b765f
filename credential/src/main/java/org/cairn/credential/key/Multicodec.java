package org.cairn.credential.key;

import java.util.Arrays;
import java.util.Optional;

/// The first two bytes of a Multikey, which say what the others are.
enum Multicodec {
    ED25519_PUBLIC(0xed, 0x01),
    ED25519_SECRET(0x80, 0x26),
    P256_PUBLIC(0x80, 0x24),
    P256_SECRET(0x86, 0x26),
    P384_PUBLIC(0x81, 0x24),
    P384_SECRET(0x87, 0x26),
    BLS12_381_G2_PUBLIC(0xeb, 0x01);

    private final byte first;
    private final byte second;

    Multicodec(int first, int second) {
        this.first = (byte) first;
        this.second = (byte) second;
    }

    /// The text of a key: base58 multibase, as the standards demand of a Multikey.
    String text(byte[] raw) {
        byte[] all = new byte[raw.length + 2];
        all[0] = first;
        all[1] = second;
        System.arraycopy(raw, 0, all, 2, raw.length);
        return Multibase.base58(all);
    }

    /// What follows the prefix, if the text starts with this one.
    Optional<byte[]> raw(String text) {
        return decoded(text).filter(this::matches).map(all -> Arrays.copyOfRange(all, 2, all.length));
    }

    private boolean matches(byte[] all) {
        return all.length > 2 && all[0] == first && all[1] == second;
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return text.startsWith("z") ? Optional.of(Multibase.decode(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
