package org.cairn.credential.selective;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.EcPublicKey;
import org.cairn.credential.key.KeyType;
import org.cairn.credential.key.Multibase;
import org.cairn.credential.key.Signer;
import org.cairn.credential.key.VerificationKey;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.Cryptosuite;
import org.cairn.credential.proof.StatementReader;
import org.cairn.credential.proof.Suite;

/// Selective disclosure with `ecdsa-sd-2023` (VC Data Integrity ECDSA Cryptosuites 1.0, section 3.5): every statement
/// that is not mandatory is signed on its own, with a key pair made for this one proof and then forgotten. Whoever
/// sees two showings of a credential can tell that it is the same one. Thread-safe.
public final class EcdsaSd implements Cryptosuite {

    static final String SUITE = Suite.ECDSA_SD_2023.id();

    private final StatementReader reader;

    public EcdsaSd(Contexts contexts) {
        this.reader = new StatementReader(contexts);
    }

    /// The document with a base proof, for the holder alone.
    ///
    /// @param signer of a P-256 key
    /// @throws DisclosureException when a mandatory pointer leads nowhere
    /// @throws org.cairn.credential.proof.ContentException when some of the document could not be covered
    public JsonObject sign(JsonObject unsigned, BaseProofOptions options, Signer signer, SecureRandom random) {
        byte[] labelKey = new byte[Hashes.SIZE];
        random.nextBytes(labelKey);
        return sign(unsigned, options, signer, new Ephemeral(EcKey.generate(Curve.P256, random), labelKey));
    }

    /// @param ephemeral never used twice
    JsonObject sign(JsonObject unsigned, BaseProofOptions base, Signer signer, Ephemeral ephemeral) {
        if (signer.keyType() != KeyType.P256) {
            throw new IllegalArgumentException(SUITE + " signs with P-256");
        }
        JsonObject document = Secured.unsigned(unsigned);
        JsonObject options = Secured.options(SUITE, signer.verificationMethod(), base);
        Issuance issuance = Issuance.of(
                reader,
                document,
                options,
                new Issuance.Pointed(base.mandatoryPointers(), Labels.hmac(ephemeral.labelKey)));
        byte[] proofKey = Multibase.decode(ephemeral.key.publicMultibase());
        byte[] signature = signer.sign(message(issuance.proofHash(), proofKey, issuance.mandatoryHash()));
        Signer own = ephemeral.key.signer(ephemeral.key.didKeyMethod());
        EcdsaBase content = new EcdsaBase(
                signature,
                proofKey,
                ephemeral.labelKey,
                issuance.messages().stream().map(own::sign).toList(),
                base.mandatoryPointers());
        return Secured.with(document, Secured.proofs(unsigned), Secured.proof(options, content.proofValue()));
    }

    /// A document that shows what is mandatory and what the pointers select, with a derived proof.
    ///
    /// @throws DisclosureException when there is no such base proof, or a pointer leads nowhere
    public JsonObject derive(JsonObject secured, List<String> selectivePointers) {
        JsonObject proof = Secured.baseProof(secured, SUITE, ProofValue.ECDSA_BASE);
        EcdsaBase base = base(proof);
        JsonObject document = Secured.signed(secured);
        Showing showing = Showing.of(
                reader,
                document,
                new Issuance.Pointed(base.mandatoryPointers(), Labels.hmac(base.labelKey())),
                selectivePointers);
        Issuance issuance = showing.issuance(reader, document, Secured.options(proof));
        if (!isSigned(issuance.messages(), base.signatures(), base.proofKey())) {
            throw new DisclosureException(DisclosureException.Code.PROOF_DOES_NOT_FIT, "");
        }
        EcdsaDerived derived = new EcdsaDerived(
                base.baseSignature(),
                base.proofKey(),
                showing.selectedAmongOthers().stream()
                        .map(base.signatures()::get)
                        .toList(),
                showing.labels(),
                showing.mandatoryAmongShown());
        JsonObject shown = Secured.proof(Secured.options(proof), derived.proofValue());
        return Secured.with(showing.revealed(), List.of(), shown);
    }

    /// Whether the value is a derived proof by the key. A base proof is none.
    @Override
    public boolean verifies(Covered covered, String proofValue, VerificationKey key) {
        try {
            EcdsaDerived derived = EcdsaDerived.read(proofValue);
            boolean usable = key.type() == KeyType.P256 && derived.signatures().size() <= Issuance.MAX_OTHERS;
            return usable && holds(derived, Shown.of(reader, covered, derived.labels(), derived.mandatory()), key);
        } catch (MalformedProofException e) {
            return false;
        }
    }

    private static boolean holds(EcdsaDerived derived, Shown shown, VerificationKey key) {
        byte[] message = message(shown.proofHash(), derived.proofKey(), shown.mandatoryHash());
        return key.verifies(message, derived.baseSignature())
                && isSigned(shown.messages(), derived.signatures(), derived.proofKey());
    }

    private static boolean isSigned(List<byte[]> messages, List<byte[]> signatures, byte[] proofKey) {
        Optional<EcPublicKey> key =
                EcPublicKey.ofMultibase(Multibase.base58(proofKey)).filter(found -> found.curve() == Curve.P256);
        if (key.isEmpty() || messages.size() != signatures.size()) {
            return false;
        }
        return IntStream.range(0, messages.size())
                .allMatch(i -> key.get().verifies(messages.get(i), signatures.get(i)));
    }

    private static EcdsaBase base(JsonObject proof) {
        try {
            return EcdsaBase.read(Secured.value(proof));
        } catch (MalformedProofException e) {
            throw new DisclosureException(DisclosureException.Code.PROOF_MALFORMED, "proofValue");
        }
    }

    /// serializeSignData.
    private static byte[] message(byte[] proofHash, byte[] proofKey, byte[] mandatoryHash) {
        byte[] message = new byte[proofHash.length + proofKey.length + mandatoryHash.length];
        System.arraycopy(proofHash, 0, message, 0, proofHash.length);
        System.arraycopy(proofKey, 0, message, proofHash.length, proofKey.length);
        System.arraycopy(mandatoryHash, 0, message, proofHash.length + proofKey.length, mandatoryHash.length);
        return message;
    }

    /// What is made for one proof alone.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Ephemeral(EcKey key, byte[] labelKey) {}
}
