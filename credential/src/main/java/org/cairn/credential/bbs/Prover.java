package org.cairn.credential.bbs;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import supranational.blst.P1;

/// Makes one proof (draft, CoreProofGen); names as in the draft. The random scalars hide the signature and the other
/// messages: a source that repeats itself gives them away.
final class Prover {

    private final Signature signature;
    private final List<P1> generators;
    private final BigInteger domain;
    private final List<BigInteger> messages;
    private final List<Integer> disclosed;
    private final List<Integer> hidden;
    private final SecureRandom random;

    Prover(BbsPublicKey key, BbsPublicKey.Signed signed, List<Integer> disclosed, SecureRandom random) {
        this.signature = Signature.of(signed.signature()).orElseThrow();
        this.messages = Suite.scalars(signed.messages());
        this.generators = key.generators(messages.size());
        this.domain = Suite.domain(key.raw(), generators, signed.header());
        this.disclosed = disclosed;
        this.hidden = Places.others(disclosed, messages.size());
        this.random = random;
    }

    byte[] proof(byte[] presentation) {
        List<BigInteger> scalars = randomScalars(5 + hidden.size());
        BigInteger r1 = scalars.get(0);
        BigInteger r2 = scalars.get(1);
        Blinding blinding =
                new Blinding(scalars.get(2), scalars.get(3), scalars.get(4), scalars.subList(5, scalars.size()));

        // ProofInit
        P1 d = Curve.times(Commitment.toAll(generators, domain, messages), r2);
        P1 aBar = Curve.times(signature.a(), product(r1, r2));
        P1 bBar =
                Curve.plus(Curve.times(d, r1), Curve.times(aBar, signature.e()).neg());
        P1 t1 = Curve.plus(Curve.times(aBar, blinding.e), Curve.times(d, blinding.r1));
        P1 t2 = Commitment.added(Curve.times(d, blinding.r3), generators, hidden, blinding.messages);

        BigInteger challenge = new Challenge(aBar, bBar, d, t1, t2, domain)
                .over(disclosed, disclosed.stream().map(messages::get).toList(), presentation);

        // ProofFinalize
        BigInteger r3 = r2.modInverse(Curve.ORDER);
        List<BigInteger> answers = new ArrayList<>();
        for (int j = 0; j < hidden.size(); j++) {
            answers.add(sum(blinding.messages.get(j), product(messages.get(hidden.get(j)), challenge)));
        }
        return new BbsProof(
                        new BbsProof.Points(aBar, bBar, d),
                        sum(blinding.e, product(signature.e(), challenge)),
                        sum(blinding.r1, product(r1, challenge).negate()),
                        sum(blinding.r3, product(r3, challenge).negate()),
                        answers,
                        challenge)
                .octets();
    }

    /// calculate_random_scalars.
    private List<BigInteger> randomScalars(int count) {
        List<BigInteger> scalars = new ArrayList<>();
        while (scalars.size() < count) {
            byte[] wide = new byte[Suite.WIDE];
            random.nextBytes(wide);
            scalars.add(Suite.reduced(wide));
        }
        return scalars;
    }

    private static BigInteger product(BigInteger a, BigInteger b) {
        return a.multiply(b).mod(Curve.ORDER);
    }

    private static BigInteger sum(BigInteger a, BigInteger b) {
        return a.add(b).mod(Curve.ORDER);
    }

    /// The draft's scalars with a tilde.
    private record Blinding(BigInteger e, BigInteger r1, BigInteger r3, List<BigInteger> messages) {}
}
