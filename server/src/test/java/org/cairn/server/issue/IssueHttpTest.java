package org.cairn.server.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.cairn.credential.json.Json;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@CairnTest
class IssueHttpTest {
    @Autowired
    MockMvc web;

    @Autowired
    Awards awards;

    @Autowired
    Credentials credentials;

    @Autowired
    Specs specs;

    @Autowired
    Fixtures fixtures;

    private Acting issuer;
    private IssuedCredential credential;

    @BeforeEach
    void anInstitutionWithACredential() {
        issuer = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        credential =
                IssueFixtures.aCredential(awards, credentials, issuer, IssueFixtures.aPublishedSpec(specs, issuer));
    }

    @Test
    void the_did_document_is_public_and_cacheable() throws Exception {
        var path = "/issuers/" + issuer.organisation().slug() + "/did.json";

        web.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/did+json"))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("public")))
                .andExpect(header().string(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
                .andExpect(jsonPath("$.id").value(startsWith("did:web:localhost")));
        web.perform(get(path).accept("application/did+ld+json"))
                .andExpect(content().contentType("application/did+ld+json"));
    }

    @Test
    void an_unchanged_status_list_is_not_sent_again_and_a_changed_one_is() throws Exception {
        var path = statusPath();
        var tag = Objects.requireNonNull(web.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/vc"))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("max-age=")))
                .andReturn()
                .getResponse()
                .getHeader(HttpHeaders.ETAG));

        web.perform(get(path).header(HttpHeaders.IF_NONE_MATCH, tag)).andExpect(status().isNotModified());
        credentials.suspend(issuer, credential.id(), "Being looked into");
        web.perform(get(path).header(HttpHeaders.IF_NONE_MATCH, tag)).andExpect(status().isOk());
    }

    @Test
    void the_status_list_comes_in_the_type_asked_for_and_packed_where_wished() throws Exception {
        web.perform(get(statusPath()).accept("application/vc+ld+json").header(HttpHeaders.ACCEPT_ENCODING, "gzip"))
                .andExpect(content().contentType("application/vc+ld+json"))
                .andExpect(header().string(HttpHeaders.VARY, containsString("Accept")));
        web.perform(get("/status/" + UUID.randomUUID())).andExpect(status().isNotFound());
        web.perform(get("/status/nonsense")).andExpect(status().isNotFound());
    }

    @Test
    void the_issuer_shows_itself_as_page_and_as_profile() throws Exception {
        var path = "/issuers/" + issuer.organisation().slug();

        web.perform(get(path).accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Reading maps")))
                .andExpect(content().string(containsString("did:web:")));
        web.perform(get(path).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value(issuer.organisation().legalName()));
    }

    @Test
    void a_program_reads_revokes_and_gets_told_why_not() throws Exception {
        var bearer = fixtures.bearer(issuer.organisation(), Role.ISSUER);
        var path = "/api/credentials/" + credential.id();

        web.perform(get(path).header(HttpHeaders.AUTHORIZATION, bearer).accept("application/vc+ld+json"))
                .andExpect(status().isOk())
                .andExpect(content().string(credential.json()));
        web.perform(post(path + "/revoke")
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"no\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("reason"));
        web.perform(post(path + "/revoke")
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"Found to be forged\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("REVOKED"));
        web.perform(post(path + "/suspend")
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"Once more\"}"))
                .andExpect(status().isConflict());
        web.perform(get("/api/awards/" + credential.award() + "/credentials").header(HttpHeaders.AUTHORIZATION, bearer))
                .andExpect(jsonPath("$[0].history[0].reason").value("Found to be forged"));
    }

    @Test
    void a_program_of_another_organisation_finds_nothing() throws Exception {
        var stranger = fixtures.bearer(fixtures.anInstitution(), Role.ISSUER);

        web.perform(get("/api/credentials/" + credential.id()).header(HttpHeaders.AUTHORIZATION, stranger))
                .andExpect(status().isNotFound());
        web.perform(get("/api/awards/" + credential.award() + "/credentials")
                        .header(HttpHeaders.AUTHORIZATION, stranger))
                .andExpect(status().isNotFound());
    }

    @Test
    void an_issuer_suspends_and_reinstates_on_the_page() throws Exception {
        var person = fixtures.aMember(issuer.organisation(), Role.ISSUER);

        web.perform(post(page() + "/suspend")
                        .param("reason", "x")
                        .with(fixtures.as(person))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("f-reason-suspend-error")));
        web.perform(post(page() + "/suspend")
                        .param("reason", "Being looked into")
                        .with(fixtures.as(person))
                        .with(csrf()))
                .andExpect(redirectedUrl(page()));
        web.perform(get(page()).with(fixtures.as(person)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Being looked into")));
    }

    @Test
    void revoking_on_the_page_wants_a_tick_and_a_reason() throws Exception {
        var person = fixtures.aMember(issuer.organisation(), Role.ISSUER);

        web.perform(get(page() + "/revoke").with(fixtures.as(person))).andExpect(status().isOk());
        web.perform(post(page() + "/revoke")
                        .param("reason", "Found to be forged")
                        .with(fixtures.as(person))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Found to be forged")));
        web.perform(post(page() + "/revoke")
                        .param("reason", "Found to be forged")
                        .param("confirmation", "true")
                        .with(fixtures.as(person))
                        .with(csrf()))
                .andExpect(redirectedUrl(page()));
        assertThat(credentials.byId(credential.id()).orElseThrow().status()).isEqualTo(CredentialStatus.REVOKED);
    }

    @Test
    void only_members_with_the_role_come_to_the_pages() throws Exception {
        var designer = fixtures.aMember(issuer.organisation(), Role.DESIGNER);
        var stranger = fixtures.aMember(fixtures.anInstitution(), Role.ADMIN);
        var keys = "/o/" + issuer.organisation().slug() + "/keys-and-identity";

        web.perform(get(page()).with(fixtures.as(designer))).andExpect(status().isForbidden());
        web.perform(get(page()).with(fixtures.as(stranger))).andExpect(status().isNotFound());
        web.perform(get(keys).with(fixtures.as(designer))).andExpect(status().isForbidden());
        web.perform(get(keys).with(fixtures.as(fixtures.aMember(issuer.organisation(), Role.ADMIN))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("did:web:")));
    }

    private String page() {
        return "/o/" + issuer.organisation().slug() + "/credentials/" + credential.id();
    }

    private String statusPath() {
        var status = Json.object(credential.json()).getJsonObject("credentialStatus");
        return URI.create(status.getString("statusListCredential")).getPath();
    }
}
