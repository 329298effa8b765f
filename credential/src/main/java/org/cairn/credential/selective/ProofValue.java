package org.cairn.credential.selective;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.cairn.credential.key.Multibase;

/// The outer form of a proof value: `u`, then in base64url three bytes that say what it is, then CBOR.
enum ProofValue {
    ECDSA_BASE(0x00),
    ECDSA_DERIVED(0x01),
    BBS_BASE(0x02),
    BBS_DERIVED(0x03);

    private static final int HEADER = 3;

    private final int last;

    ProofValue(int last) {
        this.last = last;
    }

    String write(CborWriter content) {
        byte[] cbor = content.result();
        ByteBuffer all = ByteBuffer.allocate(HEADER + cbor.length).put(header()).put(cbor);
        return Multibase.base64url(all.array());
    }

    /// Whether the text has this header, whatever follows.
    boolean matches(String text) {
        try {
            return startsWithHeader(decode(text));
        } catch (MalformedProofException e) {
            return false;
        }
    }

    CborReader read(String text) {
        byte[] all = decode(text);
        if (!startsWithHeader(all)) {
            throw new MalformedProofException("another kind of proof");
        }
        return new CborReader(Arrays.copyOfRange(all, HEADER, all.length));
    }

    private boolean startsWithHeader(byte[] bytes) {
        return Arrays.equals(header(), 0, HEADER, bytes, 0, HEADER);
    }

    private byte[] header() {
        return new byte[] {(byte) 0xd9, 0x5d, (byte) last};
    }

    /// Only one spelling of the same bytes is accepted.
    private static byte[] decode(String text) {
        try {
            byte[] bytes = text.startsWith("u") ? Multibase.decode(text) : new byte[0];
            if (bytes.length < HEADER || !Multibase.base64url(bytes).equals(text)) {
                throw new MalformedProofException("not base64url multibase");
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new MalformedProofException("not base64url multibase");
        }
    }
}
