package org.cairn.credential.selective;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import org.cairn.credential.bbs.BbsPublicKey;
import org.cairn.credential.proof.StatementReader;
import org.cairn.credential.selective.DisclosureException.Code;

/// What a base proof signs: transformation and hashing, the same in both suites.
///
/// @param proofHash of the proof's options
/// @param mandatoryHash of the mandatory statements
/// @param others the statements that are not mandatory
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Issuance(byte[] proofHash, byte[] mandatoryHash, List<String> others) {

    /// As many as BBS takes; each costs a signature or a multiplication on the curve.
    static final int MAX_OTHERS = BbsPublicKey.MAX_MESSAGES;

    Issuance {
        others = List.copyOf(others);
    }

    static Issuance of(StatementReader reader, JsonObject document, JsonObject options, Pointed pointed) {
        Grouped grouped = Grouped.of(reader, document, pointed.labels());
        return of(reader, document, options, grouped, grouped.select(pointed.mandatory()));
    }

    static Issuance of(
            StatementReader reader,
            JsonObject document,
            JsonObject options,
            Grouped grouped,
            SortedSet<Integer> mandatory) {
        List<String> others = grouped.at(grouped.others(mandatory));
        if (others.size() > MAX_OTHERS) {
            throw new DisclosureException(Code.TOO_MANY_STATEMENTS, "more than " + MAX_OTHERS);
        }
        byte[] proofHash = Hashes.sha256(reader.ofOptions(document, options).getBytes(StandardCharsets.UTF_8));
        return new Issuance(proofHash, Hashes.ofStatements(grouped.at(mandatory)), others);
    }

    /// The statements as messages to sign.
    List<byte[]> messages() {
        return others.stream()
                .map(statement -> statement.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /// Pointers to what is mandatory, and how blank nodes get their labels.
    record Pointed(List<String> mandatory, Labels labels) {}
}
