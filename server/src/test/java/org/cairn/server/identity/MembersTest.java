package org.cairn.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.Post;
import org.cairn.server.web.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@CairnTest
class MembersTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisations organisations;

    @Autowired
    People people;

    @Autowired
    Post post;

    @Autowired
    Audit audit;

    private Organisation college;
    private Person admin;
    private String members;

    @BeforeEach
    void aCollegeWithOneAdmin() {
        college = fixtures.anInstitution();
        admin = fixtures.aMember(college, Role.ADMIN);
        members = "/o/" + college.slug() + "/members";
    }

    @Test
    void an_invited_address_becomes_a_member_when_it_is_proved() throws Exception {
        var address = fixtures.anAddress();
        invite(address.value(), "DESIGNER", "ISSUER").andExpect(redirectedUrl(members));
        assertThat(rolesOf(address)).isEmpty();

        var person = people.confirmed(address, "New Colleague", Locale.ENGLISH);

        assertThat(organisations.roles(college.id(), person.id()))
                .containsExactlyInAnyOrder(Role.DESIGNER, Role.ISSUER);
        http.perform(get(members).with(fixtures.as(admin)))
                .andExpect(content().string(containsString("New Colleague")))
                .andExpect(content().string(not(containsString("/withdrawal"))));
    }

    @Test
    void the_invitation_is_a_letter_that_names_the_organisation() throws Exception {
        var address = fixtures.anAddress();

        invite(address.value(), "ISSUER");

        assertThat(lettersTo(address)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).contains(college.legalName());
            assertThat(letter.text()).contains("/login").contains("Issuer");
        });
    }

    @Test
    void inviting_again_sends_another_letter_and_keeps_one_invitation() throws Exception {
        var address = fixtures.anAddress();
        invite(address.value(), "ISSUER");
        invite(address.value().toUpperCase(Locale.ROOT), "DESIGNER");

        var person = people.confirmed(address, "Colleague", Locale.ENGLISH);

        assertThat(lettersTo(address)).hasSize(2);
        assertThat(organisations.roles(college.id(), person.id())).containsExactly(Role.DESIGNER);
    }

    @Test
    void joining_adds_to_the_roles_somebody_has() throws Exception {
        var colleague = fixtures.aMember(college, Role.DESIGNER);
        var address = people.emails(colleague.id()).getFirst().address();
        invite(address.value(), "REVIEWER");

        people.confirmed(address, "Colleague", Locale.ENGLISH);

        assertThat(organisations.roles(college.id(), colleague.id()))
                .containsExactlyInAnyOrder(Role.DESIGNER, Role.REVIEWER);
    }

    @Test
    void a_withdrawn_invitation_opens_nothing() throws Exception {
        var address = fixtures.anAddress();
        invite(address.value(), "ADMIN");
        var page = http.perform(get(members).with(fixtures.as(admin)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var withdrawal = page.replaceAll("(?s).*?action=\"([^\"]*withdrawal)\".*", "$1");

        http.perform(post(withdrawal).with(fixtures.as(admin)).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(address.value())));
        http.perform(post(withdrawal)
                        .param("sure", "true")
                        .with(fixtures.as(admin))
                        .with(csrf()))
                .andExpect(redirectedUrl(members));
        people.confirmed(address, "Too Late", Locale.ENGLISH);

        assertThat(rolesOf(address)).isEmpty();
    }

    @Test
    void another_organisations_admin_cannot_withdraw_an_invitation() throws Exception {
        var address = fixtures.anAddress();
        invite(address.value(), "ISSUER");
        var page = http.perform(get(members).with(fixtures.as(admin)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var id = page.replaceAll("(?s).*?invitations/([0-9a-f-]{36})/withdrawal.*", "$1");
        var other = fixtures.anInstitution();
        var stranger = fixtures.aMember(other, Role.ADMIN);

        http.perform(post("/o/" + other.slug() + "/members/invitations/" + id + "/withdrawal")
                        .with(fixtures.as(stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound());

        people.confirmed(address, "Colleague", Locale.ENGLISH);
        assertThat(rolesOf(address)).containsExactly(Role.ISSUER);
    }

    @Test
    void what_was_typed_stays_when_the_address_is_none() throws Exception {
        invite("nobody at home", "ISSUER")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("nobody at home")))
                .andExpect(content().string(containsString("f-email-error")));
    }

    @Test
    void an_institution_cannot_make_an_operator() throws Exception {
        var address = fixtures.anAddress();

        invite(address.value(), "OPERATOR").andExpect(status().isBadRequest());

        assertThat(lettersTo(address)).isEmpty();
    }

    @Test
    void an_admin_changes_roles_and_it_is_written_down() throws Exception {
        var colleague = fixtures.aMember(college, Role.DESIGNER);

        http.perform(post(members + "/" + colleague.id())
                        .param("roles", "ISSUER", "REVIEWER")
                        .with(fixtures.as(admin))
                        .with(csrf()))
                .andExpect(redirectedUrl(members));

        assertThat(organisations.roles(college.id(), colleague.id()))
                .containsExactlyInAnyOrder(Role.ISSUER, Role.REVIEWER);
        assertThat(audit.of(college.id().value(), 1)).singleElement().satisfies(deed -> {
            assertThat(deed.actor()).isEqualTo("person:" + admin.id());
            assertThat(deed.action()).isEqualTo("member.roles");
            assertThat(deed.subject()).isEqualTo("person:" + colleague.id());
        });
    }

    @Test
    void a_member_is_removed_only_after_a_yes() throws Exception {
        var colleague = fixtures.aMember(college, Role.ISSUER);
        var removal = members + "/" + colleague.id() + "/removal";

        http.perform(post(removal).with(fixtures.as(admin)).with(csrf())).andExpect(status().isBadRequest());
        assertThat(organisations.roles(college.id(), colleague.id())).containsExactly(Role.ISSUER);

        http.perform(post(removal)
                        .param("sure", "true")
                        .with(fixtures.as(admin))
                        .with(csrf()))
                .andExpect(redirectedUrl(members));
        assertThat(organisations.roles(college.id(), colleague.id())).isEmpty();
    }

    @Test
    void the_last_admin_can_neither_step_down_nor_be_removed() throws Exception {
        var own = members + "/" + admin.id();

        http.perform(post(own).param("roles", "ISSUER").with(fixtures.as(admin)).with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("last admin")));
        http.perform(post(own + "/removal")
                        .param("sure", "true")
                        .with(fixtures.as(admin))
                        .with(csrf()))
                .andExpect(status().isBadRequest());

        assertThat(organisations.roles(college.id(), admin.id())).containsExactly(Role.ADMIN);
    }

    @Test
    void two_admins_cannot_remove_each_other_at_the_same_time() throws Exception {
        var second = fixtures.aMember(college, Role.ADMIN);

        var removals = List.of(admin, second).parallelStream()
                .map(person -> refused(() -> organisations.setRoles(college.id(), person.id(), Set.of(), "system")))
                .toList();

        assertThat(removals).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void a_person_of_another_organisation_is_not_there() throws Exception {
        var stranger = fixtures.aMember(fixtures.anInstitution(), Role.ISSUER);

        http.perform(get(members + "/" + stranger.id()).with(fixtures.as(admin)))
                .andExpect(status().isNotFound());
        http.perform(post(members + "/" + stranger.id())
                        .param("roles", "ISSUER")
                        .with(fixtures.as(admin))
                        .with(csrf()))
                .andExpect(status().isNotFound());

        assertThat(organisations.roles(college.id(), stranger.id())).isEmpty();
    }

    private ResultActions invite(String email, String... roles) throws Exception {
        return http.perform(post(members + "/invitations")
                .param("email", email)
                .param("roles", roles)
                .with(fixtures.as(admin))
                .with(csrf()));
    }

    private static boolean refused(Runnable deed) {
        try {
            deed.run();
            return false;
        } catch (InputException e) {
            return true;
        }
    }

    private Set<Role> rolesOf(EmailAddress address) {
        return people.byEmail(address)
                .map(person -> organisations.roles(college.id(), person.id()))
                .orElse(Set.of());
    }

    private List<Post.Posted> lettersTo(EmailAddress address) {
        return post.newest(200).stream()
                .filter(letter -> letter.to().equals(address.value()))
                .toList();
    }
}
