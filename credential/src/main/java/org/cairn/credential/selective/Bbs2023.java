package org.cairn.credential.selective;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.credential.bbs.BbsPublicKey;
import org.cairn.credential.key.Bls12381G2PublicKey;
import org.cairn.credential.key.VerificationKey;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.Cryptosuite;
import org.cairn.credential.proof.StatementReader;
import org.cairn.credential.proof.Suite;
import org.cairn.credential.selective.DisclosureException.Code;

/// Selective disclosure with `bbs-2023` (VC Data Integrity BBS Cryptosuites 1.0, baseline feature). Two showings of a
/// credential cannot be linked by their proofs, only by what they show. Thread-safe.
public final class Bbs2023 implements Cryptosuite {

    static final String SUITE = Suite.BBS_2023.id();

    private final StatementReader reader;

    public Bbs2023(Contexts contexts) {
        this.reader = new StatementReader(contexts);
    }

    /// The document with a base proof, for the holder alone.
    ///
    /// @throws DisclosureException when a mandatory pointer leads nowhere
    /// @throws org.cairn.credential.proof.ContentException when some of the document could not be covered
    public JsonObject sign(JsonObject unsigned, BaseProofOptions options, BbsSigner signer, SecureRandom random) {
        byte[] labelKey = new byte[Hashes.SIZE];
        random.nextBytes(labelKey);
        return sign(unsigned, options, signer, labelKey);
    }

    /// @param labelKey never used twice
    JsonObject sign(JsonObject unsigned, BaseProofOptions base, BbsSigner signer, byte[] labelKey) {
        JsonObject document = Secured.unsigned(unsigned);
        JsonObject options = Secured.options(SUITE, signer.verificationMethod(), base);
        Issuance issuance = Issuance.of(
                reader, document, options, new Issuance.Pointed(base.mandatoryPointers(), Labels.shuffled(labelKey)));
        byte[] header = header(issuance.proofHash(), issuance.mandatoryHash());
        BbsBase content = new BbsBase(
                signer.key().sign(header, issuance.messages()),
                header,
                signer.key().publicKey().raw(),
                labelKey,
                base.mandatoryPointers());
        return Secured.with(document, Secured.proofs(unsigned), Secured.proof(options, content.proofValue()));
    }

    /// A document that shows what is mandatory and what the pointers select, with a derived proof.
    ///
    /// @param presentation bytes that the proof is bound to, such as a verifier's challenge; may be empty
    /// @throws DisclosureException when there is no such base proof, or a pointer leads nowhere
    public JsonObject derive(
            JsonObject secured, List<String> selectivePointers, byte[] presentation, SecureRandom random) {
        JsonObject proof = Secured.baseProof(secured, SUITE, ProofValue.BBS_BASE);
        BbsBase base = base(proof);
        JsonObject document = Secured.signed(secured);
        Showing showing = Showing.of(
                reader,
                document,
                new Issuance.Pointed(base.mandatoryPointers(), Labels.shuffled(base.labelKey())),
                selectivePointers);
        Issuance issuance = showing.issuance(reader, document, Secured.options(proof));
        List<Integer> selective = showing.selectedAmongOthers();
        BbsDerived derived = new BbsDerived(
                prove(base, issuance, selective, presentation, random),
                showing.labels(),
                showing.mandatoryAmongShown(),
                selective,
                presentation);
        JsonObject shown = Secured.proof(Secured.options(proof), derived.proofValue());
        return Secured.with(showing.revealed(), List.of(), shown);
    }

    /// Whether the value is a derived proof by the key. A base proof is none.
    @Override
    public boolean verifies(Covered covered, String proofValue, VerificationKey key) {
        Optional<BbsPublicKey> point = key instanceof Bls12381G2PublicKey bls ? BbsPublicKey.of(bls) : Optional.empty();
        try {
            BbsDerived derived = BbsDerived.read(proofValue);
            return point.isPresent()
                    && holds(derived, Shown.of(reader, covered, derived.labels(), derived.mandatory()), point.get());
        } catch (MalformedProofException e) {
            return false;
        }
    }

    private static boolean holds(BbsDerived derived, Shown shown, BbsPublicKey key) {
        List<byte[]> messages = shown.messages();
        if (messages.size() != derived.selective().size()) {
            return false;
        }
        SortedMap<Integer, byte[]> disclosed = new TreeMap<>();
        for (int i = 0; i < messages.size(); i++) {
            disclosed.put(derived.selective().get(i), messages.get(i));
        }
        boolean ascending = List.copyOf(disclosed.keySet()).equals(derived.selective());
        byte[] header = header(shown.proofHash(), shown.mandatoryHash());
        return ascending && key.verifiesProof(derived.proof(), header, derived.presentation(), disclosed);
    }

    private static byte[] prove(
            BbsBase base, Issuance issuance, List<Integer> selective, byte[] presentation, SecureRandom random) {
        boolean fits = Arrays.equals(base.header(), header(issuance.proofHash(), issuance.mandatoryHash()));
        var signed = new BbsPublicKey.Signed(base.signature(), base.header(), issuance.messages());
        return BbsPublicKey.ofRaw(base.publicKey())
                .filter(key -> fits)
                .flatMap(key -> key.prove(signed, selective, presentation, random))
                .orElseThrow(() -> new DisclosureException(Code.PROOF_DOES_NOT_FIT, ""));
    }

    private static BbsBase base(JsonObject proof) {
        try {
            return BbsBase.read(Secured.value(proof));
        } catch (MalformedProofException e) {
            throw new DisclosureException(Code.PROOF_MALFORMED, "proofValue");
        }
    }

    private static byte[] header(byte[] proofHash, byte[] mandatoryHash) {
        byte[] header = Arrays.copyOf(proofHash, proofHash.length + mandatoryHash.length);
        System.arraycopy(mandatoryHash, 0, header, proofHash.length, mandatoryHash.length);
        return header;
    }
}
