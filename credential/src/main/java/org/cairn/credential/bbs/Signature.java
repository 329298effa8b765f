package org.cairn.credential.bbs;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import supranational.blst.P1;

/// A signature in its two parts.
record Signature(P1 a, BigInteger e) {

    private static final int SIZE = Curve.POINT + Curve.SCALAR;

    /// octets_to_signature; empty when the bytes are none.
    static Optional<Signature> of(byte[] octets) {
        if (octets.length != SIZE) {
            return Optional.empty();
        }
        Optional<BigInteger> e = Curve.scalar(Arrays.copyOfRange(octets, Curve.POINT, SIZE));
        return Curve.point(Arrays.copyOf(octets, Curve.POINT)).flatMap(a -> e.map(scalar -> new Signature(a, scalar)));
    }
}
