package org.cairn.credential.selective;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// The content of a `bbs-2023` derived proof, baseline feature.
///
/// @param labels from canonical labels to those that were signed
/// @param mandatory which of the shown statements are mandatory
/// @param selective which of all statements that are not mandatory are shown
/// @param presentation bytes of the holder's choice that the proof is bound to
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record BbsDerived(
        byte[] proof,
        Map<String, String> labels,
        List<Integer> mandatory,
        List<Integer> selective,
        byte[] presentation) {

    BbsDerived {
        labels = Map.copyOf(labels);
        mandatory = List.copyOf(mandatory);
        selective = List.copyOf(selective);
    }

    String proofValue() {
        CborWriter out = new CborWriter().array(5).bytes(proof);
        out.map(LabelMap.compressed(labels, label -> Integer.valueOf(label.substring(1))), out::number)
                .array(mandatory, out::number)
                .array(selective, out::number)
                .bytes(presentation);
        return ProofValue.BBS_DERIVED.write(out);
    }

    static BbsDerived read(String proofValue) {
        CborReader in = ProofValue.BBS_DERIVED.read(proofValue);
        in.array(5);
        byte[] proof = in.bytes();
        SortedMap<Integer, Integer> labels = in.map(in::number);
        List<Integer> mandatory = in.array(in::number);
        List<Integer> selective = in.array(in::number);
        byte[] presentation = in.bytes();
        in.end();
        return new BbsDerived(
                proof, LabelMap.expanded(labels, number -> "b" + number), mandatory, selective, presentation);
    }
}
