package org.cairn.credential.proof;

import static org.cairn.credential.proof.Documents.PROOF;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.json.Json;

/// A proof may cover earlier ones, named by `previousProof` (VC Data Integrity 1.0, 4.4 and 4.5). A proof set
/// is a chain without links.
final class ProofChain {

    private static final String PREVIOUS = "previousProof";

    private final List<JsonObject> all;

    private ProofChain(List<JsonObject> all) {
        this.all = all;
    }

    /// What is wrong with the links that start at the proof: the name of one that leads nowhere, to several
    /// proofs, or in a circle.
    static Optional<String> fault(JsonObject secured, JsonObject proof) {
        return new ProofChain(Json.objects(secured, PROOF)).fault(proof, new HashSet<>(), new HashSet<>());
    }

    /// The document with nothing but the proofs the given one builds upon, in the order in which they stand
    /// there.
    static JsonObject document(JsonObject secured, JsonObject proof) {
        JsonObject bare = Documents.without(secured, PROOF);
        Set<String> names = names(proof);
        if (names.isEmpty()) {
            return bare;
        }
        JsonArrayBuilder earlier = Json.PROVIDER.createArrayBuilder();
        Json.objects(secured, PROOF).stream()
                .filter(other ->
                        Json.string(other, "id").filter(names::contains).isPresent())
                .forEach(earlier::add);
        return Documents.with(bare, PROOF, earlier.build());
    }

    /// Walks down every link once.
    ///
    /// @param passed the names on the way here
    /// @param sound the names whose own links are known to be right
    private Optional<String> fault(JsonObject proof, Set<String> passed, Set<String> sound) {
        for (String name : names(proof)) {
            if (sound.contains(name)) {
                continue;
            }
            List<JsonObject> found = all.stream()
                    .filter(other -> Json.string(other, "id").equals(Optional.of(name)))
                    .toList();
            boolean leadsOn = found.size() == 1 && passed.add(name);
            Optional<String> fault = leadsOn ? fault(found.getFirst(), passed, sound) : Optional.of(name);
            if (fault.isPresent()) {
                return fault;
            }
            passed.remove(name);
            sound.add(name);
        }
        return Optional.empty();
    }

    private static Set<String> names(JsonObject proof) {
        return new LinkedHashSet<>(Json.strings(proof, PREVIOUS));
    }
}
