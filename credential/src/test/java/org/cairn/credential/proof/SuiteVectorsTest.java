package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.credential.Badges;
import org.cairn.credential.Vectors;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.key.Multibase;
import org.cairn.credential.key.SigningKey;
import org.cairn.credential.key.VerificationKey;
import org.cairn.credential.proof.Cryptosuite.Covered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples of the EdDSA and ECDSA Cryptosuites standards, step by step.
class SuiteVectorsTest {

    private static final HexFormat HEX = HexFormat.of();

    /// The examples use a context that makes every word defined; it is for examples only and not bundled.
    private static final Contexts WITH_EXAMPLES = Badges.CONTEXTS
            .with(
                    "https://www.w3.org/ns/credentials/examples/v2",
                    Json.object("{\"@context\": {\"@vocab\": \"https://www.w3.org/ns/credentials/examples#\"}}"))
            .with("https://w3id.org/citizenship/v4rc1", employmentContext());

    private static final DataIntegrity INTEGRITY = new DataIntegrity(WITH_EXAMPLES);
    private static final Transformation RDFC = new RdfcTransformation(new Canonical(WITH_EXAMPLES));
    private static final Transformation JCS = new JcsTransformation();

    /// Where an example lies: folder, the ending of its file names, and the key pair.
    enum Example {
        EDDSA_RDFC("di-eddsa/", "eddsa-rdfc-2022/", "DataInt", Hash.SHA_256, true),
        EDDSA_RDFC_EMPLOYMENT("di-eddsa/", "eddsa-rdfc-2022/employ/", "DataInt", Hash.SHA_256, true),
        EDDSA_JCS("di-eddsa/", "eddsa-jcs-2022/", "JCS", Hash.SHA_256, false),
        ECDSA_RDFC_P256("di-ecdsa/", "ecdsa-rdfc-2019-p256/", "ECDSAP256", Hash.SHA_256, true),
        ECDSA_RDFC_P256_EMPLOYMENT("di-ecdsa/", "ecdsa-rdfc-2019-p256/employ/", "ECDSAP256", Hash.SHA_256, true),
        ECDSA_RDFC_P384("di-ecdsa/", "ecdsa-rdfc-2019-p384/", "ECDSAP384", Hash.SHA_384, true),
        ECDSA_RDFC_P384_EMPLOYMENT("di-ecdsa/", "ecdsa-rdfc-2019-p384/employ/", "ECDSAP384", Hash.SHA_384, true),
        ECDSA_JCS_P256("di-ecdsa/", "ecdsa-jcs-2019-p256/", "JCSECDSAP256", Hash.SHA_256, false),
        ECDSA_JCS_P384("di-ecdsa/", "ecdsa-jcs-2019-p384/", "JCSECDSAP384", Hash.SHA_384, false);

        private final String standard;
        private final String folder;
        private final String ending;
        private final Hash hash;
        private final boolean linkedData;

        Example(String standard, String folder, String ending, Hash hash, boolean linkedData) {
            this.standard = standard;
            this.folder = folder;
            this.ending = ending;
            this.hash = hash;
            this.linkedData = linkedData;
        }

        Transformation transformation() {
            return linkedData ? RDFC : JCS;
        }

        String text(String name) {
            return Vectors.text(standard + folder + name + ending + ".txt");
        }

        JsonObject json(String name) {
            return Vectors.json(standard + folder + name + ending + ".json");
        }

        JsonObject unsigned() {
            return Vectors.json(standard + (folder.contains("employ") ? "employmentAuth" : "unsigned") + ".json");
        }

