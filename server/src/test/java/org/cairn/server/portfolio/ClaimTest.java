package org.cairn.server.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.award.Award;
import org.cairn.server.award.Awards;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.operate.CairnSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@CairnTest
class ClaimTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    Learners learners;

    @Autowired
    void learners(AutowireCapableBeanFactory beans) {
        learners = beans.createBean(Learners.class);
    }

    @Autowired
    Awards awards;

    @Autowired
    People people;

    @Autowired
    CairnSettings settings;

    @Test
    void the_letters_link_says_what_awaits_and_takes_nothing() throws Exception {
        var award = learners.awarded(learners.anIssuer(), Optional.of(fixtures.anAddress()));

        http.perform(get(learners.letterPath(award)).with(aVisitor()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(Learners.TITLE)))
                .andExpect(content().string(containsString("Nadia")))
                .andExpect(content().string(not(containsString("Haddad"))));

        assertThat(again(award).isClaimed()).isFalse();
    }

    @Test
    void who_presses_the_button_behind_the_letter_is_signed_in_and_holds_it() throws Exception {
        var address = fixtures.anAddress();
        var award = learners.awarded(learners.anIssuer(), Optional.of(address));
        var session = new MockHttpSession();

        take(secret(award), aVisitor(), session)
                .andExpect(redirectedUrl(
                        "/portfolio/" + learners.credentialOf(award).id().value()));

        assertThat(again(award).recipient().holder())
                .isEqualTo(people.byEmail(address).map(Person::id));
        http.perform(get("/portfolio").session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(Learners.TITLE)))
                .andExpect(content().string(not(containsString("add an address now"))));
    }

    @Test
    void signing_in_by_letter_leaves_the_session_of_before_behind() throws Exception {
        var award = learners.awarded(learners.anIssuer(), Optional.of(fixtures.anAddress()));
        var cookies = new CookieManager();
        try (var browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            var page = browser.send(
                    HttpRequest.newBuilder(settings.address(learners.letterPath(award)))
                            .build(),
                    BodyHandlers.ofString());
            var before = List.copyOf(cookies.getCookieStore().getCookies());
            var form = "secret=" + secret(award) + "&_csrf=" + token(page.body());

            var answer = browser.send(
                    HttpRequest.newBuilder(settings.address("/claim/take"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(before).hasSize(1);
            assertThat(cookies.getCookieStore().getCookies())
                    .hasSize(1)
                    .extracting(HttpCookie::getValue)
                    .doesNotContain(before.getFirst().getValue());
        }
    }

    @Test
    void a_letter_used_before_opens_no_session() throws Exception {
        var award = learners.awarded(learners.anIssuer(), Optional.of(fixtures.anAddress()));
        take(secret(award), aVisitor(), new MockHttpSession());

        var session = new MockHttpSession();
        take(secret(award), aVisitor(), session)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("claimed already")));
        http.perform(get(learners.letterPath(award)).with(aVisitor())).andExpect(status().isConflict());

        http.perform(get("/portfolio").session(session)).andExpect(redirectedUrl("/login"));
    }

    @Test
    void who_is_signed_in_gets_it_into_her_portfolio_even_at_another_address() throws Exception {
        var award = learners.awarded(learners.anIssuer(), Optional.of(fixtures.anAddress()));
        var person = fixtures.aPerson(fixtures.anAddress());

        http.perform(post("/claim/take")
                        .param("secret", secret(award))
                        .with(fixtures.as(person))
                        .with(csrf())
                        .with(aVisitor()))
                .andExpect(status().is3xxRedirection());

        assertThat(again(award).recipient().holder()).contains(person.id());
    }

    @Test
    void a_second_person_is_told_that_it_has_a_holder() throws Exception {
        var award = learners.awarded(learners.anIssuer(), Optional.of(fixtures.anAddress()));
        take(secret(award), aVisitor(), new MockHttpSession());

        http.perform(post("/claim/take")
                        .param("secret", secret(award))
                        .with(fixtures.as(fixtures.aPerson(fixtures.anAddress())))
                        .with(csrf())
                        .with(aVisitor()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("another account")));
    }

    @Test
    void a_code_on_paper_needs_neither_account_nor_address() throws Exception {
        var award = learners.awarded(learners.anIssuer(), Optional.empty());
        var code = learners.codeOf(award);
        var session = new MockHttpSession();

        http.perform(post("/claim")
                        .param("code", code.toLowerCase(Locale.ROOT))
                        .with(csrf())
                        .with(aVisitor()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nadia")));
        take(code, aVisitor(), session).andExpect(status().is3xxRedirection());

        var holder = again(award).recipient().holder().orElseThrow();
        assertThat(people.emails(holder)).isEmpty();
        var page = "/portfolio/" + learners.credentialOf(award).id().value();
        http.perform(get(page).session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("add an address now")));
        http.perform(get(page + "/badge.pdf").session(session)).andExpect(status().isOk());
    }

    @Test
    void a_used_code_and_an_unknown_one_get_the_same_answer() throws Exception {
        var award = learners.awarded(learners.anIssuer(), Optional.empty());
        var code = learners.codeOf(award);
        take(code, aVisitor(), new MockHttpSession());

        var used = http.perform(post("/claim").param("code", code).with(csrf()).with(aVisitor()))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var unknown = http.perform(post("/claim")
                        .param("code", "2222-3333-4444")
                        .with(csrf())
                        .with(aVisitor()))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(main(used).replace(code, "")).isEqualTo(main(unknown).replace("2222-3333-4444", ""));
    }

    @Test
    void trying_codes_is_stopped_per_visitor() throws Exception {
        var guesser = aVisitor();
        for (var i = 0; i < 20; i++) {
            http.perform(post("/claim").param("code", "GUESS" + i).with(csrf()).with(guesser))
                    .andExpect(status().isNotFound());
        }

        http.perform(post("/claim").param("code", "GUESS").with(csrf()).with(guesser))
                .andExpect(status().isTooManyRequests());
        http.perform(post("/claim/take").param("secret", "GUESS").with(csrf()).with(guesser))
                .andExpect(status().isTooManyRequests());
        http.perform(post("/claim").param("code", "GUESS").with(csrf()).with(aVisitor()))
                .andExpect(status().isNotFound());
    }

    /// The institution knows the code: were it taken for a letter, it could sign in as anybody it names.
    @ParameterizedTest
    @ValueSource(strings = {"", "                                                ", "------------------------------"})
    void a_code_from_paper_proves_no_address_however_it_is_padded(String padding) throws Exception {
        var address = fixtures.anAddress();
        var issuer = learners.anIssuer();
        var paper = learners.awarded(issuer, Optional.empty());
        var code = learners.codeOf(paper);
        learners.addressLearnt(issuer, paper, address);
        var session = new MockHttpSession();

        take(code + padding, aVisitor(), session);

        assertThat(people.byEmail(address)).isEmpty();
    }

    @Test
    void a_class_behind_one_address_of_its_school_claims_without_waiting() throws Exception {
        var school = aVisitor();
        var issuer = learners.anIssuer();
        for (var i = 0; i < 15; i++) {
            var award = learners.awarded(issuer, Optional.of(fixtures.anAddress()));
            http.perform(get(learners.letterPath(award)).with(school)).andExpect(status().isOk());
            take(secret(award), school, new MockHttpSession()).andExpect(status().is3xxRedirection());
        }
    }

    @Test
    void a_claim_leaves_a_trace() throws Exception {
        var award = learners.awarded(learners.anIssuer(), Optional.of(fixtures.anAddress()));

        take(secret(award), aVisitor(), new MockHttpSession());

        assertThat(learners.deeds(award)).containsOnlyOnce("award.claimed");
    }

    private ResultActions take(String secret, RequestPostProcessor visitor, MockHttpSession session) throws Exception {
        return http.perform(post("/claim/take")
                .param("secret", secret)
                .session(session)
                .with(csrf())
                .with(visitor));
    }

    private String secret(Award award) {
        return learners.letterPath(award).substring("/claim/".length());
    }

    private Award again(Award award) {
        return awards.byIds(List.of(award.id())).getFirst();
    }

    private static String token(String page) {
        var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return URLEncoder.encode(found.group(1), StandardCharsets.UTF_8);
    }

    /// What stands between the tags of the content, without the request token.
    private static String main(String page) {
        var from = page.indexOf("<main");
        return page.substring(from, page.indexOf("</main>")).replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    /// Somebody at an address of her own, so that the tests do not use up each other's tries.
    private static RequestPostProcessor aVisitor() {
        var address = UUID.randomUUID().toString();
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
