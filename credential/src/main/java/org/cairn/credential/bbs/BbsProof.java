package org.cairn.credential.bbs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import supranational.blst.P1;

/// A proof in its parts; names as in the draft.
///
/// @param hidden one answer for each message that is not shown
record BbsProof(
        Points points, BigInteger e, BigInteger r1, BigInteger r3, List<BigInteger> hidden, BigInteger challenge) {

    /// The three points, none of them the identity.
    record Points(P1 aBar, P1 bBar, P1 d) {}

    private static final int POINTS = 3 * Curve.POINT;
    private static final int FIXED_SCALARS = 4;

    BbsProof {
        hidden = List.copyOf(hidden);
    }

    /// octets_to_proof; empty when the bytes are none.
    static Optional<BbsProof> read(byte[] octets) {
        int scalars = (octets.length - POINTS) / Curve.SCALAR;
        boolean whole = octets.length == POINTS + scalars * Curve.SCALAR;
        if (!whole || scalars < FIXED_SCALARS || scalars > FIXED_SCALARS + BbsPublicKey.MAX_MESSAGES) {
            return Optional.empty();
        }
        Optional<P1> aBar = point(octets, 0);
        Optional<P1> bBar = point(octets, 1);
        Optional<P1> d = point(octets, 2);
        List<BigInteger> values = scalars(octets, scalars);
        if (aBar.isEmpty() || bBar.isEmpty() || d.isEmpty() || values.size() < scalars) {
            return Optional.empty();
        }
        return Optional.of(new BbsProof(
                new Points(aBar.get(), bBar.get(), d.get()),
                values.get(0),
                values.get(1),
                values.get(2),
                values.subList(3, scalars - 1),
                values.getLast()));
    }

    /// How many messages were signed if so many are shown.
    int messages(int shown) {
        return hidden.size() + shown;
    }

    /// Whether messages at these places, together with the hidden ones, can be all that were signed.
    boolean fits(Collection<Integer> places) {
        int all = messages(places.size());
        return all <= BbsPublicKey.MAX_MESSAGES && Places.fit(places, all);
    }

    /// proof_to_octets.
    byte[] octets() {
        Suite.Octets octets =
                new Suite.Octets().add(points.aBar).add(points.bBar).add(points.d);
        octets.add(e).add(r1).add(r3);
        hidden.forEach(octets::add);
        return octets.add(challenge).bytes();
    }

    private static Optional<P1> point(byte[] octets, int index) {
        return Curve.point(Arrays.copyOfRange(octets, index * Curve.POINT, (index + 1) * Curve.POINT));
    }

    /// As many as are valid.
    private static List<BigInteger> scalars(byte[] octets, int count) {
        List<BigInteger> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int start = POINTS + i * Curve.SCALAR;
            Curve.scalar(Arrays.copyOfRange(octets, start, start + Curve.SCALAR))
                    .ifPresent(result::add);
        }
        return result;
    }
}