        SigningKey key() {
            if (standard.equals("di-eddsa/")) {
                return Ed25519Key.ofSecretMultibase(
                        Vectors.json("di-eddsa/keyPair.json").getString("privateKeyMultibase"));
            }
            String pair = hash == Hash.SHA_384 ? "di-ecdsa/p384KeyPair.json" : "di-ecdsa/p256KeyPair.json";
            return EcKey.ofSecretMultibase(Vectors.json(pair).getString("secretKeyMultibase"));
        }
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void the_texts_and_hashes_are_those_of_the_example(Example example) {
        Covered covered = new Covered(example.unsigned(), example.json("proofConfig"));
        String document = example.transformation().document(covered, example.hash);
        String options = example.transformation().options(covered, example.hash);

        assertThat(document).isEqualTo(example.text("canonDoc"));
        assertThat(options).isEqualTo(example.text("proofCanon"));
        assertThat(HEX.formatHex(example.hash.digest(document)))
                .isEqualTo(example.text("docHash").strip());
        assertThat(HEX.formatHex(example.hash.digest(options)))
                .isEqualTo(example.text("proofHash").strip());
        assertThat(HEX.formatHex(new SignatureSuite(example.transformation())
                        .message(covered, example.key().publicKey().type())))
                .isEqualTo(example.text("combinedHash").strip());
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void signing_gives_the_signature_of_the_example(Example example) {
        JsonObject expected = example.json("signed");
        JsonObject proof = expected.getJsonObject("proof");
        ProofOptions options = ProofOptions.of(
                Suite.named(proof.getString("cryptosuite")).orElseThrow(), Instant.parse(proof.getString("created")));

        JsonObject signed = INTEGRITY.sign(
                example.unsigned(), example.key().signer(proof.getString("verificationMethod")), options);

        assertThat(signed).isEqualTo(expected);
        assertThat(HEX.formatHex(Multibase.decode(proof.getString("proofValue"))))
                .isEqualTo(example.text("sigHex").strip());
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void the_signed_example_holds_and_a_changed_one_does_not(Example example) {
        JsonObject signed = example.json("signed");
        JsonObject changed = Json.PROVIDER
                .createObjectBuilder(signed)
                .add("validFrom", "2023-01-01T00:00:01Z")
                .build();

        assertThat(results(signed)).hasSize(1).allMatch(ProofResult.Intact.class::isInstance);
        assertThat(results(changed)).hasSize(1).noneMatch(ProofResult.Intact.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signedProofSet1", "signedProofSet2", "signedProofChain1", "signedProofChain2"})
    void every_proof_of_a_set_or_chain_holds(String name) {
        JsonObject signed = Vectors.json("di-eddsa/proof-set-chain/" + name + ".json");

        assertThat(results(signed)).isNotEmpty().allMatch(ProofResult.Intact.class::isInstance);
    }

    /// Signs the chain of the standard anew: a set of two, a proof of both, and a proof of that proof.
    @Test
    void the_chain_of_the_standard_can_be_made_again() {
        JsonObject expected = Vectors.json("di-eddsa/proof-set-chain/signedProofChain2.json");
        JsonObject document = Vectors.json("di-eddsa/proof-set-chain/unsigned.json");

        for (JsonObject proof : Json.objects(expected, "proof")) {
            document = INTEGRITY.sign(document, signer(proof), optionsOf(proof));
        }

        assertThat(Json.list(document, "proof")).hasSize(4);
        assertThat(document).isEqualTo(expected);
    }

    @Test
    void a_chained_proof_does_not_hold_without_the_proof_it_names() {
        JsonObject signed = Vectors.json("di-eddsa/proof-set-chain/signedProofChain2.json");
        JsonObject alone = Json.PROVIDER
                .createObjectBuilder(signed)
                .add("proof", signed.getJsonArray("proof").getLast())
                .build();

        assertThat(results(alone))
                .containsExactly(
                        new ProofResult.Broken(ProofProblem.CHAIN, "urn:uuid:d94f792a-c546-4d06-b38a-da070ab56c23"));
    }

    private static ProofOptions optionsOf(JsonObject proof) {
        ProofOptions options = ProofOptions.of(Suite.EDDSA_RDFC_2022, Instant.parse(proof.getString("created")))
                .withPreviousProof(Json.strings(proof, "previousProof"));
        return Json.string(proof, "id").map(options::withId).orElse(options);
    }

    /// The signer of a proof, from the published pairs.
    private static org.cairn.credential.key.Signer signer(JsonObject proof) {
        String method = proof.getString("verificationMethod");
        return Vectors.json("di-eddsa/proof-set-chain/multiKeyPairs.json").values().stream()
                .map(pair -> Ed25519Key.ofSecretMultibase(pair.asJsonObject().getString("privateKeyMultibase")))
                .filter(key -> key.didKeyMethod().equals(method))
                .findFirst()
                .orElseThrow()
                .signer(method);
    }

    /// The words that the example of an employment authorisation uses, each as its canonical statements show it.
    private static JsonObject employmentContext() {
        String own = Stream.of(
                        "EmploymentAuthorizationDocumentCredential",
                        "EmployablePerson",
                        "EmploymentAuthorizationDocument",
                        "birthCountry",
                        "employmentAuthorizationDocument",
                        "lprCategory",
                        "lprNumber")
                .map(word -> "\"%s\": \"https://w3id.org/citizenship#%s\"".formatted(word, word))
                .collect(Collectors.joining(", "));
        String common = Stream.of("Person", "additionalName", "familyName", "givenName", "gender", "identifier")
                .map(word -> "\"%s\": \"https://schema.org/%s\"".formatted(word, word))
                .collect(Collectors.joining(", "));
        return Json.object("""
                {"@context": {%s, %s,
                 "image": {"@id": "https://schema.org/image", "@type": "@id"},
                 "birthDate": {"@id": "https://schema.org/birthDate",
                               "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
                 "residentSince": {"@id": "https://w3id.org/citizenship#residentSince",
                                   "@type": "http://www.w3.org/2001/XMLSchema#dateTime"}}}""".formatted(own, common));
    }

    private static Stream<ProofResult> results(JsonObject signed) {
        return Json.objects(signed, "proof").stream()
                .map(Proof::read)
                .map(Proof.Checkable.class::cast)
                .map(proof -> INTEGRITY.verify(signed, proof, key(proof), Badges.NOW));
    }

    private static VerificationKey key(Proof.Checkable proof) {
        String method = proof.verificationMethod();
        return VerificationKey.ofMultibase(method.substring(method.indexOf('#') + 1))
                .orElseThrow();
    }
}
