package org.cairn.server.hiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecContent.Skill;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.IssuedCredential;
import org.cairn.skills.gap.Level;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From a role profile to the lines of an applicant, with credentials that were really issued.
@CairnTest
@Import(HiringFixtures.class)
class HiringTest {
    private static final String DATA_ANALYST =
            "http://data.europa.eu/esco/occupation/d3edb8f8-3a06-47a0-8fb9-9b212c006aa2";

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    HiringFixtures hiring;

    @Autowired
    Roles roles;

    @Autowired
    Checks forgetting;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private Acting employer;
    private Person recruiter;
    private Acting issuer;
    private List<Skill> skills;
    private String base;

    @BeforeEach
    void anEmployerAndASchool() {
        employer = hiring.anEmployer();
        recruiter = fixtures.aMember(employer.organisation(), Role.EMPLOYER);
        issuer = hiring.anIssuer();
        skills = hiring.skills(3);
        base = "/o/" + employer.organisation().slug();
    }

    @Test
    void a_role_is_written_with_skills_of_the_taxonomy_own_words_and_an_occupation() throws Exception {
        var made = ask(post(base + "/roles").param("title", "Harbour hand").param("about", "Ropes and cranes"));
        var role = base + "/roles/"
                + jdbc.sql("select id from role_profile where organisation_id = :o")
                        .param("o", employer.organisationId().value())
                        .query(String.class)
                        .single();
        assertThat(made.getResponse().getRedirectedUrl()).isEqualTo(role);

        ask(post(role + "/skills")
                .param("skill", skills.get(0).uri())
                .param("weight", "WELCOME")
                .param("level", "3"));
        ask(post(role + "/skills").param("words", "Mooring ships"));
        var page = page(get(role));

        assertThat(page.select("#skills tbody tr").eachText())
                .anyMatch(row -> row.contains(skills.get(0).label()) && row.contains("Welcome · Also what is unusual"))
                .anyMatch(row -> row.contains("Mooring ships own words") && row.contains("Required · On one's own"));

        ask(post(role + "/fill").param("occupation", DATA_ANALYST));
        assertThat(page(get(role)).select("#skills tbody tr")).hasSizeGreaterThan(2);

        ask(post(role + "/skills/drop").param("key", "Mooring ships"));
        assertThat(page(get(role)).select("#skills").text()).doesNotContain("Mooring ships");
    }

    @Test
    void what_cannot_be_taken_is_told_beside_its_field_and_nothing_is_stored() throws Exception {
        var empty = ask(post(base + "/roles").param("title", " "));
        var role = base + "/roles/" + hiring.aRole(employer, "Cook", skills.subList(0, 1));
        var unknown = ask(post(role + "/skills").param("skill", "urn:nobody:knows"));
        var wordless = ask(post(role + "/skills").param("words", ""));

        assertThat(List.of(empty, unknown, wordless))
                .allSatisfy(
                        answer -> assertThat(answer.getResponse().getStatus()).isEqualTo(400));
        assertThat(Jsoup.parse(empty.getResponse().getContentAsString())
                        .select("#f-title-error")
                        .text())
                .contains("Give the role a name");
        assertThat(page(get(role)).select("#skills tbody tr")).hasSize(1);
    }

    @Test
    void an_applicants_share_is_checked_line_by_line_and_leaves_no_trace() throws Exception {
        var address = fixtures.anAddress();
        var credential = hiring.aCredential(issuer, Optional.of(address), "Mooring", skills.subList(0, 1));
        var learner = fixtures.aPerson(address);
        var role = base + "/roles/" + hiring.aRole(employer, "Harbour hand", skills);

        var page = checked(role, shareLink(learner, credential));

        assertThat(results(page)).containsExactly("SHOWN", "NOT_SHOWN", "NOT_SHOWN");
        assertThat(page.select("tbody tr").getFirst().text())
                .contains("Mooring")
                .contains(issuer.organisation().legalName())
                .contains("Practical assessment · Supervised on site, identity checked · Result")
                .contains("That is what is asked for, or more.");
        assertThat(page.text()).contains("This result was not stored").doesNotContain("score", "%");
        assertThat(page.select(".verdict--valid")).hasSize(1);
        assertThat(kept()).isZero();
        assertThat(jdbc.sql("select count(*) from share_opening o join share s on s.id = o.share_id"
                                + " where s.person_id = :p")
                        .param("p", learner.id().value())
                        .query(Long.class)
                        .single())
                .as("she sees that somebody looked")
                .isOne();
    }

    @Test
    void tampered_revoked_and_expired_credentials_prove_nothing() throws Exception {
        var role = base + "/roles/" + hiring.aRole(employer, "Harbour hand", skills.subList(0, 1));
        var good = hiring.aCredential(issuer, Optional.empty(), "Mooring", skills.subList(0, 1));
        var revoked = hiring.aCredential(issuer, Optional.empty(), "Mooring", skills.subList(0, 1));
        credentials.revoke(issuer, revoked.id(), "awarded by mistake");
        var expired = hiring.aCredential(issuer, Optional.empty(), "Mooring", skills.subList(0, 1), Optional.of(1));
        Thread.sleep(2_100); // what was awarded too long ago runs out a second after it is signed

        var tampered = checked(role, good.json().replace("Nadia Haddad", "Somebody Else"));
        var taken = checked(role, revoked.json());
        var old = checked(role, expired.json());

        assertThat(results(tampered)).containsExactly("UNPROVEN");
        assertThat(tampered.text()).contains("Not valid");
        assertThat(results(taken)).containsExactly("UNPROVEN");
        assertThat(taken.select("tbody").text()).contains("Revoked");
        assertThat(results(old)).containsExactly("UNPROVEN");
        assertThat(old.select("tbody").text()).contains("Expired");
        assertThat(results(checked(role, good.json()))).containsExactly("SHOWN");
    }

