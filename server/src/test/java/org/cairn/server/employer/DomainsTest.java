package org.cairn.server.employer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.Outbound;
import org.cairn.server.web.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CairnTest
@Import(EmployerFixtures.class)
class DomainsTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    EmployerFixtures employers;

    @Autowired
    Domains domains;

    @Autowired
    DomainRepository rows;

    @Autowired
    Outbound outbound;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient jdbc;

    private HttpServer site;
    private String served = "";
    private String domain = "";

    @BeforeEach
    void aSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext(DomainProof.FILE, exchange -> {
            var bytes = served.getBytes(UTF_8);
            exchange.sendResponseHeaders(served.isEmpty() ? 404 : 200, served.isEmpty() ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        site.start();
        domain = "localhost:" + site.getAddress().getPort();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void a_domain_is_proven_by_the_token_on_its_site_and_by_nothing_else() {
        var employer = employers.anEmployer();
        domains.claim(employer, domain);

        served = "something else";
        assertThatThrownBy(() -> domains.prove(employer)).isInstanceOf(InputException.class);
        assertThat(domains.of(employer.organisationId())).isEmpty();

        served = "# proof\n  " + token(employer) + "  \n";
        domains.prove(employer);
        assertThat(domains.of(employer.organisationId()).map(ProvenDomain::domain))
                .contains(domain);
    }

    @Test
    void a_proven_domain_is_nobody_elses() {
        var first = proven();
        var second = employers.anEmployer();

        assertThatThrownBy(() -> domains.claim(second, domain))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.faults().getFirst().key()).isEqualTo("employer.domain.taken"));
        assertThat(domains.of(first.organisationId())).isPresent();
    }

    @Test
    void of_two_who_claim_it_the_first_to_prove_it_has_it() {
        var first = employers.anEmployer();
        var second = employers.anEmployer();
        domains.claim(first, domain);
        domains.claim(second, domain);
        served = token(first) + "\n" + token(second);

        domains.prove(first);

        assertThatThrownBy(() -> domains.prove(second)).isInstanceOf(InputException.class);
        assertThat(domains.of(second.organisationId())).isEmpty();
    }

    @Test
    void another_domain_has_to_be_proven_anew() {
        var employer = proven();

        domains.claim(employer, "other.example.org");

        assertThat(domains.of(employer.organisationId())).isEmpty();
        domains.claim(employer, domain);
        assertThat(token(employer)).isNotEqualTo(served);
    }

    @Test
    void a_proof_is_lost_after_five_failures_in_a_row_and_its_admins_are_told() {
        var employer = proven();
        served = "";

        for (var failure = 1; failure < Domains.LOST_AFTER; failure++) {
            domains.recheck(rows.of(employer.organisationId()).orElseThrow());
        }
        assertThat(domains.of(employer.organisationId())).isPresent();
        domains.recheck(rows.of(employer.organisationId()).orElseThrow());

        assertThat(domains.of(employer.organisationId())).isEmpty();
        assertThat(letters("organisation:" + employer.organisationId())).isOne();
    }

    @Test
    void a_failure_is_forgotten_when_the_token_is_back() {
        var employer = proven();
        var token = served;
        served = "";
        domains.recheck(rows.of(employer.organisationId()).orElseThrow());
        served = token;

        domains.recheck(rows.of(employer.organisationId()).orElseThrow());

        assertThat(rows.of(employer.organisationId()).orElseThrow().failures()).isZero();
    }

    @Test
    void only_what_was_not_looked_at_for_a_week_is_due_and_failures_daily() {
        var fresh = proven();
        var old = employers.aProvenEmployer();
        var failed = employers.aProvenEmployer();
        jdbc.sql("update organisation_domain set checked_at = now() - interval '8 days' where organisation_id = :id")
                .param("id", old.organisationId().value())
                .update();
        jdbc.sql("""
                update organisation_domain set failures = 1, checked_at = now() - interval '2 days'
                where organisation_id = :id
                """).param("id", failed.organisationId().value()).update();
        var now = java.time.InstantSource.system().instant();

        var due =
                rows
                        .due(now.minus(java.time.Duration.ofDays(7)), now.minus(java.time.Duration.ofHours(22)), 1000)
                        .stream()
                        .map(DomainRepository.Row::organisation)
                        .toList();

        assertThat(due).contains(old.organisationId(), failed.organisationId()).doesNotContain(fresh.organisationId());
    }

    @Test
    void a_txt_record_proves_it_too_and_silence_proves_nothing() {
        var name = new DomainName("nowhere.invalid");

        assertThat(looked(name, new TxtRecords.Answer.Texts(List.of("v=spf1 -all", "cairn-domain=abc"))))
                .isEqualTo(new DomainProof.Result.Found());
        assertThat(looked(name, new TxtRecords.Answer.Texts(List.of("cairn-domain=abcd"))))
                .isNotEqualTo(new DomainProof.Result.Found());
        assertThat(looked(name, new TxtRecords.Answer.Silent())).isEqualTo(new DomainProof.Result.Silent());
    }

    private DomainProof.Result looked(DomainName name, TxtRecords.Answer answer) {
        return new DomainProof(outbound, asked -> answer).look(name, "abc");
    }

    @Test
    void a_name_server_that_knows_nothing_of_a_name_does_not_stop_anybody_for_long() {
        try (var records = new DnsTxtRecords()) {
            var began = System.nanoTime();

            var answer = records.of("no-such-name.invalid");

            assertThat(answer).isIn(new TxtRecords.Answer.Texts(List.of()), new TxtRecords.Answer.Silent());
            assertThat(System.nanoTime() - began).isLessThan(8_000_000_000L);
        }
    }

    @Test
    void the_pages_lead_from_claim_to_proof() throws Exception {
        var organisation = fixtures.anOrganisation(Organisation.Kind.EMPLOYER);
        var admin = fixtures.aMember(organisation, Role.ADMIN);
        var home = "/o/" + organisation.slug() + "/domain";

        http.perform(ask(admin, post(home).param("domain", "127.0.0.1"))).andExpect(status().isBadRequest());
        http.perform(ask(admin, post(home).param("domain", domain))).andExpect(redirectedUrl(home));
        served = rows.of(organisation.id()).orElseThrow().token();
        http.perform(ask(admin, get(home)))
                .andExpect(content().string(containsString(served)))
                .andExpect(content().string(containsString(DomainProof.RECORD + served)));
        http.perform(ask(admin, post(home + "/prove"))).andExpect(redirectedUrl(home));
        assertThat(domains.of(organisation.id())).isPresent();
        http.perform(ask(admin, post(home + "/forget"))).andExpect(status().isOk());
        assertThat(domains.of(organisation.id())).isPresent();
        http.perform(ask(admin, post(home + "/forget").param("sure", "true"))).andExpect(redirectedUrl(home));
        assertThat(domains.of(organisation.id())).isEmpty();
        http.perform(ask(fixtures.aMember(organisation, Role.EMPLOYER), get(home)))
                .andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void the_pages_speak_the_language_of_the_reader(String language) throws Exception {
        var employer = proven();
        var admin = fixtures.aMember(employer.organisation(), Role.ADMIN);
        var home = "/o/" + employer.organisation().slug() + "/domain";

        for (var path : List.of(
                home,
                "/employers",
                "/employers/join",
                "/employers/" + employer.organisation().slug())) {
            http.perform(ask(admin, get(path).param("lang", language)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(org.hamcrest.Matchers.not(containsString("??"))));
        }
    }

    @Test
    void whoever_signed_in_can_join_and_is_its_admin_and_employer() throws Exception {
        var person = fixtures.aPerson(fixtures.anAddress());

        http.perform(get("/employers/join")).andExpect(redirectedUrl("/login"));
        http.perform(ask(person, join("")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("f-legalName")));
        http.perform(ask(person, join("Schmiede Ölmann & Söhne"))).andExpect(status().is3xxRedirection());

        var membership = organisations.membershipsOf(person.id()).getFirst();
        assertThat(membership.organisation().slug()).startsWith("schmiede-olmann-sohne");
        assertThat(membership.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.EMPLOYER);
        assertThat(rows.of(membership.organisation().id()).map(DomainRepository.Row::domain))
                .contains(new DomainName(domain));
        http.perform(ask(fixtures.aPerson(fixtures.anAddress()), join("schmiede ölmann & söhne")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void nobody_founds_employers_without_end() throws Exception {
        var person = fixtures.aPerson(fixtures.anAddress());
        for (var n = 0; n < 3; n++) {
            http.perform(ask(person, join("Endless " + domain + n))).andExpect(status().is3xxRedirection());
        }

        http.perform(ask(person, join("Endless " + domain + "more"))).andExpect(status().isBadRequest());

        assertThat(organisations.membershipsOf(person.id())).hasSize(3);
    }

    @Test
    void who_has_proven_nothing_is_not_listed_and_its_page_says_so() throws Exception {
        var unproven = employers.anEmployer().organisation();
        var proven = employers.aProvenEmployer().organisation();

        http.perform(get("/employers"))
                .andExpect(content().string(containsString(proven.slug() + ".example")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString(unproven.slug()))));
        http.perform(get("/employers/" + unproven.slug()))
                .andExpect(content().string(containsString("has not proven a domain")));
        http.perform(get("/employers/" + fixtures.anInstitution().slug())).andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder join(String name) {
        return post("/employers/join")
                .param("legalName", name)
                .param("country", "DE")
                .param("domain", domain)
                .param("email", "jobs@example.org");
    }

    private Acting proven() {
        var employer = employers.anEmployer();
        domains.claim(employer, domain);
        served = token(employer);
        domains.prove(employer);
        return employer;
    }

    private String token(Acting employer) {
        return rows.of(employer.organisationId())
                .map(DomainRepository.Row::token)
                .orElse("");
    }

    private int letters(String about) {
        return jdbc.sql("select count(*) from letter where about = :about")
                .param("about", about)
                .query(Integer.class)
                .single();
    }

    private MockHttpServletRequestBuilder ask(Person person, MockHttpServletRequestBuilder request) {
        request.with(fixtures.as(person));
        request.with(csrf());
        return request;
    }
}
