package org.cairn.credential.proof;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.cairn.credential.json.Json;

/// A proof as it stands in a document, read but not yet checked.
public sealed interface Proof {

    /// Made with the suite this library knows.
    ///
    /// @param verificationMethod the DID URL of the key
    record Checkable(
            JsonObject json,
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
        if (!type.equals("DataIntegrityProof") || !suite.equals(DataIntegrity.SUITE)) {
            return new Unreadable(ProofProblem.CRYPTOSUITE, suite.isEmpty() ? type : suite);
        }
        if (!Json.string(json, "proofPurpose").equals(Optional.of(DataIntegrity.PURPOSE))) {
            return new Unreadable(ProofProblem.PURPOSE, "");
        }
        return ProofReader.read(json);
    }

    /// A date with time and zone, as XML Schema's `dateTimeStamp`.
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
