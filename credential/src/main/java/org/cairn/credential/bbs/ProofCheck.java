package org.cairn.credential.bbs;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import supranational.blst.P1;

/// Checks one proof (draft, CoreProofVerify); names as in the draft.
final class ProofCheck {

    private final BbsPublicKey key;
    private final byte[] header;
    private final List<Integer> places;
    private final List<BigInteger> messages;

    ProofCheck(BbsPublicKey key, byte[] header, SortedMap<Integer, byte[]> disclosed) {
        this.key = key;
        this.header = header;
        this.places = List.copyOf(disclosed.keySet());
        this.messages = Suite.scalars(List.copyOf(disclosed.values()));
    }

    boolean holds(BbsProof proof, byte[] presentation) {
        BbsProof.Points points = proof.points();
        BigInteger expected = challenge(proof).over(places, messages, presentation);
        return expected.equals(proof.challenge()) && Curve.pairsAsWithBase(points.aBar(), key.point(), points.bBar());
    }

    /// ProofVerifyInit.
    private Challenge challenge(BbsProof proof) {
        int count = proof.messages(places.size());
        List<P1> generators = key.generators(count);
        BigInteger domain = Suite.domain(key.raw(), generators, header);
        P1 aBar = proof.points().aBar();
        P1 bBar = proof.points().bBar();
        P1 d = proof.points().d();
        P1 t1 = Curve.times(bBar, proof.challenge())
                .add(Curve.times(aBar, proof.e()))
                .add(Curve.times(d, proof.r1()));
        P1 shown = Commitment.added(Commitment.toAll(generators, domain, List.of()), generators, places, messages);
        P1 start = Curve.times(shown, proof.challenge()).add(Curve.times(d, proof.r3()));
        P1 t2 = Commitment.added(start, generators, Places.others(places, count), proof.hidden());
        return new Challenge(aBar, bBar, d, t1, t2, domain);
    }
}
