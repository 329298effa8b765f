package org.cairn.credential.bbs;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import supranational.blst.P1;
import supranational.blst.P2;

/// A BBS signing key. Losing it means no further signature under its name; whoever copies it can sign as us.
public final class BbsKey {

    private final BigInteger secret;
    private final BbsPublicKey publicKey;

    private BbsKey(BigInteger secret) {
        this.secret = secret;
        this.publicKey = BbsPublicKey.of(Curve.times(P2.generator(), secret));
    }

    public static BbsKey generate(SecureRandom random) {
        byte[] wide = new byte[Suite.WIDE];
        random.nextBytes(wide);
        return new BbsKey(Suite.reduced(wide));
    }

    /// From the 32-byte secret that [#exportSecretKey()] gave; empty when it is out of range.
    public static Optional<BbsKey> ofSecret(byte[] secret) {
        return Curve.scalar(secret).map(BbsKey::new);
    }

    /// The secret itself: to be sealed before it is stored, never to be logged.
    public byte[] exportSecretKey() {
        return Curve.octets(secret);
    }

    public BbsPublicKey publicKey() {
        return publicKey;
    }

    /// `did:key:zUC7…`
    public String didKey() {
        return "did:key:" + publicKey;
    }

    /// The verification method of the `did:key`: `did:key:zUC7…#zUC7…`
    public String didKeyMethod() {
        return didKey() + "#" + publicKey;
    }

    /// The 80-byte signature over a header and messages (draft, CoreSign). Signing the same again gives the same.
    ///
    /// @param messages at most [BbsPublicKey#MAX_MESSAGES]
    public byte[] sign(byte[] header, List<byte[]> messages) {
        List<P1> generators = publicKey.generators(messages.size());
        List<BigInteger> scalars = Suite.scalars(messages);
        BigInteger domain = Suite.domain(publicKey.raw(), generators, header);
        Suite.Octets seed = new Suite.Octets().add(secret);
        scalars.forEach(seed::add);
        BigInteger e = Suite.scalar(seed.add(domain).bytes());
        P1 b = Commitment.toAll(generators, domain, scalars);
        return new Suite.Octets().add(Curve.dividedBySum(b, secret, e)).add(e).bytes();
    }

    @Override
    public String toString() {
        return "BbsKey[" + publicKey + "]";
    }
}
