package org.cairn.server.talent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecContent.Skill;
import org.cairn.server.hiring.HiringFixtures;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.IssuedCredential;
import org.cairn.server.operate.Post;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/// Being found: under another name for each employer, with all who looked written down, and gone when she withdraws.
@CairnTest
@Import({HiringFixtures.class, TalentFixtures.class})
class TalentTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    HiringFixtures hiring;

    @Autowired
    TalentFixtures talent;

    @Autowired
    Listings listings;

    @Autowired
    Contacts contacts;

    @Autowired
    Finding finding;

    @Autowired
    Credentials credentials;

    @Autowired
    People people;

    @Autowired
    Post post;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private Acting issuer;
    private Acting employer;
    private Person recruiter;
    private Person learner;
    private Skill skill;
    private IssuedCredential credential;
    private String base;

    @BeforeEach
    void aLearnerWithACredentialAndAnEmployer() {
        issuer = hiring.anIssuer();
        employer = hiring.anEmployer();
        recruiter = fixtures.aMember(employer.organisation(), Role.EMPLOYER);
        base = "/o/" + employer.organisation().slug() + "/talent";
        var address = fixtures.anAddress();
        skill = hiring.skills(1).getFirst();
        credential = hiring.aCredential(issuer, Optional.of(address), "Mooring", List.of(skill));
        learner = fixtures.aPerson(address);
        people.rename(learner.id(), "Nadia Haddad", Locale.ENGLISH);
        // The taxonomy is the same for all tests, and so would be those who are found.
        jdbc.sql("update talent_listing set ended_at = now() where ended_at is null")
                .update();
    }

    @Test
    void two_employers_know_her_by_different_names_and_addresses_and_neither_by_hers() throws Exception {
        var other = hiring.anEmployer();
        talent.listed(learner, credential, skill, "MT");

        var here = talent.found(employer, skill, "MT");
        var there = talent.found(other, skill, "MT");

        assertThat(here).hasSize(1);
        assertThat(here.getFirst().name()).isNotEqualTo(there.getFirst().name());
        assertThat(here.getFirst().alias().id())
                .isNotEqualTo(there.getFirst().alias().id());
        assertThat(talent.found(employer, skill, "MT").getFirst().name())
                .as("the same employer knows her again")
                .isEqualTo(here.getFirst().name());
        var page = asRecruiter(get(base).param("skill", skill.uri()).param("country", "MT"));
        assertThat(page.select("article.talent").text())
                .contains(
                        here.getFirst().name(), "Mooring", issuer.organisation().legalName(), "2026")
                .doesNotContain("Nadia", "Haddad", "February");
        assertThat(page.html())
                .doesNotContain(learner.id().toString())
                .doesNotContain(credential.id().toString())
                .doesNotContain(here.getFirst().listing().id().toString());
        http.perform(get(base + "/people/" + there.getFirst().alias().id()).with(fixtures.as(recruiter)))
                .andExpect(status().isNotFound());
    }

    @Test
    void who_looked_is_complete_and_only_hers_to_see() throws Exception {
        talent.listed(learner, credential, skill, "MT");
        var other = hiring.anEmployer();
        talent.found(employer, skill, "MT");
        var seen = talent.found(other, skill, "MT").getFirst();
        finding.open(other, seen.alias().id());
        talent.found(other, skill, "ES");

        var page = asLearner(get("/portfolio/talent"));

        assertThat(page.select("#looks tbody tr")).hasSize(3);
        assertThat(page.select("#looks tbody tr").eachText())
                .anyMatch(
                        row -> row.contains(employer.organisation().legalName()) && row.contains("A search showed you"))
                .anyMatch(row -> row.contains(other.organisation().legalName()) && row.contains("A search showed you"))
                .anyMatch(row -> row.contains(other.organisation().legalName()) && row.contains("Opened your listing"));
    }

    @Test
    void withdrawn_she_is_gone_from_the_next_query_on_and_so_is_what_she_revealed() throws Exception {
        talent.listed(learner, credential, skill, "MT");
        var alias = talent.found(employer, skill, "MT").getFirst().alias().id();
        var contact = contacts.ask(employer, alias, Optional.empty(), TalentFixtures.MESSAGE);
        contacts.accept(learner.id(), contact, new Contacts.Wish(true, true, true));
        var here = base + "/contacts/" + contact;
        var before = asRecruiter(get(here));
        var link = before.select("a[href*=/s/]").attr("href");
        assertThat(before.text()).contains("Nadia Haddad", "Mooring");
        assertThat(opened(link)).isEqualTo(200);

        assertThat(asLearner(post("/portfolio/talent/withdraw")).text()).contains("no search and no address");
        assertThat(talent.found(employer, skill, "MT")).hasSize(1);
        http.perform(post("/portfolio/talent/withdraw")
                .param("sure", "true")
                .with(fixtures.as(learner))
                .with(csrf()));

        assertThat(talent.found(employer, skill, "MT")).isEmpty();
        assertThatThrownBy(() -> finding.open(employer, alias)).isInstanceOf(NotFoundException.class);
        assertThat(asRecruiter(get(here)).text())
                .contains("This contact was closed")
                .doesNotContain("Nadia", "Haddad", "Mooring");
        http.perform(get(here + "/ler-rs.json").with(fixtures.as(recruiter))).andExpect(status().isConflict());
        assertThat(opened(link)).isNotEqualTo(200);
    }

    private int opened(String link) throws Exception {
        return http.perform(get(link.substring(link.indexOf("/s/"))).accept("text/html"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void only_what_a_credential_backs_that_is_good_now_is_found() {
        talent.listed(learner, credential, skill, "MT");
        credentials.suspend(issuer, credential.id(), "under review");
        var during = talent.found(employer, skill, "MT");
        credentials.reinstate(issuer, credential.id(), "review is over");

        assertThat(during).isEmpty();
        assertThat(talent.found(employer, skill, "MT")).hasSize(1);
        assertThatThrownBy(() -> listings.publish(
                        learner.id(), TalentFixtures.wish(credential, new Skill("urn:x:flying", "Flying", ""), "MT")))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.faults())
                                .extracting(InputException.Fault::field)
                                .containsExactly("skills"));
        var stranger = fixtures.aPerson(fixtures.anAddress());
        assertThatThrownBy(() -> listings.publish(stranger.id(), TalentFixtures.wish(credential, skill, "MT")))
                .isInstanceOf(InputException.class);
    }

    @Test
    void an_employer_asks_once_and_a_no_is_all_it_learns() throws Exception {
        talent.listed(learner, credential, skill, "MT");
        var alias = talent.found(employer, skill, "MT").getFirst().alias();
        var person = base + "/people/" + alias.id();
        assertThat(asRecruiter(get(person)).select("form[action$=/ask]")).hasSize(1);
        var here = String.valueOf(http.perform(post(person + "/ask")
                        .param("message", TalentFixtures.MESSAGE)
                        .with(fixtures.as(recruiter))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        var id = here.substring(here.lastIndexOf('/') + 1);
        var letter = post.about("contact:" + id).getFirst();
        assertThat(letter.to())
                .isEqualTo(people.emails(learner.id()).getFirst().address().value());
        assertThat(letter.text()).contains(employer.organisation().legalName(), "/portfolio/talent/contacts/" + id);

        asLearner(get("/portfolio/talent/contacts/" + id));
        http.perform(post("/portfolio/talent/contacts/" + id + "/answer")
                .param("answer", "NO")
                .with(fixtures.as(learner))
                .with(csrf()));

        assertThat(asRecruiter(get(here)).text())
                .contains("The answer is no.", alias.name())
                .doesNotContain("Nadia", "Mooring");
        assertThatThrownBy(() -> contacts.ask(employer, alias.id(), Optional.empty(), TalentFixtures.MESSAGE))
                .isInstanceOf(ConflictException.class);
        assertThat(jdbc.sql("select actor from audit_event where organisation_id = :o and action = 'talent.declined'")
                        .param("o", employer.organisationId().value())
                        .query(String.class)
                        .list())
                .as("the employer's trail names nobody")
                .containsExactly("system");
    }

    @Test
    void with_a_yes_the_employer_sees_just_what_she_chose_and_can_take_it_along() throws Exception {
        talent.listed(learner, credential, skill, "MT");
        var alias = talent.found(employer, skill, "MT").getFirst().alias();
        var contact = contacts.ask(employer, alias.id(), Optional.empty(), TalentFixtures.MESSAGE);
        var nothing = http.perform(post("/portfolio/talent/contacts/" + contact + "/answer")
                        .param("answer", "YES")
                        .with(fixtures.as(learner))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(nothing.getStatus()).isEqualTo(400);

        http.perform(post("/portfolio/talent/contacts/" + contact + "/answer")
                .param("answer", "YES")
                .param("name", "true")
                .param("share", "true")
                .with(fixtures.as(learner))
                .with(csrf()));

        var here = base + "/contacts/" + contact;
        var page = asRecruiter(get(here));
        assertThat(page.text()).contains("Nadia Haddad", "Mooring").doesNotContain("@example.org");
        var record = json.readTree(text(here + "/ler-rs.json"));
        assertThat(record.path("person").path("name").path("formattedName").asString())
                .isEqualTo("Nadia Haddad");
        assertThat(record.path("certifications")
                        .path(0)
                        .path("verifications")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(credential.urn());
        assertThat(text(here + "/ats.csv")).contains("/s/", "VERIFIED", skill.label());
        var other = fixtures.aMember(hiring.anEmployer().organisation(), Role.EMPLOYER);
        http.perform(get(here).with(fixtures.as(other))).andExpect(status().isNotFound());
        var stranger = fixtures.aPerson(fixtures.anAddress());
        http.perform(get("/portfolio/talent/contacts/" + contact).with(fixtures.as(stranger)))
                .andExpect(status().isNotFound());
    }

    @Test
    void before_publishing_she_is_told_by_what_she_could_be_told_apart() throws Exception {
        var page = asLearner(post("/portfolio/talent/preview")
                .param("credentials", credential.id().toString())
                .param("skills", skill.uri())
                .param("country", "MT")
                .param("languages", "en, ar")
                .param("lookingFor", "Work at the water")
                .param("months", "6"));

        assertThat(page.select("#rare").text())
                .contains("You may be easy to tell", "nobody else lists it in your country", "only you hold it");
        assertThat(page.select("main").text())
                .contains("Work at the water", "Nothing is published yet")
                .doesNotContain("Nadia Haddad");
        assertThat(listings.live(learner.id())).isEmpty();
        var form = page.select("form[action$=/publish]");
        assertThat(form).hasSize(1);
        var call = post("/portfolio/talent/publish");
        form.select("input[type=hidden]").forEach(field -> call.param(field.attr("name"), field.val()));
        call.param("lookingFor", form.select("textarea").text());
        http.perform(call.with(fixtures.as(learner)).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(listings.live(learner.id())).isPresent();
    }

    @Test
    void what_cannot_be_published_is_told_beside_its_field() throws Exception {
        var answer = http.perform(post("/portfolio/talent/preview")
                        .param("credentials", credential.id().toString())
                        .param("skills", skill.uri())
                        .param("country", "XX")
                        .param("languages", "klingon")
                        .param("months", "600")
                        .with(fixtures.as(learner))
                        .with(csrf()))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(400);
        var page = Jsoup.parse(answer.getContentAsString(UTF_8));
        assertThat(page.select("#f-country-error, #f-languages-error, #f-months-error"))
                .hasSize(3);
        assertThat(page.select("#f-languages").val()).isEqualTo("klingon");
    }

    @Test
    void a_listing_ends_by_itself() {
        talent.listed(learner, credential, skill, "MT");
        jdbc.sql("update talent_listing set expires_at = now() - interval '1 minute' where person_id = :p")
                .param("p", learner.id().value())
                .update();

        assertThat(talent.found(employer, skill, "MT")).isEmpty();
        listings.tidyUp();
        assertThat(listings.live(learner.id())).isEmpty();
    }

    @Test
    void the_order_is_the_days_and_no_choice_ranks_people() throws Exception {
        var page = asRecruiter(get(base).param("skill", skill.uri()));

        assertThat(page.text()).contains("The order is shuffled anew each day");
        assertThat(page.select("select[name=sort], select[name=order], input[name=age], select[name=sex]"))
                .isEmpty();
    }

    @Test
    void she_takes_her_own_credentials_along() throws Exception {
        var call = post("/portfolio/export")
                .param("credentials", credential.id().toString())
                .param("format", "ler-rs.json")
                .param("link", "true");
        var record = json.readTree(http.perform(call.with(fixtures.as(learner)).with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        var none = http.perform(
                        post("/portfolio/export").with(fixtures.as(learner)).with(csrf()))
                .andReturn()
                .getResponse();

        assertThat(record.path("person").path("name").path("formattedName").asString())
                .isEqualTo("Nadia Haddad");
        assertThat(record.path("skills").path(0).path("name").asString()).isEqualTo(skill.label());
        assertThat(none.getStatus()).isEqualTo(400);
        assertThat(asLearner(get("/portfolio/export")).text()).contains("Mooring");
        assertThat(asLearner(get("/portfolio/shares")).text()).contains("Files for applications");
    }

    private Document asRecruiter(MockHttpServletRequestBuilder call) throws Exception {
        return page(call, recruiter);
    }

    private Document asLearner(MockHttpServletRequestBuilder call) throws Exception {
        return page(call, learner);
    }

    private Document page(MockHttpServletRequestBuilder call, Person who) throws Exception {
        var answer = http.perform(
                        call.accept("text/html").with(fixtures.as(who)).with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(UTF_8));
    }

    private String text(String path) throws Exception {
        return http.perform(get(path).with(fixtures.as(recruiter)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }
}
