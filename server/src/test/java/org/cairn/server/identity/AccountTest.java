package org.cairn.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.operate.Post;
import org.cairn.server.web.Flash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@CairnTest
class AccountTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    People people;

    @Autowired
    Post post;

    private EmailAddress first;
    private Person me;

    @BeforeEach
    void somebodyWithOneAddress() {
        first = fixtures.anAddress();
        me = fixtures.aPerson(first);
    }

    @Test
    void a_session_goes_on_under_the_new_name() throws Exception {
        var session = signedIn();

        http.perform(post("/account")
                        .session(session)
                        .param("name", "  Amina Haddad ")
                        .param("language", "es")
                        .with(csrf()))
                .andExpect(redirectedUrl("/account"));

        assertThat(people.byId(me.id())).contains(new Person(me.id(), "Amina Haddad", Locale.of("es")));
        http.perform(get("/account").session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<bdi>Amina Haddad</bdi>")));
    }

    @Test
    void a_name_is_needed_and_the_rest_stays_as_it_was() throws Exception {
        http.perform(post("/account")
                        .param("name", " ")
                        .param("language", "ar")
                        .with(fixtures.as(me))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("f-name-error")));

        assertThat(people.byId(me.id()).map(Person::language)).contains(Locale.ENGLISH);
    }

    @Test
    void an_address_is_added_by_the_button_behind_the_mailed_link() throws Exception {
        var second = fixtures.anAddress();
        var token = askFor(second);

        http.perform(get("/account/emails/confirm").param("token", token).with(fixtures.as(me)))
                .andExpect(status().isOk());
        assertThat(addresses()).containsExactly(first);

        assertThat(confirm(me, token)).isEqualTo("ok");
        assertThat(addresses()).containsExactlyInAnyOrder(first, second);
        assertThat(confirm(me, token)).isEqualTo("error");
    }

    @Test
    void an_address_of_somebody_else_is_not_taken_over() throws Exception {
        var theirs = fixtures.anAddress();
        var owner = fixtures.aPerson(theirs);
        var token = askFor(theirs);

        assertThat(confirm(me, token)).isEqualTo("error");

        assertThat(people.byEmail(theirs)).contains(owner);
        assertThat(addresses()).containsExactly(first);
    }

    @Test
    void a_link_that_another_account_asked_for_adds_nothing_to_anybody() throws Exception {
        var wanted = fixtures.anAddress();
        var token = askFor(wanted);
        var reader = fixtures.aPerson(fixtures.anAddress());

        assertThat(confirm(reader, token)).isEqualTo("error");

        assertThat(people.byEmail(wanted)).isEmpty();
    }

    @Test
    void the_last_address_stays() throws Exception {
        remove(first);

        assertThat(addresses()).containsExactly(first);
    }

    @Test
    void after_removing_the_first_address_letters_go_to_the_other() throws Exception {
        var second = fixtures.anAddress();
        people.addEmail(me.id(), second);
        assertThat(people.emails(me.id()))
                .containsExactly(new People.OwnEmail(first, true), new People.OwnEmail(second, false));

        remove(first);

        assertThat(people.emails(me.id())).containsExactly(new People.OwnEmail(second, true));
    }

    @Test
    void letters_go_where_she_wants_them() throws Exception {
        var second = fixtures.anAddress();
        people.addEmail(me.id(), second);

        http.perform(post("/account/emails/primary")
                        .param("email", second.value())
                        .with(fixtures.as(me))
                        .with(csrf()))
                .andExpect(redirectedUrl("/account"));

        assertThat(people.emails(me.id()))
                .containsExactly(new People.OwnEmail(second, true), new People.OwnEmail(first, false));
    }

    @Test
    void nobody_touches_somebody_elses_address() throws Exception {
        var theirs = fixtures.anAddress();
        var owner = fixtures.aPerson(theirs);
        people.addEmail(me.id(), fixtures.anAddress());

        remove(theirs);
        http.perform(post("/account/emails/primary")
                        .param("email", theirs.value())
                        .with(fixtures.as(me))
                        .with(csrf()))
                .andExpect(status().isNotFound());

        assertThat(people.byEmail(theirs)).contains(owner);
    }

    private String askFor(EmailAddress address) throws Exception {
        http.perform(post("/account/emails")
                        .param("email", address.value())
                        .with(fixtures.as(me))
                        .with(csrf()))
                .andExpect(redirectedUrl("/account"));
        var letter = post.newest(200).stream()
                .filter(l -> l.to().equals(address.value()))
                .findFirst()
                .orElseThrow();
        var link = Pattern.compile("confirm\\?token=([A-Za-z0-9_-]+)").matcher(letter.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void an_address_is_removed_only_after_a_second_look() throws Exception {
        people.addEmail(me.id(), fixtures.anAddress());

        http.perform(post("/account/emails/removal")
                        .param("email", first.value())
                        .with(fixtures.as(me))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"sure\" value=\"true\"")))
                .andExpect(content().string(containsString("name=\"email\" value=\"" + first + "\"")));

        assertThat(people.emails(me.id())).hasSize(2);
    }

    private String confirm(Person by, String token) throws Exception {
        return kind(http.perform(post("/account/emails/confirm")
                        .param("token", token)
                        .with(fixtures.as(by))
                        .with(csrf()))
                .andExpect(redirectedUrl("/account"))
                .andReturn());
    }

    private void remove(EmailAddress address) throws Exception {
        http.perform(post("/account/emails/removal")
                        .param("email", address.value())
                        .param("sure", "true")
                        .with(fixtures.as(me))
                        .with(csrf()))
                .andExpect(redirectedUrl("/account"));
    }

    private static String kind(MvcResult result) {
        return Objects.requireNonNull((List<?>) result.getFlashMap().get("flash")).stream()
                .map(line -> ((Flash.Line) line).kind())
                .findFirst()
                .orElseThrow();
    }

    private List<EmailAddress> addresses() {
        return people.emails(me.id()).stream().map(People.OwnEmail::address).toList();
    }

    private MockHttpSession signedIn() throws Exception {
        http.perform(post("/ott/generate").param("username", first.value()).with(csrf()));
        var letter = post.newest(200).stream()
                .filter(l -> l.to().equals(first.value()))
                .findFirst()
                .orElseThrow();
        var link = Pattern.compile("token=([A-Za-z0-9_-]+)").matcher(letter.text());
        assertThat(link.find()).isTrue();
        var session = http.perform(
                        post("/login/ott").param("token", link.group(1)).with(csrf()))
                .andReturn()
                .getRequest()
                .getSession();
        return (MockHttpSession) Objects.requireNonNull(session);
    }
}
