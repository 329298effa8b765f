package org.cairn.credential.datamodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.credential.datamodel.Documents.aCredentialWith;
import static org.cairn.credential.datamodel.Documents.brief;

import java.util.Map;
import org.cairn.credential.datamodel.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Status, schemas, evidence, terms of use, refresh services, related resources, proofs.
class AttachedObjectsTest {

    private static void assertAccepted(String member, String json) {
        assertThat(DataModel.credential(aCredentialWith(member, json))).isEmpty();
    }

    private static void assertRefused(String member, String json, Code code, String pointer) {
        assertThat(brief(DataModel.credential(aCredentialWith(member, json)))).contains(Map.entry(code, pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credentialStatus",
                "evidence",
                "termsOfUse",
                "refreshService",
                "renderMethod",
                "confidenceMethod",
                "proof"
            })
    void each_of_them_has_a_type_and_may_have_an_id(String member) {
        assertAccepted(member, "{\"type\": \"SomeType\"}");
        assertAccepted(member, "{\"type\": [\"SomeType\", \"urn:type:b\"], \"id\": \"did:example:x\"}");
        assertAccepted(member, "[{\"type\": \"SomeType\"}, {\"type\": \"SomeType\"}]");
        assertRefused(member, "{\"id\": \"did:example:x\"}", Code.TYPE_MISSING, "/" + member);
        assertRefused(member, "[{\"type\": \"SomeType\"}, {}]", Code.TYPE_MISSING, "/" + member + "/1");
        assertRefused(member, "{\"type\": 2}", Code.TYPE_VALUE, "/" + member + "/type");
        assertRefused(member, "{\"type\": [\"SomeType\", null]}", Code.TYPE_VALUE, "/" + member + "/type/1");
        assertRefused(member, "{\"type\": \"SomeType\", \"id\": \"x\"}", Code.ID_NOT_URL, "/" + member + "/id");
        assertRefused(
                member,
                "{\"type\": \"SomeType\", \"id\": [\"did:example:x\", \"did:example:y\"]}",
                Code.ID_NOT_URL,
                "/" + member + "/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentialStatus", "evidence", "termsOfUse", "refreshService", "credentialSchema"})
    void none_of_them_is_anything_but_objects(String member) {
        assertRefused(member, "\"did:example:x\"", Code.OBJECT_EXPECTED, "/" + member);
        assertRefused(member, "null", Code.OBJECT_EXPECTED, "/" + member);
        assertRefused(member, "[]", Code.OBJECT_EXPECTED, "/" + member);
        assertRefused(member, "[\"did:example:x\"]", Code.OBJECT_EXPECTED, "/" + member + "/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"z123\"", "5", "[]", "true"})
    void a_proof_is_an_object(String proof) {
        assertRefused("proof", proof, Code.PROOF_FORM, "/proof");
    }

    // 4.11 schemas

    @Test
    void a_schema_has_a_type_and_a_url() {
        assertAccepted("credentialSchema", "{\"id\": \"https://s.example/1\", \"type\": \"JsonSchema\"}");
        assertAccepted(
                "credentialSchema",
                "[{\"id\": \"did:example:1\", \"type\": \"JsonSchema\"}, {\"id\": \"did:example:2\", \"type\": \"urn:s\"}]");
        assertRefused("credentialSchema", "{\"id\": \"https://s.example/1\"}", Code.TYPE_MISSING, "/credentialSchema");
        assertRefused("credentialSchema", "{\"type\": \"JsonSchema\"}", Code.ID_MISSING, "/credentialSchema");
        assertRefused(
                "credentialSchema", "{\"type\": \"JsonSchema\", \"id\": 7}", Code.ID_NOT_URL, "/credentialSchema/id");
    }

    // Bitstring Status List, 2.1

    private static final String ENTRY = """
            {"type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": "94567",
             "statusListCredential": "https://i.example/status/3"%s}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"id\": \"https://i.example/status/3#94567\"",
                ", \"statusSize\": 1",
                ", \"statusSize\": 1, \"statusMessage\": [{\"status\": \"0x0\", \"message\": \"a\"},"
                        + " {\"status\": \"0x1\", \"message\": \"b\"}]",
                ", \"statusReference\": \"https://i.example/help\"",
                ", \"statusReference\": [\"https://i.example/help\", \"urn:more\"]"
            })
    void accepts_a_bitstring_entry_with_what_it_may_have(String more) {
        assertAccepted("credentialStatus", ENTRY.formatted(more));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statusPurpose|5",
                "statusPurpose|\"\"",
                "statusListIndex|94567",
                "statusListIndex|true",
                "statusListIndex|\"-1\"",
                "statusListIndex|\"1.5\"",
                "statusListIndex|\"0x1\"",
                "statusListIndex|\"007\"",
                "statusListCredential|\"list\"",
                "statusListCredential|null",
                "id|\"https://i.example/status/3\"",
                "statusSize|0",
                "statusSize|-1",
                "statusSize|1.5",
                "statusSize|\"1\"",
                "statusSize|99999999999999999999",
                "statusMessage|[]",
                "statusMessage|[{\"status\": \"0x0\"}, {\"status\": \"0x1\", \"message\": \"b\"}]",
                "statusMessage|[{\"status\": \"zero\", \"message\": \"a\"}, {\"status\": \"0x1\", \"message\": \"b\"}]",
                "statusReference|\"help\""
            })
    void refuses_a_malformed_bitstring_entry(String member, String value) {
        var entry = Documents.with((jakarta.json.JsonObject) Documents.value(ENTRY.formatted("")), "/" + member, value);

        assertRefused("credentialStatus", entry.toString(), Code.STATUS_ENTRY, "/credentialStatus/" + member);
    }

    @Test
    void a_size_above_one_needs_a_message_for_each_value() {
        var four = "[%s]"
                .formatted("{\"status\": \"0x0\", \"message\": \"m\"},".repeat(3)
                        + "{\"status\": \"0x3\", \"message\": \"m\"}");

        assertAccepted("credentialStatus", ENTRY.formatted(", \"statusSize\": 2, \"statusMessage\": " + four));
        assertRefused(
                "credentialStatus",
                ENTRY.formatted(", \"statusSize\": 2"),
                Code.STATUS_ENTRY,
                "/credentialStatus/statusMessage");
        assertRefused(
                "credentialStatus",
                ENTRY.formatted(", \"statusSize\": 3, \"statusMessage\": " + four),
                Code.STATUS_ENTRY,
                "/credentialStatus/statusMessage");
    }

    @Test
    void a_malformed_entry_is_found_under_another_name_too() {
        assertRefused(
                "statusEntry",
                "{\"type\": \"BitstringStatusListEntry\", \"statusListIndex\": true}",
                Code.STATUS_ENTRY,
                "/statusEntry/statusListIndex");
    }

    // 5.3 related resources

    private static final String SRI = "\"digestSRI\": \"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"";
    private static final String MULTIBASE = "\"digestMultibase\": \"uEiDjsMRCmPwcFJr79MiZb7kkJ65B5GSbk0yklZkbeFK4VQ\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"https://r.example/a\", " + SRI + "}",
                "{\"id\": \"https://r.example/a\", " + MULTIBASE + "}",
                "{\"id\": \"https://r.example/a\", " + SRI + ", " + MULTIBASE + ", \"mediaType\": \"text/plain\"}",
                "[{\"id\": \"https://r.example/a\", " + SRI + "}, {\"id\": \"https://r.example/b\", " + SRI + "}]"
            })
    void accepts_related_resources_with_a_digest(String resource) {
        assertAccepted("relatedResource", resource);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"https://r.example/a\"]|OBJECT_EXPECTED|/relatedResource/0",
                "\"https://r.example/a\"|OBJECT_EXPECTED|/relatedResource",
                "{" + SRI + "}|ID_MISSING|/relatedResource",
                "{\"id\": \"a\", " + SRI + "}|ID_NOT_URL|/relatedResource/id",
                "[{\"id\": \"urn:a\", " + SRI + "}, {\"id\": \"urn:a\", " + SRI
                        + "}]|RESOURCE_TWICE|/relatedResource/1",
                "{\"id\": \"urn:a\"}|RESOURCE_DIGEST_MISSING|/relatedResource",
                "{\"id\": \"urn:a\", \"digestSRI\": 5}|RESOURCE_DIGEST|/relatedResource/digestSRI",
                "{\"id\": \"urn:a\", \"digestSRI\": \"sha256-AAAA\"}|RESOURCE_DIGEST|/relatedResource/digestSRI",
                "{\"id\": \"urn:a\", \"digestSRI\": \"md5-47DEQpj8HBSa+/TImW+5JA==\"}|RESOURCE_DIGEST|/relatedResource/digestSRI",
                "{\"id\": \"urn:a\", \"digestSRI\": \"sha256-e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}"
                        + "|RESOURCE_DIGEST|/relatedResource/digestSRI",
                "{\"id\": \"urn:a\", \"digestMultibase\": \"uZTQ0Mg\"}|RESOURCE_DIGEST|/relatedResource/digestMultibase",
                "{\"id\": \"urn:a\", \"digestMultibase\": \"x\"}|RESOURCE_DIGEST|/relatedResource/digestMultibase",
                "{\"id\": \"urn:a\", " + SRI + ", \"mediaType\": 5}|MEDIA_TYPE|/relatedResource/mediaType"
            })
    void refuses_related_resources_that_cannot_be_told(String resource, Code code, String pointer) {
        assertRefused("relatedResource", resource, code, pointer);
    }

    private static final String BASE = "\"id\": \"https://www.w3.org/ns/credentials/v2\"";
    private static final String BASE_SRI = "sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU";
    private static final String WRONG_SRI = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"digestSRI\": \"" + BASE_SRI + "\"",
                "\"digestSRI\": [\"" + BASE_SRI + "\"]",
                "\"digestSRI\": \"" + WRONG_SRI + " " + BASE_SRI + "\"",
                // as it was published in July 2024
                "\"digestSRI\": \"sha384-NSOcNpmdIVUxIJGvGUoe22FjTWrXiaXlsZ8q6912LdnR3KraQO2n75Ica4wK4Qeg\"",
                "\"digestMultibase\": \"uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNA\"",
                // without the octets that say it is a SHA-256
                "\"digestMultibase\": \"uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ\"",
                // of an algorithm we have no digest of
                "\"digestSRI\": \"sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==\""
            })
    void accepts_the_digests_of_the_base_context(String digests) {
        assertAccepted("relatedResource", "{" + BASE + ", " + digests + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "digestSRI|\"" + WRONG_SRI + "\"",
                "digestSRI|[\"" + BASE_SRI + "\", \"" + WRONG_SRI + "\"]",
                // a weaker algorithm does not outweigh a stronger one
                "digestSRI|\"sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ= " + WRONG_SRI + "\"",
                "digestMultibase|\"uEiDjsMRCmPwcFJr79MiZb7kkJ65B5GSbk0yklZkbeFK4VQ\"",
                "digestMultibase|\"u47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU\""
            })
    void refuses_a_digest_that_is_not_that_of_the_base_context(String member, String digest) {
        assertRefused(
                "relatedResource",
                "{" + BASE + ", \"" + member + "\": " + digest + "}",
                Code.RESOURCE_DIFFERS,
                "/relatedResource/" + member);
    }
}
