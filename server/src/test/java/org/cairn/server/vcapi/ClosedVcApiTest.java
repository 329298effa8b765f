package org.cairn.server.vcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.UUID;
import org.cairn.credential.json.Json;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The VC API in normal running: nothing without an API key, and each organisation for itself.
@CairnTest
class ClosedVcApiTest {
    private static final String ISSUE = "/vc-api/status/credentials/issue";

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    VcApiSettings settings;

    private Organisation college;
    private String key;

    @BeforeEach
    void anInstitutionWithAKey() {
        college = fixtures.anInstitution();
        key = fixtures.bearer(college, Role.ISSUER);
    }

    private static JsonObject aCredential() {
        return Json.object("""
                {"credential": {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:uuid:%s",
                 "type": ["VerifiableCredential"], "issuer": "https://college.example/i",
                 "credentialSubject": {"id": "did:example:pat"}}}""".formatted(UUID.randomUUID()));
    }

    private JsonObject call(MockHttpServletRequestBuilder request, String bearer, int expected) throws Exception {
        var text = http.perform(request.header(HttpHeaders.AUTHORIZATION, bearer))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Json.object(text);
    }

    private static MockHttpServletRequestBuilder json(String path, JsonObject body) {
        return post(path).content(Json.bytes(body)).contentType("application/json");
    }

    @Test
    void is_closed_unless_the_operator_opens_it() {
        assertThat(settings.open()).isFalse();
        assertThat(settings.hasHttps()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vc-api/eddsa-rdfc-2022/credentials/issue",
                "/vc-api/status/credentials/issue",
                "/vc-api/credentials/verify",
                "/vc-api/credentials/derive",
                "/vc-api/credentials/status",
                "/vc-api/presentations/verify"
            })
    void asks_for_a_key_at_every_door(String path) throws Exception {
        http.perform(json(path, aCredential())).andExpect(status().isUnauthorized());
        http.perform(json(path, aCredential()).header(HttpHeaders.AUTHORIZATION, "Bearer cairn_wrong"))
                .andExpect(status().isUnauthorized());
        http.perform(json(path, aCredential()).header("X-Forwarded-For", "127.0.0.1"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void tells_nobody_without_a_key_who_the_issuers_are() throws Exception {
        http.perform(get("/vc-api/issuers")).andExpect(status().isUnauthorized());
    }

    @Test
    void an_organisation_s_issuers_keep_their_names_and_are_nobody_else_s() throws Exception {
        var first = call(get("/vc-api/issuers"), key, 200);
        var again = call(get("/vc-api/issuers"), key, 200);
        var others = call(get("/vc-api/issuers"), fixtures.bearer(fixtures.anInstitution(), Role.ISSUER), 200);

        assertThat(again).isEqualTo(first);
        assertThat(first.values()).doesNotContainAnyElementsOf(others.values());
        assertThat(first.keySet()).contains("eddsa-rdfc-2022", "ecdsa-jcs-2019-p384", "status");
    }

    @Test
    void a_key_that_may_not_issue_verifies_only() throws Exception {
        var reader = fixtures.bearer(college, Role.EMPLOYER);
        var credential = call(json(ISSUE, aCredential()), key, 201);

        http.perform(json(ISSUE, aCredential()).header(HttpHeaders.AUTHORIZATION, reader))
                .andExpect(status().isForbidden());
        call(json("/vc-api/credentials/verify", Calls.body("verifiableCredential", credential)), reader, 200);
    }

    @Test
    void status_is_kept_published_to_all_and_changed_by_its_organisation_only() throws Exception {
        var credential = call(json(ISSUE, aCredential()), key, 201);
        var verify = Calls.body("verifiableCredential", credential);
        var change = Json.object("""
                {"credentialId": "%s", "credentialStatus": {"type": "BitstringStatusListEntry"}}
                """.formatted(credential.getString("id")));
        var list = URI.create(credential.getJsonObject("credentialStatus").getString("statusListCredential"));

        call(json("/vc-api/credentials/verify", verify), key, 200);
        var stranger = fixtures.bearer(fixtures.anInstitution(), Role.ISSUER);
        call(json("/vc-api/credentials/status", change), stranger, 404);
        call(json("/vc-api/credentials/verify", verify), key, 200);
        call(json("/vc-api/credentials/status", change), key, 200);
        call(json("/vc-api/credentials/verify", verify), key, 400);
        http.perform(get(list.getPath())).andExpect(status().isOk());
    }

    @Test
    void signs_under_the_public_address_whatever_the_caller_calls_us() throws Exception {
        var credential = call(json(ISSUE, aCredential()).header("Host", "evil.example"), key, 201);

        assertThat(credential.getJsonObject("credentialStatus").getString("statusListCredential"))
                .startsWith("http://localhost:");
    }
}
