package org.cairn.credential.selective;

import java.util.List;

/// The content of an `ecdsa-sd-2023` base proof.
///
/// @param baseSignature the issuer's, over the mandatory statements and the proof's own key
/// @param proofKey the public key, as Multikey bytes, of the key pair made for this proof alone
/// @param labelKey what the labels of blank nodes are made with
/// @param signatures one for each statement that is not mandatory, by the proof's own key
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record EcdsaBase(
        byte[] baseSignature,
        byte[] proofKey,
        byte[] labelKey,
        List<byte[]> signatures,
        List<String> mandatoryPointers) {

    static final int SIGNATURE = 64;
    static final int KEY = 35;

    EcdsaBase {
        signatures = List.copyOf(signatures);
        mandatoryPointers = List.copyOf(mandatoryPointers);
    }

    String proofValue() {
        CborWriter out =
                new CborWriter().array(5).bytes(baseSignature).bytes(proofKey).bytes(labelKey);
        out.array(signatures, out::bytes).array(mandatoryPointers, out::text);
        return ProofValue.ECDSA_BASE.write(out);
    }

    static EcdsaBase read(String proofValue) {
        CborReader in = ProofValue.ECDSA_BASE.read(proofValue);
        in.array(5);
        EcdsaBase base = new EcdsaBase(
                in.bytes(SIGNATURE),
                in.bytes(KEY),
                in.bytes(Hashes.SIZE),
                in.array(() -> in.bytes(SIGNATURE)),
                in.array(in::text));
        in.end();
        return base;
    }
}
