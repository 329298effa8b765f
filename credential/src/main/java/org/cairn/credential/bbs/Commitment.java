package org.cairn.credential.bbs;

import java.math.BigInteger;
import java.util.List;
import supranational.blst.P1;

/// Sums of points times scalars.
final class Commitment {

    private Commitment() {}

    /// The draft's B: the fixed point, the domain's point and every message's.
    static P1 toAll(List<P1> generators, BigInteger domain, List<BigInteger> messages) {
        P1 sum = Curve.times(generators.getFirst(), domain).add(Generators.FIRST);
        for (int i = 0; i < messages.size(); i++) {
            sum = sum.add(Curve.times(generators.get(i + 1), messages.get(i)));
        }
        return sum;
    }

    /// The start plus the points of the messages at the given places, each times the scalar of the same position.
    static P1 added(P1 start, List<P1> generators, List<Integer> indexes, List<BigInteger> scalars) {
        P1 sum = start.dup();
        for (int i = 0; i < indexes.size(); i++) {
            sum = sum.add(Curve.times(generators.get(indexes.get(i) + 1), scalars.get(i)));
        }
        return sum;
    }
}
