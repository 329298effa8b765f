package org.cairn.credential.bbs;

import java.math.BigInteger;
import java.util.List;
import supranational.blst.P1;

/// What the challenge of a proof is computed from (draft, ProofChallengeCalculate), but for the disclosed messages.
record Challenge(P1 aBar, P1 bBar, P1 d, P1 t1, P1 t2, BigInteger domain) {

    BigInteger over(List<Integer> places, List<BigInteger> messages, byte[] presentation) {
        Suite.Octets octets = new Suite.Octets().add(places.size());
        for (int i = 0; i < places.size(); i++) {
            octets.add(places.get(i)).add(messages.get(i));
        }
        octets.add(aBar).add(bBar).add(d).add(t1).add(t2).add(domain);
        return Suite.scalar(octets.add(presentation.length).add(presentation).bytes());
    }
}
