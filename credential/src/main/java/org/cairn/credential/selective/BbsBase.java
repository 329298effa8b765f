package org.cairn.credential.selective;

import java.util.List;

/// The content of a `bbs-2023` base proof, baseline feature.
///
/// @param header the hashes of the proof's options and of the mandatory statements
/// @param labelKey what the labels of blank nodes are made with
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record BbsBase(byte[] signature, byte[] header, byte[] publicKey, byte[] labelKey, List<String> mandatoryPointers) {

    private static final int SIGNATURE = 80;
    private static final int KEY = 96;

    BbsBase {
        mandatoryPointers = List.copyOf(mandatoryPointers);
    }

    String proofValue() {
        CborWriter out = new CborWriter()
                .array(5)
                .bytes(signature)
                .bytes(header)
                .bytes(publicKey)
                .bytes(labelKey);
        return ProofValue.BBS_BASE.write(out.array(mandatoryPointers, out::text));
    }

    static BbsBase read(String proofValue) {
        CborReader in = ProofValue.BBS_BASE.read(proofValue);
        in.array(5);
        BbsBase base = new BbsBase(
                in.bytes(SIGNATURE),
                in.bytes(2 * Hashes.SIZE),
                in.bytes(KEY),
                in.bytes(Hashes.SIZE),
                in.array(in::text));
        in.end();
        return base;
    }
}
