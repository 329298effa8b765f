package org.cairn.credential.proof;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.json.Json;

/// How a proof is to be made. Start with [#of] and add what is wanted.
///
/// @param created when, written with whole seconds
/// @param purpose what for: `assertionMethod` issues, `authentication` presents
/// @param domain where the proof is meant to be used; any number of them
/// @param challenge what the verifier asked to be repeated
/// @param id the proof's own name, a URL
/// @param previousProof the names of proofs already there that it covers
public record ProofOptions(
        Suite suite,
        Optional<Instant> created,
        Optional<Instant> expires,
        String purpose,
        List<String> domain,
        Optional<String> challenge,
        Optional<String> id,
        List<String> previousProof) {

    public ProofOptions {
        domain = List.copyOf(domain);
        previousProof = List.copyOf(previousProof);
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("a proof has a purpose");
        }
    }

    /// A proof that issues a credential.
    public static ProofOptions of(Suite suite, Instant created) {
        return new ProofOptions(
                suite,
                Optional.of(created),
                Optional.empty(),
                DataIntegrity.PURPOSE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /// A proof by which a holder presents something to the verifier who asked for it.
    public static ProofOptions presenting(Suite suite, Instant created, String domain, String challenge) {
        return of(suite, created)
                .withPurpose(DataIntegrity.PRESENTING)
                .withDomain(List.of(domain))
                .withChallenge(challenge);
    }

    public ProofOptions withPurpose(String other) {
        return new ProofOptions(suite, created, expires, other, domain, challenge, id, previousProof);
    }

    public ProofOptions withDomain(List<String> others) {
        return new ProofOptions(suite, created, expires, purpose, others, challenge, id, previousProof);
    }

    public ProofOptions withChallenge(String text) {
        return new ProofOptions(suite, created, expires, purpose, domain, Optional.of(text), id, previousProof);
    }

    public ProofOptions withExpires(Instant end) {
        return new ProofOptions(suite, created, Optional.of(end), purpose, domain, challenge, id, previousProof);
    }

    public ProofOptions withId(String url) {
        return new ProofOptions(suite, created, expires, purpose, domain, challenge, Optional.of(url), previousProof);
    }

    public ProofOptions withPreviousProof(List<String> ids) {
        return new ProofOptions(suite, created, expires, purpose, domain, challenge, id, ids);
    }

    /// The proof without its value.
    JsonObject toJson(String verificationMethod) {
        JsonObjectBuilder proof = Json.PROVIDER.createObjectBuilder().add("type", Proof.TYPE);
        id.ifPresent(url -> proof.add("id", url));
        proof.add("cryptosuite", suite.id());
        created.ifPresent(at -> proof.add("created", text(at)));
        expires.ifPresent(at -> proof.add("expires", text(at)));
        proof.add("verificationMethod", verificationMethod).add("proofPurpose", purpose);
        add(proof, "domain", domain);
        challenge.ifPresent(text -> proof.add("challenge", text));
        add(proof, "previousProof", previousProof);
        return proof.build();
    }

    private static void add(JsonObjectBuilder proof, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            proof.add(name, texts.size() == 1 ? Json.PROVIDER.createValue(texts.getFirst()) : array(texts));
        }
    }

    private static JsonValue array(List<String> texts) {
        JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
        texts.forEach(array::add);
        return array.build();
    }

    private static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
