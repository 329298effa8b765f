package org.cairn.credential.proof;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.cairn.credential.json.DateTimeStamp;
import org.cairn.credential.json.Json;

/// A proof as it stands in a document, read but not yet checked.
public sealed interface Proof {

    /// The `type` of every Data Integrity proof.
    String TYPE = "DataIntegrityProof";

    /// Made with a suite this library knows, and well-formed.
    ///
    /// @param verificationMethod the DID URL of the key
    record Checkable(
            JsonObject json,
            Suite suite,
            String purpose,
            String verificationMethod,
            String proofValue,
            Optional<Instant> created,
            Optional<Instant> expires)
            implements Proof {}

    /// Not one we can check.
    record Unreadable(ProofProblem problem, String detail) implements Proof {}

    /// Reads one member of `proof`.
    static Proof read(JsonObject json) {
        String type = Json.string(json, "type").orElse("");
        String suite = Json.string(json, "cryptosuite").orElse("");
        if (type.isEmpty()) {
            return new Unreadable(ProofProblem.MALFORMED, "type");
        }
        Optional<Suite> known = Suite.ofProof(type, suite);
        return known.isPresent()
                ? new ProofReader(json, known.get()).read()
                : new Unreadable(ProofProblem.CRYPTOSUITE, suite.isEmpty() ? type : suite);
    }

    /// A date with time and zone, as XML Schema's `dateTimeStamp`.
    static Optional<Instant> instant(String text) {
        return DateTimeStamp.read(text);
    }
}
