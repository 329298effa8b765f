package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.credential.Badges;
import org.cairn.credential.DigitalBazaar;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.ContentException.Code;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is signed is exactly what is written: the same statements as another implementation makes, or a refusal.
class CanonicalTest {

    private static final Canonical CANONICAL = new Canonical(Badges.CONTEXTS);
    private static final DigitalBazaar NODE = DigitalBazaar.start();
    private static final String OWN_WORDS = """
            {"d": {"@id": "urn:d", "@type": "http://www.w3.org/2001/XMLSchema#double"},
             "f": {"@id": "urn:f", "@type": "http://www.w3.org/2001/XMLSchema#float"},
             "j": {"@id": "urn:j", "@type": "@json"},
             "l": {"@id": "urn:l", "@container": "@list"},
             "m": {"@id": "urn:m", "@container": "@language"},
             "r": {"@id": "urn:r", "@type": "@id"},
             "t": {"@id": "urn:t", "@type": "@vocab"},
             "p": "urn:p:",
             "u": "urn:u"}""";

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'creditsAvailable': 5",
                "'creditsAvailable': 5.0",
                "'creditsAvailable': 2.5",
                "'creditsAvailable': 1e2",
                "'creditsAvailable': 0.1",
                "'creditsAvailable': -0.0",
                "'creditsAvailable': 1e21",
                "'creditsAvailable': 3.3333333333333333",
                "'creditsAvailable': -7",
                "'creditsAvailable': 123456789012",
                "'name': '\\u0000\\u0001\\t\\b\\n\\r\\f\\'\\\\\\u007f'",
                "'name': '😀 é \\u2028'",
                "'name': ''",
                "'name': {'@value': 'x', '@language': 'en-US'}",
                "'name': null",
                "'name': []",
                "'name': true",
                "'name': {'@value': 'x', '@language': 'ar', '@direction': 'rtl'}",
                "'name': ['b', 'a', 'b']",
                "'name': [{'@value': 'x', '@language': 'de'}, {'@value': 'y', '@language': 'fr'}]",
                "'d': 5",
                "'d': 2.5",
                "'f': 5",
                "'f': 2.5",
                "'j': {'b': [1, 2.50, 'é', null, true], 'a': {}}",
                "'l': [1, 'a', {'u': 2}]",
                "'l': []",
                "'l': [[1], [2]]",
                "'u': {'u': {'u': 1}}",
                "'u': [1, 1, 1.5, true, '1']",
                "'m': {'en': 'a', 'de': ['b', 'c']}",
                "'r': ['urn:z', {'id': 'urn:y'}, {'u': 3}, {'u': 3}]",
                "'t': 'Profile'",
                "'p:x': 'y'",
                "'u': {'id': '_:b0', 'r': '_:b0'}",
                "'u': {'@list': [1, 2]}",
                "'u': {'@set': [1, 2]}",
                "'r': 'urn:é'",
                "'u': {'type': 'Profile', 'official': 'x', 'address': {'type': 'Address', 'postalCode': '1'}}",
                "'alignment': [{'type': ['Alignment'], 'targetName': 'a', 'targetUrl': 'b'}]",
            })
    void makes_the_same_statements_as_another_implementation(String members) {
        JsonObject document = documentWith(members);

        var theirs = NODE.ask("canonize", Json.PROVIDER.createObjectBuilder().add("document", document));

        assertThat(CANONICAL.statements(document)).isEqualTo(theirs.getString("statements"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'unknown': 1",
                "'u': {'unknown': 1}",
                "'t': 'nonsense'",
                "'r': 'relative'",
                "'u': {'type': 'Nonsense'}",
                "'u': {'@value': 'a', '@type': 'nonsense'}",
                "'r': 'urn:a b'",
                "'u': {'@value': 'x', '@language': 'not valid'}"
            })
    void refuses_what_another_implementation_would_not_sign_either(String members) {
        JsonObject document = documentWith(members);

        var theirs = NODE.ask("canonize", Json.PROVIDER.createObjectBuilder().add("document", document));

        assertThat(theirs).containsKey("error");
        assertThat(refusal(document)).isEqualTo(Code.NOT_COVERED);
    }

    @Test
    void refuses_an_empty_reference_which_would_vanish() {
        assertThat(refusal(documentWith("'r': ''"))).isEqualTo(Code.NOT_COVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'u': 9007199254740993", "'d': 1e400", "'creditsAvailable': 100000000000000000000"})
    void refuses_numbers_that_programs_read_differently(String members) {
        assertThat(refusal(documentWith(members))).isIn(Code.NOT_COVERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'@graph': []",
                "'@included': []",
                "'@nest': {}",
                "'@reverse': {}",
                "'u': {'@value': 1, '@index': 'x'}",
                "'https://www.w3.org/2018/credentials#credentialStatus': {'id': 'urn:s'}",
                "'https://purl.imsglobal.org/spec/vc/ob/vocab.html#result': 'x'",
                "'@context': {'name': 'urn:x'}",
                "'@context': {'state': 'https://www.w3.org/2018/credentials#credentialStatus'}",
                "'@context': {'c': 'https://www.w3.org/2018/credentials#', 'x': 'c:credentialStatus'}",
                "'@context': {'n': '@nest'}",
                "'@context': {'x': {'@reverse': 'urn:x'}}",
                "'@context': null",
                "'@context': {'x': {'@id': 'urn:x', '@context': {'achievement': 'urn:y'}}}",
            })
    void refuses_to_give_standard_words_and_things_another_spelling(String members) {
        assertThat(refusal(documentWith(members))).isEqualTo(Code.REINTERPRETED);
    }

    @Test
    void refuses_full_addresses_by_way_of_a_default_vocabulary() {
        JsonObject document = Json.object("""
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                              {"@vocab": "https://www.w3.org/2018/credentials#cred"}],
                 "id": "urn:1", "type": "VerifiableCredential", "entialStatus": {"id": "urn:s"}}""");

        assertThat(refusal(document)).isEqualTo(Code.REINTERPRETED);
    }

    @Test
    void allows_a_standard_word_to_be_defined_again_as_what_it_is() {
        assertThat(CANONICAL.statements(documentWith("'tag': 'x', '@context': {'tag2': 'urn:tag'}, 'tag2': 'y'")))
                .contains("urn:tag");
    }

    /// Without this, a credential's status could move to an embedded endorsement of it, and the signature still hold.
    @Test
    void refuses_what_speaks_of_the_credential_elsewhere() {
        String elsewhere = "'endorsement': {'id': 'urn:e', 'type': ['VerifiableCredential', 'EndorsementCredential'], "
                + "'credentialSubject': {'id': 'urn:1', 'type': ['VerifiableCredential'], 'credentialStatus': 'urn:s'}}";

        assertThat(refusal(documentWith("'x:y': 1, " + elsewhere))).isEqualTo(Code.REINTERPRETED);
    }

    @Test
    void names_the_context_it_does_not_know() {
        JsonObject document = Json.object("{\"@context\": [\"https://example.org/c\"], \"id\": \"urn:1\"}");

        ContentException refusal = catchThrowableOfType(ContentException.class, () -> CANONICAL.statements(document));

        assertThat(refusal.code()).isEqualTo(Code.CONTEXT_UNKNOWN);
        assertThat(refusal.detail()).isEqualTo("https://example.org/c");
    }

    /// Ten blank nodes, each knowing all others: canonicalizing them would take ages.
    @Test
    void gives_up_on_a_poisonous_document() {
        String nodes = IntStream.range(0, 10)
                .mapToObj(i -> "{'id': '_:b%s', 'r': [%s]}"
                        .formatted(
                                i,
                                IntStream.range(0, 10)
                                        .filter(j -> j != i)
                                        .mapToObj(j -> "'_:b" + j + "'")
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(", "));

        assertThat(refusal(documentWith("'u': [" + nodes + "]"))).isEqualTo(Code.TOO_COMPLEX);
    }

    @ParameterizedTest
    @CsvSource({"257, @context", "1001, words"})
    void gives_up_on_too_many_contexts_or_words(int count, String kind) {
        String members = kind.equals("words")
                ? IntStream.range(0, count).mapToObj(i -> "'p:w" + i + "': 1").collect(Collectors.joining(", "))
                : "'u': [" + "{'@context': {}}, ".repeat(count) + "1]";

        assertThat(refusal(documentWith(members))).isEqualTo(Code.TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'https://www.w3.org/ns/credentials/v2'",
                "'https://w3id.org/security/data-integrity/v2'",
                "'https://www.w3.org/2018/credentials/v1', 'https://w3id.org/security/data-integrity/v1'",
                "'https://www.w3.org/2018/credentials/v1'",
                "'https://www.w3.org/ns/credentials/v2', {'mine': 'urn:mine'}"
            })
    void the_short_way_with_plain_proofs_gives_what_the_long_way_gives(String contexts) {
        RdfcTransformation rdfc = new RdfcTransformation(CANONICAL);
        JsonObject document = Json.object("{\"@context\": [" + quoted(contexts) + "]}");
        JsonObject options = Json.object(quoted("{'type': 'DataIntegrityProof', 'cryptosuite': 'eddsa-rdfc-2022', "
                + "'created': '2026-11-24T12:00:00Z', 'verificationMethod': 'did:web:a.example%3A8443:b#k-1', "
                + "'proofPurpose': 'assertionMethod'}"));

        Cryptosuite.Covered covered = new Cryptosuite.Covered(document, options);

        assertThat(rdfc.options(covered, Hash.SHA_256)).isEqualTo(rdfc.workedOut(covered, Hash.SHA_256));
    }

    @Test
    void contexts_prepared_beforehand_give_what_contexts_processed_anew_give() {
        JsonObject document = Badges.aBadge().toJson();
        JsonObject withEmptyContext = Json.PROVIDER
                .createObjectBuilder(document)
                .add(
                        "@context",
                        Json.PROVIDER
                                .createArrayBuilder(document.getJsonArray("@context"))
                                .add(Json.object("{}")))
                .build();

        assertThat(CANONICAL.statements(document)).isEqualTo(CANONICAL.statements(withEmptyContext));
    }

    @Test
    void gives_the_same_statements_on_many_threads_at_once() {
        JsonObject document =
                Badges.aBadge().with(Badges.withEverything(List.of())).toJson();
        String expected = CANONICAL.statements(document);

        assertThat(IntStream.range(0, 60).parallel().mapToObj(i -> CANONICAL.statements(document)))
                .allMatch(expected::equals);
    }

    private static Code refusal(JsonObject document) {
        return catchThrowableOfType(ContentException.class, () -> CANONICAL.statements(document))
                .code();
    }

    /// A credential whose achievement has the given members; words of its own are defined beside the standard ones.
    private static JsonObject documentWith(String members) {
        return Json.object("""
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", %s],
                 "id": "urn:1", "type": ["VerifiableCredential", "OpenBadgeCredential"], "issuer": "did:x:1",
                 "credentialSubject": {"type": "AchievementSubject",
                     "achievement": {"id": "urn:a", "type": "Achievement", %s}}}""".formatted(OWN_WORDS, quoted(members)));
    }

    /// Apostrophes stand for quotation marks, as in `\'` for an escaped one.
    private static String quoted(String members) {
        return members.replace("'", "\"");
    }
}
