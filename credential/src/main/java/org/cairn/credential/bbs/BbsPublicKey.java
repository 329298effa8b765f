package org.cairn.credential.bbs;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.cairn.credential.key.Bls12381G2PublicKey;
import supranational.blst.P1;
import supranational.blst.P2;

/// A BBS public key, known to be a point of the right group. It checks signatures, makes proofs from them and checks
/// those. Thread-safe.
public final class BbsPublicKey {

    /// More than any credential needs; each message costs a multiplication on the curve.
    public static final int MAX_MESSAGES = 2_048;

    private final byte[] octets;
    private final P2 point;

    private BbsPublicKey(byte[] octets, P2 point) {
        this.octets = octets;
        this.point = point;
    }

    static BbsPublicKey of(P2 point) {
        return new BbsPublicKey(point.compress(), point);
    }

    /// From the 96 raw bytes; empty when they are no point of the group of prime order.
    public static Optional<BbsPublicKey> ofRaw(byte[] raw) {
        return Curve.key(raw).map(point -> new BbsPublicKey(raw.clone(), point));
    }

    /// The key in its general form; empty when it is no point of the group of prime order.
    public static Optional<BbsPublicKey> of(Bls12381G2PublicKey key) {
        return ofRaw(key.raw());
    }

    /// The same key in its general form.
    public Bls12381G2PublicKey general() {
        return Bls12381G2PublicKey.ofRaw(octets).orElseThrow();
    }

    /// The 96 raw bytes.
    public byte[] raw() {
        return octets.clone();
    }

    /// Whether the signature is this key's over the header and the messages, in their order (draft, CoreVerify).
    public boolean verifies(byte[] signature, byte[] header, List<byte[]> messages) {
        Optional<Signature> parts = Signature.of(signature);
        if (parts.isEmpty() || messages.size() > MAX_MESSAGES) {
            return false;
        }
        List<P1> generators = generators(messages.size());
        BigInteger domain = Suite.domain(octets, generators, header);
        P1 b = Commitment.toAll(generators, domain, Suite.scalars(messages));
        P2 key = point.dup().add(Curve.times(P2.generator(), parts.get().e()));
        return !key.is_inf() && Curve.pairsAsWithBase(parts.get().a(), key, b);
    }

    /// A proof that this key signed the header and messages, which shows only those at the given places; empty when
    /// the signature does not hold, or a place is not one of the messages'.
    ///
    /// @param disclosed ascending, each once
    /// @param presentation bytes that the proof is bound to; a verifier sees them
    public Optional<byte[]> prove(Signed signed, List<Integer> disclosed, byte[] presentation, SecureRandom random) {
        boolean fits = Places.fit(disclosed, signed.messages().size());
        if (!fits || !verifies(signed.signature(), signed.header(), signed.messages())) {
            return Optional.empty();
        }
        return Optional.of(new Prover(this, signed, disclosed, random).proof(presentation));
    }

    /// Whether the proof shows that this key signed the header and, among others, the disclosed messages, each at
    /// its place (draft, CoreProofVerify).
    public boolean verifiesProof(
            byte[] proof, byte[] header, byte[] presentation, SortedMap<Integer, byte[]> disclosed) {
        return BbsProof.read(proof)
                .filter(parts -> parts.fits(disclosed.keySet()))
                .filter(parts -> new ProofCheck(this, header, disclosed).holds(parts, presentation))
                .isPresent();
    }

    List<P1> generators(int messages) {
        if (messages > MAX_MESSAGES) {
            throw new IllegalArgumentException("more than " + MAX_MESSAGES + " messages");
        }
        return Generators.forMessages(messages);
    }

    P2 point() {
        return point;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BbsPublicKey key && Arrays.equals(octets, key.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return general().multibase();
    }

    /// A signature with all that it covers.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Signed(byte[] signature, byte[] header, List<byte[]> messages) {

        public Signed {
            messages = List.copyOf(messages);
        }
    }
}
