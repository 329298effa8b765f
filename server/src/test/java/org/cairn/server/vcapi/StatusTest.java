package org.cairn.server.vcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.server.vcapi.Calls.with;
import static org.cairn.server.vcapi.Calls.without;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;
import org.cairn.credential.datamodel.DataModel;
import org.cairn.credential.json.Json;
import org.cairn.credential.status.Bitstring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The issuer that gives each credential a place in a Bitstring status list.
@OpenVcApi
class StatusTest {
    private static final String STATUS = "/vc-api/credentials/status";

    @Autowired
    Calls calls;

    private JsonObject issued() {
        return calls.issued("status", calls.aCredential("status"));
    }

    private JsonObject list(JsonObject entry) {
        var address = URI.create(entry.getString("statusListCredential"));
        return calls.read(address.getPath()).json();
    }

    private static JsonObject flip(JsonObject credential, String purpose, String more) {
        return Json.object("""
                {"credentialId": "%s", "credentialStatus": {"type": "BitstringStatusListEntry", "statusPurpose": "%s"}%s}
                """.formatted(credential.getString("id"), purpose, more));
    }

    @Test
    void an_entry_is_as_the_standard_demands() {
        var entry = issued().getJsonObject("credentialStatus");

        assertThat(entry.getString("type")).isEqualTo("BitstringStatusListEntry");
        assertThat(entry.getString("statusPurpose")).isEqualTo("revocation");
        assertThat(entry.getString("statusListIndex")).matches("0|[1-9][0-9]*");
        assertThat(entry.getString("id")).isNotEqualTo(entry.getString("statusListCredential"));
    }

    @Test
    void its_list_is_a_credential_that_verifies() {
        var entry = issued().getJsonObject("credentialStatus");
        var path = URI.create(entry.getString("statusListCredential")).getPath();

        var answer = calls.read(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).contains("json");
        assertThat(DataModel.credential(answer.json())).isEmpty();
        assertThat(answer.json().getJsonArray("type").getValuesAs(JsonString::getString))
                .contains("BitstringStatusListCredential");
        assertThat(answer.json().getString("id")).isEqualTo(entry.getString("statusListCredential"));
        assertThat(answer.json().getString("issuer")).isEqualTo(calls.did("status"));
        var subject = answer.json().getJsonObject("credentialSubject");
        assertThat(subject.getString("type")).isEqualTo("BitstringStatusList");
        assertThat(subject.getString("statusPurpose")).isEqualTo("revocation");
        assertThat(subject.getString("encodedList")).startsWith("u");
        assertThat(Bitstring.decode(subject.getString("encodedList")).size()).isGreaterThanOrEqualTo(131_072);
        assertThat(calls.verify(answer.json()).status()).isEqualTo(200);
    }

