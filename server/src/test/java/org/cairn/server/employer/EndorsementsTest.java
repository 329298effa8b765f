package org.cairn.server.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cairn.server.employer.EmployerFixtures.says;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cairn.credential.json.Json;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.codesign.CoDesign;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.Statements;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.operate.Post;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.PageWords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CairnTest
@Import(EmployerFixtures.class)
class EndorsementsTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    EmployerFixtures employers;

    @Autowired
    Endorsements endorsements;

    @Autowired
    EndorsementRepository rows;

    @Autowired
    EndorsementRequests requests;

    @Autowired
    RequestRepository requestRows;

    @Autowired
    Statements statements;

    @Autowired
    Domains domains;

    @Autowired
    CoDesign codesign;

    @Autowired
    Specs specs;

    @Autowired
    Organisations organisations;

    @Autowired
    PageWords words;

    @Autowired
    CairnSettings settings;

    @Autowired
    Audit audit;

    @Autowired
    Post post;

    @Autowired
    InstantSource time;

    private Acting institution;
    private Acting employer;
    private SpecVersionId version;

    @BeforeEach
    void aVersionAndAnEmployer() {
        institution = employers.anInstitution();
        employer = employers.aProvenEmployer();
        version = employers.aVersion(institution, "Welding");
    }

    @Test
    void each_statement_is_signed_on_its_own_about_exactly_this_version() {
        var made = endorsements.endorse(employer, version, says("NEED", "ASSESSMENT_VALID"));

        assertThat(made).hasSize(2);
        var said = statements.about(settings.address("/catalogue/" + version));
        assertThat(said).hasSize(2).allMatch(each -> each.standsAt(time.instant()));
        var document = Json.object(said.getFirst().json());
        assertThat(Json.strings(document, "type")).contains("EndorsementCredential", Endorsements.TYPE);
        assertThat(said.getFirst().json())
                .contains(
                        "endorsementKind",
                        "conflictOfInterest",
                        employer.organisation().slug() + ".example");
        assertThat(said.getFirst().validUntil().orElseThrow())
                .isBetween(
                        time.instant().plus(725, ChronoUnit.DAYS),
                        time.instant().plus(735, ChronoUnit.DAYS));
    }

    @Test
    void endorsers_are_counted_not_statements_and_only_with_a_proven_domain() throws Exception {
        var second = employers.aProvenEmployer();
        endorsements.endorse(employer, version, says("NEED", "ASSESSMENT_VALID", "GENERAL"));
        endorsements.endorse(second, version, says("NEED"));
        assertThat(endorsements.of(version)).hasSize(2);

        domains.forget(second);

        assertThat(endorsements.of(version))
                .singleElement()
                .satisfies(only -> assertThat(only.said()).hasSize(3));
        http.perform(get("/catalogue/" + version).accept(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("Endorsed by one employer")))
                .andExpect(content()
                        .string(not(containsString(second.organisation().legalName()))));
        http.perform(get("/api/public/endorsements").param("version", version.toString()))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].said.length()").value(3))
                .andExpect(jsonPath("$[0].domain.domain")
                        .value(employer.organisation().slug() + ".example"));
    }

    @Test
    void without_a_proven_domain_nothing_is_signed() throws Exception {
        var unproven = employers.anEmployer();
        var person = fixtures.aMember(unproven.organisation(), Role.EMPLOYER);
        var home = "/o/" + unproven.organisation().slug() + "/endorsements";

        assertThatThrownBy(() -> endorsements.endorse(unproven, version, says("NEED")))
                .isInstanceOf(ConflictException.class);
        http.perform(ask(person, get(home + "/new").param("version", version.toString())))
                .andExpect(content().string(containsString("Prove yours first")));
        assertThat(statements.of(unproven.organisationId())).isEmpty();
    }

    @Test
    void the_same_is_not_said_twice_while_it_stands() {
        var first = endorsements.endorse(employer, version, says("NEED")).getFirst();

        assertThatThrownBy(() -> endorsements.endorse(employer, version, says("GENERAL", "NEED")))
                .isInstanceOf(InputException.class);
        assertThat(statements.of(employer.organisationId())).hasSize(1);

        endorsements.withdraw(employer, first, "Said too early");
        endorsements.endorse(employer, version, says("GENERAL", "NEED"));
        assertThat(endorsements.of(version).getFirst().said()).hasSize(2);
    }

    @Test
    void it_ends_with_its_last_day_and_can_be_said_anew_then() {
        endorsements.endorse(employer, version, says("NEED"));
        var later = at(Duration.ofDays(740));
        assertThat(endorsements.of(version)).hasSize(1);
        assertThat(later.of(version)).isEmpty();

        var again = later.endorse(employer, version, says("NEED")).getFirst();

        assertThat(later.of(version)).hasSize(1);
        assertThat(later.own(employer, again).endedAt()).isEmpty();
        assertThat(rows.by(employer.organisationId(), 10))
                .filteredOn(each -> !each.id().equals(again))
                .allMatch(each -> each.stateAt(time.instant().plus(Duration.ofDays(740))) == Endorsement.State.EXPIRED);
    }

    @Test
    void what_is_withdrawn_is_gone_from_the_version_and_its_statement_says_so() throws Exception {
        var id = endorsements.endorse(employer, version, says("NEED")).getFirst();
        var person = fixtures.aMember(employer.organisation(), Role.EMPLOYER);
        var page = home(employer) + "/" + id;
        var statement = endorsements.own(employer, id).statement();

        http.perform(ask(person, post(page + "/withdraw").param("reason", "We no longer look for it")))
                .andExpect(status().isBadRequest());
        assertThat(endorsements.of(version)).hasSize(1);
        http.perform(ask(
                        person,
                        post(page + "/withdraw")
                                .param("reason", "We no longer look for it")
                                .param("confirmation", "true")))
                .andExpect(redirectedUrl(page));

        assertThat(endorsements.of(version)).isEmpty();
        assertThat(statements.byId(statement).orElseThrow().withdrawnAt()).isPresent();
        http.perform(get("/statements/" + statement).accept(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("We no longer look for it")));
        http.perform(ask(person, get(page))).andExpect(content().string(containsString("Withdrawn")));
        assertThatThrownBy(() -> endorsements.withdraw(employer, id, "Once more and again"))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void at_a_newer_version_the_endorser_is_asked_and_renews_in_one_step() throws Exception {
        endorsements.endorse(employer, version, says("NEED", "ASSESSMENT_VALID"));
        var newer = employers.aNewerVersion(institution, version, "Weld a seam overhead");
        var person = fixtures.aMember(employer.organisation(), Role.EMPLOYER);

        assertThat(endorsements.of(newer)).isEmpty();
        assertThat(post.about("spec_version:" + newer)).hasSize(1);
        http.perform(get("/catalogue/" + newer).accept(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("that does not cover this one")));
        http.perform(ask(person, get(home(employer))))
                .andExpect(content().string(containsString("A newer version is out")));
        var outdated = endorsements.outdated(employer.organisationId());
        assertThat(outdated).hasSize(2);
        var renew = home(employer) + "/" + outdated.getFirst().id() + "/renew";
        http.perform(ask(person, get(renew)))
                .andExpect(content().string(containsString("Weld a seam overhead")))
                .andExpect(content().string(containsString("<del>")));
        http.perform(ask(person, post(renew).param("months", "12"))).andExpect(redirectedUrl(home(employer)));

        assertThat(endorsements.of(newer)).hasSize(1);
        assertThat(endorsements.of(newer).getFirst().said()).hasSize(1);
        assertThat(endorsements.of(version)).hasSize(1);
        var left = endorsements.outdated(employer.organisationId());
        assertThat(left).hasSize(1);
        http.perform(ask(
                        person,
                        post(home(employer) + "/" + left.getFirst().id() + "/renew")
                                .param("do", "decline")))
                .andExpect(redirectedUrl(home(employer)));
        assertThat(endorsements.outdated(employer.organisationId())).isEmpty();
    }

    @Test
    void the_form_tells_every_fault_and_a_conflict_of_interest_is_public() throws Exception {
        var person = fixtures.aMember(employer.organisation(), Role.EMPLOYER);
        var form = home(employer) + "/new";
        http.perform(ask(person, post(form).param("version", version.toString()).param("months", "61")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("f-kinds-error")))
                .andExpect(content().string(containsString("f-conflict-error")))
                .andExpect(content().string(containsString("f-months-error")));
        http.perform(ask(person, whole(form).param("conflict", "DECLARED")))
                .andExpect(content().string(containsString("f-conflictWords-error")));
        assertThat(statements.of(employer.organisationId())).isEmpty();

        http.perform(ask(
                        person,
                        whole(form).param("conflict", "DECLARED").param("conflictWords", "We pay for the programme")))
                .andExpect(redirectedUrl(home(employer)));

        http.perform(get("/employers/" + employer.organisation().slug()))
                .andExpect(content().string(containsString("We pay for the programme")));
        http.perform(get("/catalogue/" + version).accept(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("We pay for the programme")));
    }

    private MockHttpServletRequestBuilder whole(String form) {
        return post(form)
                .param("version", version.toString())
                .param("kinds", "NEED", "GENERAL")
                .param("comment", "We look for this.")
                .param("months", "24");
    }

    @Test
    void nobody_endorses_its_own_or_claims_to_have_designed_what_it_did_not_sign() {
        employers.proveDomain(institution.organisation());

        assertThatThrownBy(() -> endorsements.endorse(institution, version, says("NEED")))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> endorsements.endorse(employer, version, says("CO_DESIGNED")))
                .isInstanceOf(InputException.class);
    }

    @Test
    void an_institution_asks_and_the_employer_endorses_or_declines() throws Exception {
        var designer = fixtures.aMember(institution.organisation(), Role.DESIGNER);
        var person = fixtures.aMember(employer.organisation(), Role.EMPLOYER);
        http.perform(ask(designer, asking("no-such"))).andExpect(status().isBadRequest());
        http.perform(ask(designer, asking(employer.organisation().slug()))).andExpect(redirectedUrl(home(institution)));
        http.perform(ask(designer, asking(employer.organisation().slug()))).andExpect(status().isBadRequest());
        http.perform(ask(person, get(home(employer)))).andExpect(content().string(containsString("Does it fit?")));

        endorsements.endorse(employer, version, says("NEED"));

        assertThat(requests.waitingFor(employer)).isEmpty();
        assertThat(requests.askedBy(institution).getFirst().status()).isEqualTo(RequestRepository.Request.Status.DONE);
        http.perform(ask(designer, asking(employer.organisation().slug())));
        var request = requests.waitingFor(employer).getFirst();
        var decline = home(employer) + "/requests/" + request.id() + "/decline";
        http.perform(ask(person, post(decline))).andExpect(status().isBadRequest());
        http.perform(ask(person, post(decline).param("reason", "Not our trade")))
                .andExpect(redirectedUrl(home(employer)));
        http.perform(ask(designer, get(home(institution))))
                .andExpect(content().string(containsString("Not our trade")));
        assertThatThrownBy(() -> requests.waiting(employers.anEmployer(), request.id()))
                .isInstanceOf(NotFoundException.class);
    }

    private MockHttpServletRequestBuilder asking(String whom) {
        return post(home(institution) + "/requests")
                .param("employer", whom)
                .param("version", version.toString())
                .param("words", "Does it fit?");
    }

    @Test
    void programs_endorse_and_withdraw_with_a_key_that_may() throws Exception {
        var key = fixtures.bearer(employer.organisation(), Role.EMPLOYER);
        var wish = "{\"version\":\"" + version + "\",\"kinds\":[\"NEED\"],\"conflict\":\"NONE\"}";
        http.perform(post("/api/endorsements")
                        .header(HttpHeaders.AUTHORIZATION, fixtures.bearer(employer.organisation(), Role.DESIGNER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(wish))
                .andExpect(status().isForbidden());
        http.perform(post("/api/endorsements")
                        .header(HttpHeaders.AUTHORIZATION, key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\":\"" + version + "\",\"kinds\":[\"NEED\"]}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("conflict"));
        var made = http.perform(post("/api/endorsements")
                        .header(HttpHeaders.AUTHORIZATION, key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(wish))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var id = JsonPath.<String>read(made, "$[0].id");
        http.perform(get("/api/endorsements/" + id)
                        .header(HttpHeaders.AUTHORIZATION, fixtures.bearer(institution.organisation(), Role.DESIGNER)))
                .andExpect(jsonPath("$.state").value("ACTIVE"));
        http.perform(post("/api/endorsements/" + id + "/withdraw")
                        .header(HttpHeaders.AUTHORIZATION, key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"Said too early\"}"))
                .andExpect(jsonPath("$.state").value("WITHDRAWN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void pages_say_everything_in_the_language_of_the_reader(String language) throws Exception {
        var id = endorsements.endorse(employer, version, says("NEED")).getFirst();
        employers.aNewerVersion(institution, version, "Weld a seam overhead");
        requests.ask(
                institution,
                new EndorsementRequests.Typed(employer.organisation().slug(), version.toString(), "Please"));
        var request = requests.waitingFor(employer).getFirst().id();
        var person = fixtures.aMember(employer.organisation(), Role.EMPLOYER);
        var designer = fixtures.aMember(institution.organisation(), Role.DESIGNER);

        for (var path : List.of(
                "",
                "?q=Welding",
                "/new?version=" + version,
                "/" + id,
                "/" + id + "/withdraw",
                "/" + id + "/renew",
                "/requests/" + request + "/decline")) {
            whole(person, get(home(employer) + path).param("lang", language));
        }
        whole(designer, get(home(institution)).param("lang", language));
        whole(designer, get(home(institution) + "/" + id).param("lang", language));
        whole(person, get("/o/" + employer.organisation().slug()).param("lang", language));
        whole(person, get("/employers/" + employer.organisation().slug()).param("lang", language));
        whole(person, get("/catalogue/" + version).accept(MediaType.TEXT_HTML).param("lang", language));
    }

    private void whole(Person person, MockHttpServletRequestBuilder request) throws Exception {
        http.perform(ask(person, request))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    private Endorsements at(Duration later) {
        return new Endorsements(
                rows,
                requestRows,
                statements,
                domains,
                codesign,
                specs,
                organisations,
                words,
                settings,
                audit,
                InstantSource.offset(time, later));
    }

    private static String home(Acting acting) {
        return "/o/" + acting.organisation().slug() + "/endorsements";
    }

    private MockHttpServletRequestBuilder ask(Person person, MockHttpServletRequestBuilder request) {
        request.with(fixtures.as(person));
        request.with(csrf());
        return request;
    }
}
