package org.cairn.credential.proof;

import static org.cairn.credential.proof.Documents.CONTEXT;
import static org.cairn.credential.proof.Documents.PROOF;
import static org.cairn.credential.proof.Documents.PROOF_VALUE;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Signer;
import org.cairn.credential.key.VerificationKey;
import org.cairn.credential.proof.Cryptosuite.Covered;

/// Signs and checks documents with Data Integrity proofs, in any [Suite]. Thread-safe; create one and share it.
///
/// A check takes the key as given: whether the key is the issuer's, and meant for this purpose, is for
/// [org.cairn.credential.verify.Verifier] to find out.
public final class DataIntegrity {

    /// The purpose of issuing credentials.
    public static final String PURPOSE = "assertionMethod";

    /// The purpose of presenting them.
    public static final String PRESENTING = "authentication";

    /// Clocks differ; a signature this far ahead is still taken as made now.
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Canonical canonical;
    private final SignatureSuite rdfc;
    private final SignatureSuite jcs;
    private final SignatureSuite legacy;
    private final Map<Suite, Cryptosuite> others;

    public DataIntegrity(Contexts contexts) {
        this(new Canonical(contexts), Map.of());
    }

    private DataIntegrity(Canonical canonical, Map<Suite, Cryptosuite> others) {
        this.canonical = canonical;
        this.rdfc = new SignatureSuite(new RdfcTransformation(canonical));
        this.jcs = new SignatureSuite(new JcsTransformation());
        this.legacy = new SignatureSuite(new LegacyTransformation(canonical));
        this.others = Map.copyOf(others);
    }

    /// One that checks proofs of this suite as well, which is of another package.
    public DataIntegrity with(Suite suite, Cryptosuite checking) {
        Map<Suite, Cryptosuite> more = new HashMap<>(others);
        more.put(suite, checking);
        return new DataIntegrity(canonical, more);
    }

    /// The document with an `eddsa-rdfc-2022` proof added, which issues it.
    ///
    /// @throws ContentException when some of the document could not be covered by the signature
    public JsonObject sign(JsonObject unsigned, Signer signer, Instant created) {
        return sign(unsigned, signer, ProofOptions.of(Suite.EDDSA_RDFC_2022, created));
    }

    /// The document with a proof added. A linked-data document without a context for proofs gets one. Existing
    /// proofs stay: the new one joins them in a set, or builds upon those that the options name.
    ///
    /// @throws ContentException when some of the document could not be covered by the signature, or a proof that
    ///     it is to build upon is not there
    /// @throws IllegalArgumentException when the suite is not made for the signer's kind of key
    public JsonObject sign(JsonObject unsigned, Signer signer, ProofOptions options) {
        if (!options.suite().isCurrent() || !options.suite().signsWith(signer.keyType())) {
            throw new IllegalArgumentException(options.suite().id() + " does not sign with " + signer.keyType());
        }
        JsonObject document = withContext(unsigned, options.suite());
        JsonObject proof = proofOptions(document, signer, options);
        ProofChain.fault(document, proof).ifPresent(name -> {
            throw new ContentException(ContentException.Code.NOT_COVERED, "previousProof " + name);
        });
        String value =
                signing(options.suite()).proofValue(new Covered(ProofChain.document(document, proof), proof), signer);
        JsonObject signed = Documents.with(proof, PROOF_VALUE, Json.PROVIDER.createValue(value));
        return Documents.with(document, PROOF, Documents.appended(Json.list(unsigned, PROOF), signed));
    }

    /// Makes sure that all of the document can be told as statements. Suites over canonical JSON do not ask for that,
    /// but a credential has to be linked data whatever its proof.
    ///
    /// @throws ContentException when a term is undefined, a context unknown or cannot be processed
    public void checkLinkedData(JsonObject document) {
        canonical.statements(Documents.without(document, PROOF));
    }

    /// Checks one proof of a credential with the given key.
    public ProofResult verify(JsonObject secured, Proof.Checkable proof, VerificationKey key, Instant now) {
        return verify(secured, proof, key, VerificationOptions.at(now));
    }

    /// Checks one proof of a document with the given key. Proofs that it builds upon have to be checked as
    /// well.
    public ProofResult verify(
            JsonObject secured, Proof.Checkable proof, VerificationKey key, VerificationOptions options) {
        return expected(proof, options)
                .or(() -> inTime(proof, options.now()))
                .or(() -> ProofChain.fault(secured, proof.json())
                        .map(name -> new ProofResult.Broken(ProofProblem.CHAIN, name)))
                .<ProofResult>map(broken -> broken)
                .orElseGet(() -> signature(secured, proof, key));
    }

