package org.cairn.credential.datamodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.credential.datamodel.Documents.aCredential;
import static org.cairn.credential.datamodel.Documents.aCredentialWith;
import static org.cairn.credential.datamodel.Documents.brief;
import static org.cairn.credential.datamodel.Documents.without;

import java.util.Map;
import org.cairn.credential.datamodel.Problem.Code;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Credentials, statement by statement of the standard.
class CredentialRulesTest {

    private static void assertAccepted(String member, String json) {
        assertThat(DataModel.credential(aCredentialWith(member, json))).isEmpty();
    }

    private static void assertRefused(String member, String json, Code code, String pointer) {
        assertThat(brief(DataModel.credential(aCredentialWith(member, json)))).contains(Map.entry(code, pointer));
    }

    @Test
    void a_plain_credential_has_no_problem() {
        assertThat(DataModel.credential(aCredential())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "@context,CONTEXT_MISSING",
        "type,TYPE_MISSING",
        "issuer,ISSUER_MISSING",
        "credentialSubject,SUBJECT_MISSING"
    })
    void names_what_is_missing(String member, Code code) {
        var problems = DataModel.credential(without(aCredential(), "/" + member));

        assertThat(problems).extracting(Problem::code).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "validFrom"})
    void does_without_what_is_optional(String member) {
        assertThat(DataModel.credential(without(aCredential(), "/" + member))).isEmpty();
    }

    // 4.3 contexts

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"https://www.w3.org/ns/credentials/v2\", \"https://www.w3.org/ns/credentials/examples/v2\"]",
                "[\"https://www.w3.org/ns/credentials/v2\", {\"Badge\": \"https://terms.example/#Badge\"}]",
                "[\"https://www.w3.org/ns/credentials/v2\", {}, \"urn:terms:one\"]"
            })
    void accepts_further_addresses_and_objects_as_contexts(String contexts) {
        assertAccepted("@context", contexts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[\"https://www.w3.org/ns/credentials/examples/v2\"]",
                "[\"https://www.w3.org/ns/credentials/examples/v2\", \"https://www.w3.org/ns/credentials/v2\"]",
                "[{}, \"https://www.w3.org/ns/credentials/v2\"]",
                "[\"https://www.w3.org/ns/credentials/v2/\"]",
                "[\"https://www.w3.org/2018/credentials/v1\"]",
                "[null]",
                "[[\"https://www.w3.org/ns/credentials/v2\"]]"
            })
    void refuses_another_first_context(String contexts) {
        assertRefused("@context", contexts, Code.CONTEXT_FIRST, "/@context");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"https://www.w3.org/ns/credentials/v2\"", "{}", "4", "true"})
    void refuses_a_context_that_is_no_array(String context) {
        assertRefused("@context", context, Code.CONTEXT_NOT_A_LIST, "/@context");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "false", "\"terms\"", "\"https ://terms.example/v1\"", "[]", "\"\""})
    void refuses_a_further_context_that_is_neither_address_nor_object(String item) {
        assertRefused(
                "@context",
                "[\"https://www.w3.org/ns/credentials/v2\", " + item + "]",
                Code.CONTEXT_ITEM,
                "/@context/1");
    }

    // 4.4 identifiers

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"did:example:1\"",
                "\"urn:isbn:0451450523\"",
                "\"https://a.example/x?y=1#z\"",
                "\"http://[::1]:8/\""
            })
    void accepts_any_absolute_url_as_an_id(String id) {
        assertAccepted("id", id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "17",
                "\"\"",
                "\"badge-17\"",
                "\"/relative\"",
                "\"https ://a.example\"",
                "\"https:///path\"",
                "\"https://a b.example\"",
                "[\"did:example:1\"]",
                "[\"did:example:1\", \"did:example:2\"]",
                "{}"
            })
    void refuses_an_id_that_is_not_one_url(String id) {
        assertRefused("id", id, Code.ID_NOT_URL, "/id");
        assertRefused("credentialSubject", "{\"id\": " + id + "}", Code.ID_NOT_URL, "/credentialSubject/id");
    }

    // 4.5 types

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"VerifiableCredential\"",
                "[\"https://terms.example/#Diploma\", \"VerifiableCredential\"]",
                "[\"urn:type:a\", \"VerifiableCredential\", \"urn:type:b\"]",
                "[\"VerifiableCredential\", \"Diploma\"]"
            })
    void accepts_terms_and_urls_as_types_in_any_order(String type) {
        assertAccepted("type", type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Diploma\"", "[\"Diploma\"]", "[]", "null", "5"})
    void refuses_types_without_the_one_that_is_required(String type) {
        assertRefused("type", type, Code.TYPE_REQUIRED, "/type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "{}", "[]", "\"\"", "\"a type\"", "\"https ://x.example\"", "true"})
    void refuses_a_type_that_is_neither_term_nor_url(String item) {
        assertRefused("type", "[\"VerifiableCredential\", " + item + "]", Code.TYPE_VALUE, "/type/1");
    }

    @Test
    void refuses_a_type_that_the_document_maps_to_no_url() {
        var mapped = aCredentialWith("type", "[\"VerifiableCredential\", \"Diploma\"]");

        assertThat(DataModel.credential(
                        Documents.with(mapped, "/@context/-", "{\"Diploma\": \"https://terms.example/#Diploma\"}")))
                .isEmpty();
        assertThat(brief(DataModel.credential(
                        Documents.with(mapped, "/@context/-", "{\"Diploma\": \"https ://terms.example/#Diploma\"}"))))
                .containsExactly(Map.entry(Code.TYPE_VALUE, "/type/1"));
        assertThat(brief(DataModel.credential(Documents.with(mapped, "/@context/-", "{\"Diploma\": 3}"))))
                .containsExactly(Map.entry(Code.TYPE_VALUE, "/type/1"));
    }

    // 4.6 and 11.1 names and descriptions

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Welding\"",
                "{\"@value\": \"Soldadura\", \"@language\": \"es\"}",
                "{\"@value\": \"Welding\"}",
                "{\"@value\": \"\\u0644\\u062d\\u0627\\u0645\", \"@language\": \"ar\", \"@direction\": \"rtl\"}",
                "[{\"@value\": \"Welding\", \"@language\": \"en-GB\"}, {\"@value\": \"Soudage\", \"@language\": \"fr\"}]"
            })
    void accepts_strings_and_language_values_as_names(String text) {
        assertAccepted("name", text);
        assertAccepted("description", text);
        assertAccepted("issuer", "{\"id\": \"did:example:i\", \"name\": " + text + ", \"description\": " + text + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"@value\": \"Welding\", \"@language\": \"en\", \"url\": \"did:example:x\"}|LANGUAGE_VALUE",
                "{\"@value\": \"Welding\", \"@type\": \"urn:text\"}|LANGUAGE_VALUE",
                "{\"@language\": \"en\"}|LANGUAGE_VALUE",
                "{\"@value\": 5, \"@language\": \"en\"}|LANGUAGE_VALUE",
                "{\"@value\": \"Welding\", \"@language\": 5}|LANGUAGE_VALUE",
                "{\"@value\": \"Welding\", \"@language\": \"en us\"}|LANGUAGE_VALUE",
                "{\"@value\": \"Welding\", \"@direction\": \"up\"}|LANGUAGE_VALUE",
                "{}|LANGUAGE_VALUE",
                "5|TEXT_FORM",
                "null|TEXT_FORM",
                "[]|TEXT_FORM",
                "true|TEXT_FORM"
            })
    void refuses_other_forms_of_names(String text, Code code) {
        assertRefused("name", text, code, "/name");
        assertRefused("description", text, code, "/description");
        assertRefused("issuer", "{\"id\": \"did:example:i\", \"name\": " + text + "}", code, "/issuer/name");
        assertRefused(
                "issuer", "{\"id\": \"did:example:i\", \"description\": " + text + "}", code, "/issuer/description");
    }

    @Test
    void refuses_a_bad_entry_among_several_names() {
        assertRefused("name", "[{\"@value\": \"a\", \"@language\": \"en\"}, \"b\"]", Code.LANGUAGE_VALUE, "/name/1");
    }

    // 4.7 issuer

    @Test
    void accepts_an_issuer_as_url_or_as_an_object_with_an_id() {
        assertAccepted("issuer", "\"did:example:i\"");
        assertAccepted("issuer", "{\"id\": \"https://i.example/\", \"type\": \"Profile\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null|/issuer",
                "\"college\"|/issuer",
                "5|/issuer",
                "true|/issuer",
                "[]|/issuer",
                "[\"did:example:i\"]|/issuer",
                "{}|/issuer/id",
                "{\"id\": null}|/issuer/id",
                "{\"id\": \"college\"}|/issuer/id",
                "{\"id\": [\"did:example:i\"]}|/issuer/id"
            })
    void refuses_an_issuer_without_a_url(String issuer, String pointer) {
        assertRefused("issuer", issuer, Code.ISSUER_FORM, pointer);
    }

    // 4.8 subject

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"did:example:pat\"}",
                "{\"alumniOf\": \"did:example:college\"}",
                "[{\"id\": \"did:example:pat\"}, {\"id\": \"did:example:kim\"}]"
            })
    void accepts_one_or_more_subjects(String subject) {
        assertAccepted("credentialSubject", subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|SUBJECT_EMPTY|/credentialSubject",
                "[{\"id\": \"did:example:pat\"}, {}]|SUBJECT_EMPTY|/credentialSubject/1",
                "[]|SUBJECT_FORM|/credentialSubject",
                "null|SUBJECT_FORM|/credentialSubject",
                "\"did:example:pat\"|SUBJECT_FORM|/credentialSubject",
                "4|SUBJECT_FORM|/credentialSubject",
                "[null]|SUBJECT_FORM|/credentialSubject/0",
                "[\"did:example:pat\"]|SUBJECT_FORM|/credentialSubject/0"
            })
    void refuses_subjects_without_claims(String subject, Code code, String pointer) {
        assertRefused("credentialSubject", subject, code, pointer);
    }

    // version 1.1

    @Test
    void judges_a_credential_of_version_1_by_its_own_rules() {
        var old = Json.object("""
                {"@context": ["https://www.w3.org/2018/credentials/v1"], "type": ["VerifiableCredential"],
                 "issuer": "did:example:i", "issuanceDate": "2020-01-02T03:04:05Z",
                 "credentialSubject": {"id": "did:example:s"}}""");

        assertThat(DataModel.credentialOfAnyVersion(old)).isEmpty();
        assertThat(brief(DataModel.credential(old))).containsExactly(Map.entry(Code.CONTEXT_FIRST, "/@context"));
        assertThat(brief(DataModel.credentialOfAnyVersion(without(old, "/issuanceDate"))))
                .containsExactly(Map.entry(Code.DATE_MISSING, ""));
        assertThat(brief(DataModel.credentialOfAnyVersion(
                        Documents.with(old, "/expirationDate", "\"2019-01-01T00:00:00Z\""))))
                .containsExactly(Map.entry(Code.PERIOD_REVERSED, "/expirationDate"));
    }

    @Test
    void a_report_stays_small_whatever_comes_in() {
        var many = "[" + "5,".repeat(10_000) + "5]";

        assertThat(DataModel.credential(aCredentialWith("type", many))).hasSize(50);
        assertThat(DataModel.credential(Json.object("{}"))).isNotEmpty();
    }
}
