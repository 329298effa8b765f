package org.cairn.credential.proof;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.json.Json;

/// A proof may cover earlier ones, named by `previousProof` (VC Data Integrity 1.0, section 4.6).
final class ProofChain {

    private ProofChain() {}

    /// The proofs the given one covers besides the document; none for a plain proof or a proof set.
    static List<JsonObject> previous(JsonObject secured, JsonObject proof) {
        List<String> names = Json.strings(proof, "previousProof");
        return names.stream().map(name -> named(secured, name)).toList();
    }

    private static JsonObject named(JsonObject secured, String name) {
        List<JsonObject> found = Json.objects(secured, "proof").stream()
                .filter(other -> Json.string(other, "id").equals(Optional.of(name)))
                .toList();
        if (found.size() != 1) {
            throw new ContentException(ContentException.Code.NOT_COVERED, "previousProof");
        }
        return found.getFirst();
    }
}
