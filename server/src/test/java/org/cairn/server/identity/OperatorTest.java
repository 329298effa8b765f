package org.cairn.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Organisation.Kind;
import org.cairn.server.web.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@CairnTest
class OperatorTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisations organisations;

    @Autowired
    People people;

    private Person operator;
    private String slug;

    @BeforeEach
    void anOperator() {
        operator = fixtures.aMember(fixtures.anOrganisation(Kind.PLATFORM), Role.OPERATOR, Role.ADMIN);
        slug = "f-" + UUID.randomUUID().toString().substring(0, 18);
    }

    @Test
    void founding_invites_the_first_admin() throws Exception {
        var address = fixtures.anAddress();

        found("EMPLOYER", slug, address.value()).andExpect(redirectedUrl("/operator"));
        var founder = people.confirmed(address, "Founder", Locale.ENGLISH);

        var founded = organisations.bySlug(slug).orElseThrow();
        assertThat(founded.kind()).isEqualTo(Kind.EMPLOYER);
        assertThat(organisations.roles(founded.id(), founder.id()))
                .containsExactlyInAnyOrder(Role.ADMIN, Role.EMPLOYER);
        http.perform(get("/o/" + slug).with(fixtures.as(founder))).andExpect(status().isOk());
    }

    @Test
    void nothing_is_founded_without_somebody_to_invite() throws Exception {
        found("INSTITUTION", slug, "nobody")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString(slug)));

        assertThat(organisations.bySlug(slug)).isEmpty();
    }

    @Test
    void nobody_founds_another_platform() throws Exception {
        found("PLATFORM", slug, fixtures.anAddress().value()).andExpect(status().isBadRequest());

        assertThat(organisations.bySlug(slug)).isEmpty();
    }

    @Test
    void for_others_the_page_is_not_there() throws Exception {
        var admin = fixtures.aMember(fixtures.anInstitution(), Role.ADMIN);
        var platformAdmin = fixtures.aMember(fixtures.anOrganisation(Kind.PLATFORM), Role.ADMIN);

        http.perform(get("/operator").with(fixtures.as(admin))).andExpect(status().isNotFound());
        http.perform(get("/operator").with(fixtures.as(platformAdmin))).andExpect(status().isNotFound());
        http.perform(post("/operator/organisations").with(fixtures.as(admin)).with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void only_the_platform_has_operators() {
        var college = fixtures.anInstitution();
        var person = fixtures.aPerson(fixtures.anAddress());

        assertThatThrownBy(() ->
                        organisations.setRoles(college.id(), person.id(), Set.of(Role.ADMIN, Role.OPERATOR), "system"))
                .isInstanceOf(InputException.class);

        assertThat(organisations.roles(college.id(), person.id())).isEmpty();
    }

    private ResultActions found(String kind, String shortName, String email) throws Exception {
        return http.perform(post("/operator/organisations")
                .param("kind", kind)
                .param("legalName", "Founded " + shortName)
                .param("slug", shortName)
                .param("country", "PT")
                .param("email", email)
                .with(fixtures.as(operator))
                .with(csrf()));
    }
}
