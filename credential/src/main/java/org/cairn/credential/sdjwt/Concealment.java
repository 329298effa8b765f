package org.cairn.credential.sdjwt;

import java.util.Set;
import java.util.stream.Stream;

/// What a holder may keep back.
///
/// @param claims members and elements, also inside one another
/// @param decoys digests of nothing added wherever something can be kept back, so that their number says nothing
public record Concealment(Set<ClaimPath> claims, int decoys) {

    private static final int MAX_DECOYS = 100;

    public Concealment {
        claims = Set.copyOf(claims);
        if (decoys < 0 || decoys > MAX_DECOYS) {
            throw new IllegalArgumentException("0 to " + MAX_DECOYS + " decoys");
        }
    }

    /// The claims at the JSON Pointers, without decoys.
    public static Concealment of(String... pointers) {
        return new Concealment(Set.copyOf(Stream.of(pointers).map(ClaimPath::of).toList()), 0);
    }

    /// The same with decoys.
    public Concealment withDecoys(int number) {
        return new Concealment(claims, number);
    }
}