    /// Whether the proof is of the kind the verifier asked for (VC Data Integrity 1.0, 4.3).
    public static Optional<ProofResult.Broken> expected(Proof.Checkable proof, VerificationOptions options) {
        JsonObject json = proof.json();
        if (!proof.purpose().equals(options.purpose())) {
            return Optional.of(new ProofResult.Broken(ProofProblem.PURPOSE, proof.purpose()));
        }
        boolean domain = options.domain().isEmpty()
                || Set.copyOf(Json.strings(json, "domain")).equals(options.domain());
        if (!domain) {
            return Optional.of(
                    new ProofResult.Broken(ProofProblem.DOMAIN, String.join(" ", Json.strings(json, "domain"))));
        }
        boolean challenge = options.challenge().isEmpty() || options.challenge().equals(Json.string(json, "challenge"));
        return challenge ? Optional.empty() : Optional.of(new ProofResult.Broken(ProofProblem.CHALLENGE, ""));
    }

    private static Optional<ProofResult.Broken> inTime(Proof.Checkable proof, Instant now) {
        Optional<ProofResult.Broken> ended = proof.expires()
                .filter(end -> !end.isAfter(now))
                .map(end -> new ProofResult.Broken(ProofProblem.EXPIRED, end.toString()));
        return ended.or(() -> proof.created()
                .filter(made -> made.isAfter(now.plus(CLOCK_SKEW)))
                .map(made -> new ProofResult.Broken(ProofProblem.FROM_FUTURE, made.toString())));
    }

    private ProofResult signature(JsonObject secured, Proof.Checkable proof, VerificationKey key) {
        Optional<Cryptosuite> suite = suite(proof.suite());
        if (suite.isEmpty()) {
            return new ProofResult.Broken(
                    ProofProblem.CRYPTOSUITE, proof.suite().id());
        }
        try {
            boolean holds = proof.suite().signsWith(key.type())
                    && suite.get().verifies(covered(secured, proof.json()), proof.proofValue(), key);
            return holds ? new ProofResult.Intact() : new ProofResult.Broken(ProofProblem.SIGNATURE, "");
        } catch (ContentException e) {
            return new ProofResult.Unprocessable(e.code(), e.detail());
        }
    }

    /// How each suite checks; empty for one that [#with] did not bring.
    private Optional<Cryptosuite> suite(Suite suite) {
        return suite.isOfDisclosure() ? Optional.ofNullable(others.get(suite)) : Optional.of(signing(suite));
    }

    private SignatureSuite signing(Suite suite) {
        return switch (suite) {
            case EDDSA_RDFC_2022, ECDSA_RDFC_2019 -> rdfc;
            case ED25519_SIGNATURE_2020 -> legacy;
            case EDDSA_JCS_2022, ECDSA_JCS_2019 -> jcs;
            case ECDSA_SD_2023, BBS_2023 ->
                throw new IllegalArgumentException(suite.id() + " has a class of its own to sign with");
        };
    }

    static Covered covered(JsonObject secured, JsonObject proof) {
        return new Covered(ProofChain.document(secured, proof), Documents.without(proof, PROOF_VALUE));
    }

    /// A document of canonical JSON need not be linked data; if it is, its words for the proof should be
    /// defined.
    private static JsonObject withContext(JsonObject unsigned, Suite suite) {
        return switch (suite) {
            case EDDSA_RDFC_2022, ECDSA_RDFC_2019, ED25519_SIGNATURE_2020, ECDSA_SD_2023, BBS_2023 ->
                RdfcTransformation.withProofContext(unsigned);
            case EDDSA_JCS_2022, ECDSA_JCS_2019 ->
                unsigned.containsKey(CONTEXT) ? RdfcTransformation.withProofContext(unsigned) : unsigned;
        };
    }

    /// 3.3.1: a proof over canonical JSON says in which context it was made.
    private static JsonObject proofOptions(JsonObject document, Signer signer, ProofOptions options) {
        JsonObject proof = options.toJson(signer.verificationMethod());
        return switch (options.suite()) {
            case EDDSA_RDFC_2022, ECDSA_RDFC_2019, ED25519_SIGNATURE_2020, ECDSA_SD_2023, BBS_2023 -> proof;
            case EDDSA_JCS_2022, ECDSA_JCS_2019 ->
                document.containsKey(CONTEXT) ? Documents.with(proof, CONTEXT, document.get(CONTEXT)) : proof;
        };
    }
}