    @Test
    void a_broader_skill_is_related_and_said_to_be_broader() throws Exception {
        var pair = hiring.aBroaderAndANarrower();
        assertThat(pair).isPresent();
        var role = base + "/roles/"
                + hiring.aRole(employer, "Specialist", List.of(pair.get().narrower()));
        var credential = hiring.aCredential(
                issuer, Optional.empty(), "Generalist", List.of(pair.get().broader()));

        var page = checked(role, credential.json());

        assertThat(results(page)).containsExactly("RELATED");
        assertThat(page.select("tbody").text()).contains("Broader than what is asked for");
    }

    @Test
    void what_is_kept_is_held_to_the_role_as_it_was_exported_and_deleted() throws Exception {
        var id = hiring.aRole(employer, "Harbour hand", skills.subList(0, 1));
        var role = base + "/roles/" + id;
        var credential = hiring.aCredential(issuer, Optional.empty(), "=Mooring", skills.subList(0, 1));
        var refused = check(role, credential.json(), "keep", "true", "reference", "");
        assertThat(refused.getResponse().getStatus()).isEqualTo(400);
        assertThat(kept()).isZero();

        var here = check(role, credential.json(), "keep", "true", "reference", "No. 7", "days", "30")
                .getResponse()
                .getRedirectedUrl();
        assertThat(here).startsWith(base + "/checks/");
        roles.wantInWords(employer, id, "Something new", RoleSkill.Weight.REQUIRED, Level.BASIC);
        var page = page(get(String.valueOf(here)));

        assertThat(page.text()).contains("No. 7", "version 1").doesNotContain("Something new");
        assertThat(results(page)).containsExactly("SHOWN");
        var record = read(here + "/ler-rs.json");
        assertThat(record.path("type").asString()).endsWith("/4.4/recruiting/json/ler-rs/LER-RSType.json");
        assertThat(record.path("person").path("name").path("formattedName").asString())
                .isEqualTo("Nadia Haddad");
        assertThat(record.path("certifications").path(0).path("name").asString())
                .isEqualTo("=Mooring");
        assertThat(record.path("certifications").path(0).path("status").asString())
                .isEqualTo("Active");
        assertThat(record.path("skills").path(0).path("name").asString())
                .isEqualTo(skills.get(0).label());
        assertThat(read(here + "/ats.json").path(0).path("state").asString()).isEqualTo("VERIFIED");
        assertThat(text(here + "/ats.csv")).contains("credential,issuer", "'=Mooring", "2026-02-14");

        assertThat(ask(post(here + "/delete")).getResponse().getContentAsString())
                .contains("name=\"sure\"");
        assertThat(kept()).isOne();
        ask(post(here + "/delete").param("sure", "true"));
        assertThat(kept()).isZero();
        http.perform(get(String.valueOf(here)).with(fixtures.as(recruiter))).andExpect(status().isNotFound());
    }

    @Test
    void a_kept_check_goes_when_its_time_is_over() {
        hiring.aFullDesk(employer);
        jdbc.sql("update applicant_check set delete_at = now() - interval '1 minute' where organisation_id = :o")
                .param("o", employer.organisationId().value())
                .update();

        forgetting.deleteDue();

        assertThat(kept()).isZero();
    }

    @Test
    void the_pages_speak_spanish_and_arabic() throws Exception {
        var role = base + "/roles/" + hiring.aRole(employer, "Harbour hand", skills);

        assertThat(page(get(role).locale(Locale.of("es"))).text()).contains("Competencias");
        assertThat(page(get(role + "/check").locale(Locale.of("ar"))).text()).contains("فحص متقدّم");
    }

    private Document checked(String role, String text) throws Exception {
        var answer = check(role, text).getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(UTF_8));
    }

    private MvcResult check(String role, String text, String... params) throws Exception {
        var isLink = text.startsWith("http");
        var call = multipart(role + "/check")
                .file(new MockMultipartFile(
                        "file", "a.json", "application/json", isLink ? new byte[0] : text.getBytes(UTF_8)));
        call.param("text", isLink ? text : "");
        for (int i = 0; i < params.length; i += 2) {
            call.param(params[i], params[i + 1]);
        }
        return http.perform(call.with(fixtures.as(recruiter)).with(csrf())).andReturn();
    }

    private static List<String> results(Document page) {
        return page.select("tr[data-result]").eachAttr("data-result");
    }

    private String shareLink(Person learner, IssuedCredential credential) throws Exception {
        var made = http.perform(post("/portfolio/shares")
                        .param("credentials", credential.id().toString())
                        .param("until", "WEEK")
                        .with(fixtures.as(learner))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var page = http.perform(get(String.valueOf(made)).with(fixtures.as(learner)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var link = Pattern.compile("http://[^\"<\\s]*/s/[A-Za-z0-9_-]+").matcher(page);
        assertThat(link.find()).as(page).isTrue();
        return link.group();
    }

    private long kept() {
        return jdbc.sql("select count(*) from applicant_check where organisation_id = :o")
                .param("o", employer.organisationId().value())
                .query(Long.class)
                .single();
    }

    private MvcResult ask(MockHttpServletRequestBuilder call) throws Exception {
        return http.perform(call.with(fixtures.as(recruiter)).with(csrf())).andReturn();
    }

    private Document page(MockHttpServletRequestBuilder call) throws Exception {
        return Jsoup.parse(http.perform(call.with(fixtures.as(recruiter)).accept("text/html"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8));
    }

    private JsonNode read(String path) throws Exception {
        return json.readTree(text(path));
    }

    private String text(String path) throws Exception {
        return http.perform(get(path).with(fixtures.as(recruiter)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }
}
