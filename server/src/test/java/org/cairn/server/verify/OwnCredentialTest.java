package org.cairn.server.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cairn.credential.json.Json;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.award.Awarding;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecContent.Assessment;
import org.cairn.server.catalogue.SpecContent.AssessmentType;
import org.cairn.server.catalogue.SpecContent.Outcome;
import org.cairn.server.catalogue.SpecContent.Participation;
import org.cairn.server.catalogue.SpecContent.QaType;
import org.cairn.server.catalogue.SpecContent.QualityAssurance;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.IssuedCredential;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What this platform issued, from the award to the verdict.
@CairnTest
class OwnCredentialTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Autowired
    Awards awards;

    @Autowired
    Credentials credentials;

    @Autowired
    JsonMapper json;

    private Acting issuer;
    private Person learner;
    private IssuedCredential credential;

    @BeforeEach
    void award() {
        issuer = fixtures.acting(fixtures.anInstitution(), Role.DESIGNER, Role.ISSUER);
        var address = fixtures.anAddress();
        var version = specs.publish(issuer, specs.create(issuer, content()), Optional.of("made for a test"));
        var award = awards.award(
                issuer,
                new Awarding(
                        version,
                        "Nadia Haddad",
                        Optional.of(address),
                        Optional.empty(),
                        LocalDate.of(2026, 9, 14),
                        Optional.empty(),
                        Optional.empty()));
        learner = fixtures.aPerson(address);
        credential = credentials.ofAwards(List.of(award.id())).getFirst();
    }

    @Test
    void it_is_valid_and_its_issuer_known_here() throws Exception {
        var report = verified("application/vc+ld+json", bytes(credential.json()));

        assertThat(report.path("verdict").asString())
                .as(report.toPrettyString())
                .isEqualTo("VALID");
        assertThat(report.path("knownAs").asString())
                .isEqualTo(issuer.organisation().legalName());
    }

    @Test
    void revoked_it_is_not_valid() throws Exception {
        credentials.revoke(issuer, credential.id(), "awarded by mistake");

        var report = verified("application/json", bytes(credential.json()));

        assertThat(report.path("verdict").asString()).isEqualTo("NOT_VALID");
        assertThat(outcome(report, "STATUS")).contains("FAIL STATUS_REVOKED");
    }

    @Test
    void suspended_it_is_not_valid_until_it_is_reinstated() throws Exception {
        credentials.suspend(issuer, credential.id(), "under review");
        var during = verified("application/json", bytes(credential.json()));
        credentials.reinstate(issuer, credential.id(), "review is over");
        var after = verified("application/json", bytes(credential.json()));

        assertThat(during.path("verdict").asString()).isEqualTo("NOT_VALID");
        assertThat(outcome(during, "STATUS")).contains("FAIL STATUS_SUSPENDED");
        assertThat(after.path("verdict").asString()).isEqualTo("VALID");
    }

    @Test
    void changed_it_fails_and_its_issuer_is_no_longer_named_as_known() throws Exception {
        var report = verified("application/json", bytes(credential.json().replace("Reading maps", "Brain surgery")));

        assertThat(report.path("verdict").asString()).isEqualTo("NOT_VALID");
        assertThat(outcome(report, "INTEGRITY")).contains("FAIL PROOF_INVALID");
        assertThat(report.path("knownAs").isNull()).isTrue();
    }

    @Test
    void a_status_list_of_somebody_else_cannot_stand_in_for_ours() throws Exception {
        credentials.revoke(issuer, credential.id(), "awarded by mistake");
        var listId = statusLists(Json.object(credential.json())).getFirst();

        var report = verified("application/json", bytes(credential.json().replace(listId, listId + "0")));

        assertThat(report.path("verdict").asString()).isEqualTo("NOT_VALID");
        assertThat(outcome(report, "INTEGRITY")).contains("FAIL PROOF_INVALID");
        assertThat(outcome(report, "STATUS")).doesNotContain("PASS STATUS_GOOD");
    }

    @Test
    void every_download_of_the_portfolio_verifies() throws Exception {
        assertThat(verified("application/json", download("json"))
                        .path("verdict")
                        .asString())
                .isEqualTo("VALID");
        assertThat(verified("image/png", download("png")).path("verdict").asString())
                .isEqualTo("VALID");
        assertThat(verified("image/svg+xml", download("svg")).path("verdict").asString())
                .isEqualTo("VALID");
        assertThat(verified("application/pdf", download("pdf")).path("verdict").asString())
                .isEqualTo("VALID");
    }

    @Test
    void a_share_link_verifies_as_text_and_by_its_token() throws Exception {
        var link = shareLink();

        var pasted = http.perform(post("/verify").param("text", link).contentType("application/x-www-form-urlencoded"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var token = link.substring(link.lastIndexOf('/') + 1);
        var linked = http.perform(get("/verify").param("share", token))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(pasted)
                .contains(
                        "verdict--valid", "Reading maps", issuer.organisation().legalName());
        assertThat(linked).contains("verdict--valid", "Reading maps");
    }

    private String shareLink() throws Exception {
        var made = http.perform(post("/portfolio/shares")
                        .param("credentials", credential.id().value().toString())
                        .param("until", "WEEK")
                        .with(fixtures.as(learner))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(made).isNotNull();
        var page = http.perform(get(String.valueOf(made)).with(fixtures.as(learner)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var link = Pattern.compile("http://[^\"<\\s]*/s/[A-Za-z0-9_-]+").matcher(page);
        assertThat(link.find()).as(page).isTrue();
        return link.group();
    }

    private byte[] download(String kind) throws Exception {
        return http.perform(get("/portfolio/" + credential.id().value() + "/badge." + kind)
                        .with(fixtures.as(learner)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private JsonNode verified(String type, byte[] body) throws Exception {
        var response = http.perform(post("/verify").contentType(type).content(body))
                .andReturn()
                .getResponse();
        var text = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(200);
        return json.readTree(text);
    }

    private static List<String> outcome(JsonNode report, String check) {
        return report.path("findings")
                .valueStream()
                .filter(f -> f.path("check").asString().equals(check))
                .map(f -> f.path("outcome").asString() + " " + f.path("code").asString())
                .toList();
    }

    private static List<String> statusLists(JsonObject credential) {
        return Json.objects(credential, "credentialStatus").stream()
                .flatMap(entry -> Json.string(entry, "statusListCredential").stream())
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SpecContent content() {
        var blank = SpecContent.empty();
        return new SpecContent(
                Fixtures.texts("en", "Reading maps", "es", "Leer mapas"),
                Map.of("en", "Finds the way with map and compass."),
                List.of(new Outcome(Map.of("en", "Can find a place on a map"), Set.of(0))),
                blank.skills(),
                Optional.of(new BigDecimal("25")),
                Optional.of(BigDecimal.ONE),
                "",
                Optional.of(4),
                "",
                "",
                List.of(new Assessment(AssessmentType.PRACTICAL_ASSESSMENT, Map.of("en", "A walk"))),
                Optional.empty(),
                Set.of(Participation.ON_SITE),
                List.of(new QualityAssurance(QaType.INTERNAL_ONLY, "", "")),
                Map.of("en", "Arrives"),
                Map.of(),
                blank.entrySkills(),
                blank.stacking(),
                "",
                "",
                List.of("en"),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty());
    }
}
