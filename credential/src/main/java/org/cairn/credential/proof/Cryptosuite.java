package org.cairn.credential.proof;

import jakarta.json.JsonObject;
import org.cairn.credential.key.VerificationKey;

/// How a cryptosuite checks what a proof covers. A new suite is a name in [Suite], a class of this kind, and a
/// line in [DataIntegrity] that joins the two; one of another package is brought by [DataIntegrity#with].
public interface Cryptosuite {

    /// What a proof covers.
    ///
    /// @param document the document without proofs but those that the proof builds upon
    /// @param options the proof without its `proofValue`
    record Covered(JsonObject document, JsonObject options) {}

    /// Whether the value is a proof by the key, which is of a kind that the suite signs with.
    ///
    /// @throws ContentException when the document cannot be brought into its signed form
    boolean verifies(Covered covered, String proofValue, VerificationKey key);
}
