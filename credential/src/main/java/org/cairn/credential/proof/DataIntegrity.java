package org.cairn.credential.proof;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Ed25519PublicKey;
import org.cairn.credential.key.Multibase;
import org.cairn.credential.key.Signer;

/// Signs and checks documents with `eddsa-rdfc-2022` (VC Data Integrity EdDSA Cryptosuites 1.0, section 3.2).
/// Thread-safe. Step numbers in comments are those of that section.
public final class DataIntegrity {

    public static final String SUITE = "eddsa-rdfc-2022";
    public static final String PURPOSE = "assertionMethod";

    private static final String CONTEXT = "@context";
    private static final String PROOF = "proof";
    private static final String INTEGRITY_CONTEXT = "https://w3id.org/security/data-integrity/v2";

    /// Contexts that define the words of a proof.
    private static final Set<String> PROOF_CONTEXTS = Set.of(
            INTEGRITY_CONTEXT, "https://w3id.org/security/data-integrity/v1", "https://www.w3.org/ns/credentials/v2");

    /// Clocks differ; a signature this far ahead is still taken as made now.
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Canonical canonical;

    public DataIntegrity(Contexts contexts) {
        this.canonical = new Canonical(contexts);
    }

    /// The document with a proof added; `created` is written with whole seconds. A document without a context for
    /// proofs gets one. Existing proofs stay and make a proof set.
    ///
    /// @throws ContentException when some of the document could not be covered by the signature
    public JsonObject sign(JsonObject unsigned, Signer signer, Instant created) {
        JsonObject document = withProofContext(without(unsigned, PROOF));
        JsonObject options = Json.PROVIDER
                .createObjectBuilder()
                .add("type", "DataIntegrityProof")
                .add("cryptosuite", SUITE)
                .add("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
                .add("verificationMethod", signer.verificationMethod())
                .add("proofPurpose", PURPOSE)
                .build();
        byte[] signature = signer.sign(hashes(document, options));
        JsonObject proof = with(options, "proofValue", Json.PROVIDER.createValue(Multibase.base58(signature)));
        return with(document, PROOF, added(Json.list(unsigned, PROOF), proof));
    }

    /// Checks one proof of the document with the given key.
    public ProofResult verify(JsonObject secured, Proof.Checkable proof, Ed25519PublicKey key, Instant now) {
        if (proof.expires().isPresent() && !proof.expires().get().isAfter(now)) {
            return new ProofResult.Broken(
                    ProofProblem.EXPIRED, proof.expires().get().toString());
        }
        if (proof.created().isPresent() && proof.created().get().isAfter(now.plus(CLOCK_SKEW))) {
            return new ProofResult.Broken(
                    ProofProblem.FROM_FUTURE, proof.created().get().toString());
        }
        try {
            byte[] message = message(secured, proof.json());
            return key.verifies(message, Multibase.decode(proof.proofValue()))
                    ? new ProofResult.Intact()
                    : new ProofResult.Broken(ProofProblem.SIGNATURE, "");
        } catch (ContentException e) {
            return new ProofResult.Unprocessable(e.code(), e.detail());
        }
    }

    /// The 64 bytes that the signature of the proof covers.
    byte[] message(JsonObject secured, JsonObject proof) {
        JsonObject document = without(secured, PROOF);
        List<JsonObject> earlier = ProofChain.previous(secured, proof);
        if (!earlier.isEmpty()) {
            JsonArrayBuilder proofs = Json.PROVIDER.createArrayBuilder();
            earlier.forEach(proofs::add);
            document = with(document, PROOF, proofs.build());
        }
        return hashes(document, without(proof, "proofValue"));
    }

    /// 3.2.4: SHA-256 of the canonical proof options, then SHA-256 of the canonical document.
    private byte[] hashes(JsonObject document, JsonObject proofOptions) {
        byte[] message = new byte[64];
        System.arraycopy(sha256(optionStatements(document, proofOptions)), 0, message, 0, 32);
        System.arraycopy(sha256(documentStatements(document)), 0, message, 32, 32);
        return message;
    }

    /// 3.2.3: the document without its proof, canonicalized.
    String documentStatements(JsonObject document) {
        return canonical.statements(document);
    }

    /// 3.2.5: the proof options read in the document's context, canonicalized.
    String optionStatements(JsonObject document, JsonObject proofOptions) {
        return PlainProof.statements(Json.list(document, CONTEXT), proofOptions)
                .orElseGet(() -> workedOut(document, proofOptions));
    }

    String workedOut(JsonObject document, JsonObject proofOptions) {
        JsonObject options = proofOptions.containsKey(CONTEXT)
                ? checkedContext(document, proofOptions)
                : with(proofOptions, CONTEXT, document.getOrDefault(CONTEXT, JsonValue.EMPTY_JSON_ARRAY));
        return canonical.statements(withProofContext(options));
    }

    /// A proof's own context must be how the document's context begins, or it could read the proof otherwise.
    private static JsonObject checkedContext(JsonObject document, JsonObject options) {
        List<JsonValue> own = Json.list(options, CONTEXT);
        List<JsonValue> outer = Json.list(document, CONTEXT);
        if (own.size() > outer.size() || !outer.subList(0, own.size()).equals(own)) {
            throw new ContentException(ContentException.Code.REINTERPRETED, "@context of the proof");
        }
        return options;
    }

    private static JsonObject withProofContext(JsonObject document) {
        if (Json.strings(document, CONTEXT).stream().anyMatch(PROOF_CONTEXTS::contains)) {
            return document;
        }
        return with(
                document, CONTEXT, added(Json.list(document, CONTEXT), Json.PROVIDER.createValue(INTEGRITY_CONTEXT)));
    }

    /// The value alone, or after those already there.
    private static JsonValue added(List<JsonValue> present, JsonValue value) {
        if (present.isEmpty()) {
            return value;
        }
        JsonArrayBuilder all = Json.PROVIDER.createArrayBuilder();
        present.forEach(all::add);
        return all.add(value).build();
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        return Json.PROVIDER.createObjectBuilder(object).add(name, value).build();
    }

    private static JsonObject without(JsonObject object, String name) {
        return Json.PROVIDER.createObjectBuilder(object).remove(name).build();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
