package org.cairn.credential.bbs;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import supranational.blst.P1;

/// The ciphersuite BLS12-381-SHA-256: how bytes become scalars (draft section 4) and how the parts of a hash are
/// written one after the other.
final class Suite {

    static final String API = "BBS_BLS12381G1_XMD:SHA-256_SSWU_RO_H2G_HM2S_";

    /// Bytes from which one scalar is made; so many that the remainder is as good as uniform.
    static final int WIDE = 48;

    private static final int BLOCK = 64;
    private static final int DIGEST = 32;
    private static final String TO_SCALAR = API + "H2S_";
    private static final String MESSAGE_TO_SCALAR = API + "MAP_MSG_TO_SCALAR_AS_HASH_";

    private Suite() {}

    /// hash_to_scalar with the tag that domains, challenges and signatures use.
    static BigInteger scalar(byte[] input) {
        return reduced(expand(input, TO_SCALAR, WIDE));
    }

    /// messages_to_scalars.
    static List<BigInteger> scalars(List<byte[]> messages) {
        return messages.stream()
                .map(message -> reduced(expand(message, MESSAGE_TO_SCALAR, WIDE)))
                .toList();
    }

    /// calculate_domain: binds a signature to its key, its generators and its header.
    static BigInteger domain(byte[] publicKey, List<P1> generators, byte[] header) {
        Octets octets = new Octets().add(publicKey).add(generators.size() - 1L);
        generators.forEach(octets::add);
        octets.add(API.getBytes(StandardCharsets.US_ASCII)).add(header.length).add(header);
        return scalar(octets.bytes());
    }

    static BigInteger reduced(byte[] wide) {
        return new BigInteger(1, wide).mod(Curve.ORDER);
    }

    /// expand_message_xmd with SHA-256 (RFC 9380, 5.3.1); at most 255 blocks.
    static byte[] expand(byte[] message, String tag, int length) {
        int blocks = (length + DIGEST - 1) / DIGEST;
        if (blocks > 255) {
            throw new IllegalArgumentException("too long an expansion");
        }
        byte[] suffix = suffix(tag);
        byte[] lengthOctets = {(byte) (length >>> 8), (byte) length, 0};
        MessageDigest sha = sha256();
        sha.update(new byte[BLOCK]);
        sha.update(message);
        sha.update(lengthOctets);
        byte[] first = sha.digest(suffix);
        byte[] last = new byte[DIGEST];
        ByteBuffer result = ByteBuffer.allocate(blocks * DIGEST);
        for (int i = 1; i <= blocks; i++) {
            for (int j = 0; j < DIGEST; j++) {
                last[j] ^= first[j];
            }
            sha.update(last);
            sha.update((byte) i);
            last = sha.digest(suffix);
            result.put(last);
        }
        return Arrays.copyOf(result.array(), length);
    }

    private static byte[] suffix(String tag) {
        byte[] text = tag.getBytes(StandardCharsets.US_ASCII);
        byte[] suffix = Arrays.copyOf(text, text.length + 1);
        suffix[text.length] = (byte) text.length;
        return suffix;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The draft's `serialize`: points compressed, scalars and numbers big-endian.
    static final class Octets {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Octets add(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Octets add(long number) {
            return add(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }

        Octets add(BigInteger scalar) {
            return add(Curve.octets(scalar));
        }

        Octets add(P1 point) {
            return add(point.compress());
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
