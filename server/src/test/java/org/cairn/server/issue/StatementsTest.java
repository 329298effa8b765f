package org.cairn.server.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.verify.Verdict;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Role;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@CairnTest
class StatementsTest {
    private static final String REASON = "Said too early";
    private static final Optional<String> TYPE = Optional.of("AccreditationCredential");

    @Autowired
    Statements statements;

    @Autowired
    Issuers issuers;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Contexts contexts;

    @Autowired
    InstantSource time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc http;

    private Acting body;
    private URI about = URI.create("urn:x");

    @BeforeEach
    void aBody() {
        body = fixtures.acting(fixtures.anOrganisation(Organisation.Kind.QUALITY_BODY), Role.ADMIN);
        about = URI.create("https://somewhere.example/specs/" + UUID.randomUUID());
    }

    @Test
    void it_verifies_with_all_that_it_says() {
        var statement = sign();

        assertThat(verdict(statement.json())).isEqualTo(Verdict.VALID);
        assertThat(verdict(statement.json().replace("\"06\"", "\"07\""))).isEqualTo(Verdict.NOT_VALID);
        assertThat(verdict(statement.json().replace("\"deep\"", "\"flat\""))).isEqualTo(Verdict.NOT_VALID);
        assertThat(Json.strings(Json.object(statement.json()), "type")).contains("AccreditationCredential");
        assertThat(statements.about(about)).containsExactly(statement);
        assertThat(statements.of(body.organisationId())).containsExactly(statement);
    }

    @Test
    void a_withdrawn_one_fails_at_once_and_stays_withdrawn() {
        var statement = sign();
        assertThat(statement.standsAt(time.instant())).isTrue();

        statements.withdraw(body, statement.id(), REASON);

        assertThat(verdict(statement.json())).isEqualTo(Verdict.NOT_VALID);
        assertThat(statements.byId(statement.id()).orElseThrow().standsAt(time.instant()))
                .isFalse();
        assertThatThrownBy(() -> statements.withdraw(body, statement.id(), REASON))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> jdbc.sql("update statement set withdrawn_at = null, reason = null where id = :id")
                        .param("id", statement.id().value())
                        .update())
                .hasMessageContaining("stays withdrawn");
    }

    @Test
    void nobody_withdraws_what_another_said() {
        var statement = sign();
        var other = fixtures.acting(fixtures.anOrganisation(Organisation.Kind.QUALITY_BODY), Role.ADMIN);

        assertThatThrownBy(() -> statements.withdraw(other, statement.id(), REASON))
                .isInstanceOf(NotFoundException.class);
        assertThat(verdict(statement.json())).isEqualTo(Verdict.VALID);
    }

    @Test
    void its_address_gives_programs_the_document_and_people_a_page() throws Exception {
        var statement = sign();
        var path = "/statements/" + statement.id();

        http.perform(get(path).accept("application/vc+ld+json"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/vc+ld+json"))
                .andExpect(content().string(statement.json()));
        http.perform(get(path).accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("It stands.")));
        statements.withdraw(body, statement.id(), REASON);
        http.perform(get(path).accept(MediaType.TEXT_HTML)).andExpect(content().string(containsString(REASON)));
        http.perform(get("/statements/" + UUID.randomUUID())).andExpect(status().isNotFound());
    }

    private Statement sign() {
        var facts = Map.of(
                "accreditedField",
                Json.PROVIDER.createValue("06"),
                "accreditedUnder",
                Json.PROVIDER.createObjectBuilder().add("howDeep", "deep").build());
        var until = time.instant().plus(Duration.ofDays(30));
        var id = statements.sign(
                body,
                new Statements.Wish(
                        about,
                        "Accreditation",
                        Optional.of("Looked at, found good."),
                        Optional.of(until),
                        TYPE,
                        Statements.terms(TYPE, facts)));
        return statements.byId(id).orElseThrow();
    }

    private Verdict verdict(String json) {
        return IssueFixtures.verified(issuers, contexts, time, json).verdict();
    }
}
