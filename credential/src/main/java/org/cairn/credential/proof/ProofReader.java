package org.cairn.credential.proof;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Multibase;

/// Reads the members of an `eddsa-rdfc-2022` proof one after the other.
final class ProofReader {

    private static final int SIGNATURE_SIZE = 64;

    private ProofReader() {}

    static Proof read(JsonObject json) {
        Optional<String> method = Json.string(json, "verificationMethod");
        Optional<String> proofValue = Json.string(json, "proofValue").filter(ProofReader::isSignature);
        if (method.isEmpty()) {
            return malformed("verificationMethod");
        }
        if (proofValue.isEmpty()) {
            return malformed("proofValue");
        }
        Optional<Instant> created = date(json, "created");
        Optional<Instant> expires = date(json, "expires");
        if (created.isEmpty() && json.containsKey("created")) {
            return malformed("created");
        }
        if (expires.isEmpty() && json.containsKey("expires")) {
            return malformed("expires");
        }
        return new Proof.Checkable(json, method.get(), proofValue.get(), created, expires);
    }

    private static Optional<Instant> date(JsonObject json, String name) {
        return Json.string(json, name).flatMap(Proof::instant);
    }

    private static boolean isSignature(String text) {
        try {
            return Multibase.decode(text).length == SIGNATURE_SIZE;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Proof malformed(String member) {
        return new Proof.Unreadable(ProofProblem.MALFORMED, member);
    }
}
