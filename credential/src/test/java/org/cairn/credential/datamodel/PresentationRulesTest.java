package org.cairn.credential.datamodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.credential.datamodel.Documents.aCredential;
import static org.cairn.credential.datamodel.Documents.aPresentation;
import static org.cairn.credential.datamodel.Documents.brief;
import static org.cairn.credential.datamodel.Documents.with;
import static org.cairn.credential.datamodel.Documents.without;

import java.util.Map;
import org.cairn.credential.datamodel.Problem.Code;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Presentations and envelopes.
class PresentationRulesTest {

    private static final String ENVELOPE = """
            {"@context": "https://www.w3.org/ns/credentials/v2", "id": "data:application/vc+jwt,a.b.c",
             "type": "EnvelopedVerifiableCredential"}""";

    @Test
    void a_plain_presentation_has_no_problem() {
        assertThat(DataModel.presentation(aPresentation())).isEmpty();
    }

    @Test
    void accepts_what_is_optional_present_or_missing() {
        assertThat(DataModel.presentation(without(aPresentation(), "/holder"))).isEmpty();
        assertThat(DataModel.presentation(without(aPresentation(), "/verifiableCredential")))
                .isEmpty();
        assertThat(DataModel.presentation(with(aPresentation(), "/id", "\"urn:uuid:1\"")))
                .isEmpty();
        assertThat(DataModel.presentation(with(aPresentation(), "/holder", "{\"id\": \"did:example:pat\"}")))
                .isEmpty();
        assertThat(DataModel.presentation(
                        with(aPresentation(), "/type", "[\"VerifiablePresentation\", \"https://t.example/#P\"]")))
                .isEmpty();
        assertThat(DataModel.presentation(with(aPresentation(), "/verifiableCredential", aCredential())))
                .isEmpty();
        assertThat(DataModel.presentation(with(aPresentation(), "/verifiableCredential/-", aCredential())))
                .isEmpty();
        assertThat(DataModel.presentation(with(aPresentation(), "/termsOfUse", "{\"type\": \"Policy\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/@context|[\"https://www.w3.org/ns/credentials/examples/v2\"]|CONTEXT_FIRST|/@context",
                "/@context|[\"https://www.w3.org/ns/credentials/v2\", 5]|CONTEXT_ITEM|/@context/1",
                "/@context|[\"https://www.w3.org/ns/credentials/v2\", \"https ://x\"]|CONTEXT_ITEM|/@context/1",
                "/@context|\"https://www.w3.org/ns/credentials/v2\"|CONTEXT_NOT_A_LIST|/@context",
                "/type|[\"Presentation\"]|TYPE_REQUIRED|/type",
                "/type|[]|TYPE_MISSING|''",
                "/id|\"presentation\"|ID_NOT_URL|/id",
                "/holder|\"pat\"|HOLDER_FORM|/holder",
                "/holder|5|HOLDER_FORM|/holder",
                "/holder|null|HOLDER_FORM|/holder",
                "/holder|{\"name\": \"Pat\"}|HOLDER_FORM|/holder/id",
                "/verifiableCredential|\"did:example:vc\"|CREDENTIALS_FORM|/verifiableCredential",
                "/verifiableCredential|17|CREDENTIALS_FORM|/verifiableCredential",
                "/verifiableCredential|[\"a.b.c\"]|CREDENTIALS_FORM|/verifiableCredential/0",
                "/verifiableCredential|[null]|CREDENTIALS_FORM|/verifiableCredential/0",
                "/termsOfUse|{\"id\": \"urn:x\"}|TYPE_MISSING|/termsOfUse",
                "/proof|\"z1\"|PROOF_FORM|/proof"
            })
    void refuses_what_is_malformed(String place, String value, Code code, String pointer) {
        assertThat(brief(DataModel.presentation(with(aPresentation(), place, value))))
                .contains(Map.entry(code, pointer));
    }

    @ParameterizedTest
    @CsvSource({"/@context,CONTEXT_MISSING", "/type,TYPE_MISSING"})
    void names_what_is_missing(String place, Code code) {
        assertThat(brief(DataModel.presentation(without(aPresentation(), place))))
                .contains(Map.entry(code, ""));
    }

    @Test
    void looks_into_each_credential() {
        var presentation = without(
                with(aPresentation(), "/verifiableCredential/-", aCredential()), "/verifiableCredential/1/type");

        assertThat(brief(DataModel.presentation(presentation)))
                .contains(Map.entry(Code.TYPE_MISSING, "/verifiableCredential/1"));
    }

    @Test
    void accepts_enveloped_credentials_among_others() {
        assertThat(DataModel.presentation(with(aPresentation(), "/verifiableCredential/-", ENVELOPE)))
                .isEmpty();
        assertThat(DataModel.envelope(Json.object(ENVELOPE))).isEmpty();
        assertThat(DataModel.presentation(with(Json.object(ENVELOPE), "/type", "\"EnvelopedVerifiablePresentation\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/@context|\"https://www.w3.org/2018/credentials/v1\"|ENVELOPE_CONTEXT|/@context",
                "/@context|[\"https://www.w3.org/ns/credentials/v2\", 7]|ENVELOPE_CONTEXT|/@context",
                "/id|\"https://i.example/vc\"|ENVELOPE_ID|/id",
                "/id|\"data:application/vc+jwt\"|ENVELOPE_ID|/id",
                "/id|\"data:application/vc+jwt,\"|ENVELOPE_ID|/id",
                "/id|null|ENVELOPE_ID|/id",
                "/type|\"Envelope\"|TYPE_REQUIRED|/type"
            })
    void refuses_a_malformed_envelope(String place, String value, Code code, String pointer) {
        assertThat(brief(DataModel.envelope(with(Json.object(ENVELOPE), place, value))))
                .contains(Map.entry(code, pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/@context", "/id", "/type"})
    void refuses_an_envelope_without_one_of_its_three_members(String place) {
        assertThat(DataModel.envelope(without(Json.object(ENVELOPE), place))).isNotEmpty();
    }
}
