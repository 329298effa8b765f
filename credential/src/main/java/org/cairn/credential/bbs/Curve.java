package org.cairn.credential.bbs;

import java.math.BigInteger;
import java.util.Optional;
import supranational.blst.P1;
import supranational.blst.P1_Affine;
import supranational.blst.P2;
import supranational.blst.P2_Affine;
import supranational.blst.PT;
import supranational.blst.Scalar;

/// What BBS needs of BLS12-381. The binding changes points in place, so whatever is shared is copied first; and it
/// trusts lengths, so they are checked here.
final class Curve {

    /// The prime order of both groups.
    static final BigInteger ORDER =
            new BigInteger("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001", 16);

    static final int POINT = 48;
    static final int KEY = 96;
    static final int SCALAR = 32;

    /// The flag of the compressed form, in the first byte.
    private static final int COMPRESSED = 0x80;

    private Curve() {}

    /// The scalar times the point, which stays as it is.
    static P1 times(P1 point, BigInteger scalar) {
        return point.dup().mult(ofNumber(scalar));
    }

    static P2 times(P2 point, BigInteger scalar) {
        return point.dup().mult(ofNumber(scalar));
    }

    /// The sum; both stay as they are.
    static P1 plus(P1 one, P1 other) {
        return one.dup().add(other);
    }

    /// The point times the inverse of the secret plus the scalar, without an intermediate value whose computing time
    /// would tell about the secret.
    static P1 dividedBySum(P1 point, BigInteger secret, BigInteger scalar) {
        return point.dup().mult(ofNumber(secret).add(ofNumber(scalar)).inverse());
    }

    /// A point of the subgroup of prime order other than the identity, from its compressed form.
    static Optional<P1> point(byte[] octets) {
        if (octets.length != POINT || (octets[0] & COMPRESSED) == 0) {
            return Optional.empty();
        }
        try {
            P1_Affine point = new P1_Affine(octets);
            return point.in_group() && !point.is_inf() ? Optional.of(point.to_jacobian()) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty(); // the binding's only way to say that the bytes are no point
        }
    }

    /// As [#point], in the other group.
    static Optional<P2> key(byte[] octets) {
        if (octets.length != KEY || (octets[0] & COMPRESSED) == 0) {
            return Optional.empty();
        }
        try {
            P2_Affine point = new P2_Affine(octets);
            return point.in_group() && !point.is_inf() ? Optional.of(point.to_jacobian()) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /// Whether e(a, b) = e(c, base point). None of them may be the identity.
    static boolean pairsAsWithBase(P1 a, P2 b, P1 c) {
        return PT.finalverify(new PT(a.to_affine(), b.to_affine()), new PT(c.to_affine(), P2_Affine.generator()));
    }

    /// A scalar of a signature or proof: from one to the order less one.
    static Optional<BigInteger> scalar(byte[] octets) {
        BigInteger value = new BigInteger(1, octets);
        boolean valid = octets.length == SCALAR && value.signum() > 0 && value.compareTo(ORDER) < 0;
        return valid ? Optional.of(value) : Optional.empty();
    }

    /// The scalar in 32 bytes, big-endian.
    static byte[] octets(BigInteger scalar) {
        byte[] bytes = scalar.toByteArray();
        byte[] result = new byte[SCALAR];
        int used = Math.min(bytes.length, SCALAR);
        System.arraycopy(bytes, bytes.length - used, result, SCALAR - used, used);
        return result;
    }

    private static Scalar ofNumber(BigInteger scalar) {
        return new Scalar().from_bendian(octets(scalar));
    }
}