    @Test
    void a_flipped_bit_is_seen_at_once_and_can_be_flipped_back() {
        var credential = issued();
        var entry = credential.getJsonObject("credentialStatus");
        var index = Integer.parseInt(entry.getString("statusListIndex"));
        assertThat(calls.verify(credential).status()).isEqualTo(200);

        assertThat(calls.send(STATUS, flip(credential, "revocation", "")).status())
                .isEqualTo(200);

        var encoded = list(entry).getJsonObject("credentialSubject").getString("encodedList");
        assertThat(Bitstring.decode(encoded).get(index)).isTrue();
        assertThat(calls.verify(credential).status()).isEqualTo(400);
        assertThat(calls.verify(credential).problems()).contains("STATUS_VERIFICATION_ERROR");
        assertThat(calls.verify(credential, "{\"checks\": [\"proof\"]}").status())
                .isEqualTo(200);
        assertThat(calls.verify(credential, "{\"checks\": [\"proof\", \"credentialStatus\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(calls.send(STATUS, flip(credential, "revocation", ", \"status\": false"))
                        .status())
                .isEqualTo(200);
        assertThat(calls.verify(credential).status()).isEqualTo(200);
    }

    @Test
    void one_credential_s_bit_is_nobody_else_s() {
        var one = issued();
        var other = issued();

        calls.send(STATUS, flip(one, "revocation", ""));

        assertThat(calls.verify(other).status()).isEqualTo(200);
    }

    @Test
    void gives_the_purposes_that_are_wished_for() {
        var body = with(
                Calls.body("credential", calls.aCredential("status")),
                "/options",
                "{\"statusPurpose\": [\"revocation\", \"suspension\"]}");

        var credential = calls.send("/vc-api/status/credentials/issue", body).json();

        assertThat(Json.objects(credential, "credentialStatus"))
                .extracting(entry -> entry.getString("statusPurpose"))
                .containsExactly("revocation", "suspension");
        assertThat(calls.verify(credential).status()).isEqualTo(200);
        assertThat(calls.send(STATUS, flip(credential, "suspension", "")).status())
                .isEqualTo(200);
        assertThat(calls.verify(credential).status()).isEqualTo(400);
        assertThat(calls.send("/vc-api/status/credentials/issue", with(body, "/options/statusPurpose", "\"mood\""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void gives_a_credential_without_a_name_one_by_which_its_status_is_changed() {
        var credential = calls.issued("status", without(calls.aCredential("status"), "/id"));

        assertThat(calls.send(STATUS, flip(credential, "revocation", "")).status())
                .isEqualTo(200);
        assertThat(calls.verify(credential).status()).isEqualTo(400);
    }

    @Test
    void tells_the_status_whoever_the_credential_names_as_issuer() {
        var credential = calls.issued("status", with(calls.aCredential("status"), "/issuer", "\"did:example:i\""));

        assertThat(calls.verify(credential).status()).isEqualTo(200);
        calls.send(STATUS, flip(credential, "revocation", ""));
        assertThat(calls.verify(credential).status()).isEqualTo(400);
    }

    @Test
    void keeps_entries_that_are_there_already() {
        var entry = """
                {"type": "https://t.example/#OtherStatus", "id": "https://i.example/status/1"}""";

        var credential = calls.issued("status", with(calls.aCredential("status"), "/credentialStatus", entry));

        assertThat(Json.objects(credential, "credentialStatus")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"credentialId\": \"urn:uuid:1\"}",
                "{\"credentialId\": 5, \"credentialStatus\": {\"type\": \"BitstringStatusListEntry\"}}",
                "{\"credentialId\": \"urn:uuid:1\", \"credentialStatus\": \"revoked\"}",
                "{\"credentialId\": \"urn:uuid:1\", \"credentialStatus\": {\"type\": \"Other\"}}",
                "{\"credentialId\": \"urn:uuid:1\", \"credentialStatus\":"
                        + " {\"type\": \"BitstringStatusListEntry\", \"statusPurpose\": \"mood\"}}",
                "{\"credentialId\": \"urn:uuid:1\", \"status\": 7,"
                        + " \"credentialStatus\": {\"type\": \"BitstringStatusListEntry\"}}"
            })
    void refuses_malformed_changes(String body) {
        assertThat(calls.send(STATUS, Json.object(body)).status()).isEqualTo(400);
    }

    @Test
    void knows_nothing_of_credentials_it_did_not_issue() {
        assertThat(calls.send(STATUS, flip(calls.aCredential("status"), "revocation", ""))
                        .status())
                .isEqualTo(404);
        assertThat(calls.send(STATUS, flip(issued(), "suspension", "")).status())
                .isEqualTo(404);
    }

    @Test
    void publishing_is_a_step_that_has_nothing_left_to_do() {
        var path = URI.create(issued().getJsonObject("credentialStatus").getString("statusListCredential"))
                .getPath();

        assertThat(calls.send(path + "/publish", Json.object("{}")).status()).isEqualTo(204);
    }

    @Test
    void does_not_verify_with_a_foreign_list_that_cannot_be_had() {
        var entry = """
                {"type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": "1",
                 "statusListCredential": "https://nowhere.invalid/list"}""";
        var credential =
                calls.issued("eddsa-rdfc-2022", with(calls.aCredential("eddsa-rdfc-2022"), "/credentialStatus", entry));

        assertThat(calls.verify(credential).problems()).isEqualTo(List.of("STATUS_RETRIEVAL_ERROR"));
    }
}
