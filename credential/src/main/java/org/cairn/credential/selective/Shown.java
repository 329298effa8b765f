package org.cairn.credential.selective;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.cairn.credential.proof.Cryptosuite.Covered;
import org.cairn.credential.proof.StatementReader;
import org.cairn.credential.proof.Statements;

/// What a verifier reads in a derived document: verification data, as far as it is the same in both suites.
///
/// @param proofHash of the proof's options
/// @param mandatoryHash of the statements said to be mandatory
/// @param others the other statements shown
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Shown(byte[] proofHash, byte[] mandatoryHash, List<String> others) {

    Shown {
        others = List.copyOf(others);
    }

    static Shown of(StatementReader reader, Covered covered, Map<String, String> labels, List<Integer> mandatory) {
        if (covered.document().containsKey("proof")) {
            throw new MalformedProofException("chains are not defined for these suites");
        }
        List<String> all = statements(reader.checked(covered.document()), labels);
        checkPlaces(mandatory, all.size());
        List<String> others = new ArrayList<>(all);
        mandatory.reversed().forEach(place -> others.remove(place.intValue()));
        byte[] proofHash = Hashes.sha256(
                reader.ofOptions(covered.document(), covered.options()).getBytes(StandardCharsets.UTF_8));
        byte[] mandatoryHash =
                Hashes.ofStatements(mandatory.stream().map(all::get).toList());
        return new Shown(proofHash, mandatoryHash, others);
    }

    List<byte[]> messages() {
        return others.stream()
                .map(statement -> statement.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /// The statements under the labels they were signed with. The map has to speak of all blank nodes and no others.
    private static List<String> statements(Statements statements, Map<String, String> labels) {
        Map<String, String> canonical = statements.canonicalLabels();
        if (!new HashSet<>(canonical.values()).equals(labels.keySet())) {
            throw new MalformedProofException("a label map for other blank nodes");
        }
        return statements.labelled(label -> labels.getOrDefault(canonical.get(label), ""));
    }

    private static void checkPlaces(List<Integer> places, int size) {
        int before = -1;
        for (int place : places) {
            if (place <= before || place >= size) {
                throw new MalformedProofException("places that do not ascend");
            }
            before = place;
        }
    }
}
