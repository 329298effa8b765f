package org.cairn.credential.selective;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.cairn.credential.key.Multibase;

/// The content of an `ecdsa-sd-2023` derived proof; names as in [EcdsaBase].
///
/// @param labels from canonical labels to those that were signed
/// @param mandatory which of the shown statements are mandatory
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record EcdsaDerived(
        byte[] baseSignature,
        byte[] proofKey,
        List<byte[]> signatures,
        Map<String, String> labels,
        List<Integer> mandatory) {

    EcdsaDerived {
        signatures = List.copyOf(signatures);
        labels = Map.copyOf(labels);
        mandatory = List.copyOf(mandatory);
    }

    String proofValue() {
        CborWriter out = new CborWriter().array(5).bytes(baseSignature).bytes(proofKey);
        out.array(signatures, out::bytes)
                .map(LabelMap.compressed(labels, Multibase::decode), out::bytes)
                .array(mandatory, out::number);
        return ProofValue.ECDSA_DERIVED.write(out);
    }

    static EcdsaDerived read(String proofValue) {
        CborReader in = ProofValue.ECDSA_DERIVED.read(proofValue);
        in.array(5);
        byte[] baseSignature = in.bytes(EcdsaBase.SIGNATURE);
        byte[] proofKey = in.bytes(EcdsaBase.KEY);
        List<byte[]> signatures = in.array(() -> in.bytes(EcdsaBase.SIGNATURE));
        SortedMap<Integer, byte[]> labels = in.map(() -> in.bytes(Hashes.SIZE));
        List<Integer> mandatory = in.array(in::number);
        in.end();
        return new EcdsaDerived(
                baseSignature, proofKey, signatures, LabelMap.expanded(labels, Multibase::base64url), mandatory);
    }
}
