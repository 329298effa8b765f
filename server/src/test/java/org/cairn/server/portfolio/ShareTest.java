package org.cairn.server.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.portfolio.Learners.Learner;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@CairnTest
class ShareTest {
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

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
    OwnShares own;

    @Autowired
    Shares shares;

    @Autowired
    InstantSource time;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_link_shows_what_was_chosen_to_whoever_has_it() throws Exception {
        var learner = learners.aLearner();

        var path = own.path(learner.person().id(), shared(learner));

        http.perform(get(path).accept("text/html"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(Learners.TITLE)))
                .andExpect(content().string(containsString("Caf\u00e9 Luna")))
                .andExpect(content().string(containsString("/verify?share=" + path.substring(3))))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    @Test
    void programs_get_the_documents_as_they_were_signed() throws Exception {
        var learner = learners.aLearner();

        var path = own.path(learner.person().id(), shared(learner));

        http.perform(get(path).accept("application/vc+ld+json"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", containsString("application/vc+ld+json")))
                .andExpect(content()
                        .string("{\"verifiableCredential\":["
                                + learner.credential().json() + "]}"));
    }

    @Test
    void the_form_makes_a_link_and_keeps_what_was_typed_when_it_cannot() throws Exception {
        var learner = learners.aLearner();

        http.perform(post("/portfolio/shares")
                        .param("purpose", "Harbour office")
                        .param("until", "DATE")
                        .param("date", "no day")
                        .param("credentials", learner.credential().id().value().toString())
                        .with(fixtures.as(learner.person()))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("f-date-error")))
                .andExpect(content().string(containsString("Harbour office")));
        assertThat(own.of(learner.person().id())).isEmpty();

        http.perform(post("/portfolio/shares")
                        .param("until", "WEEK")
                        .param("credentials", learner.credential().id().value().toString())
                        .with(fixtures.as(learner.person()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(own.of(learner.person().id())).hasSize(1);
    }

    @Test
    void nobody_shares_what_is_not_hers() {
        var learner = learners.aLearner();
        var other = learners.aLearner();

        var wish = new Share.Wish(
                List.of(other.credential().id()),
                Optional.empty(),
                time.instant().plus(Duration.ofDays(1)));

        assertThatThrownBy(() -> own.create(learner.person().id(), wish)).isInstanceOf(InputException.class);
    }

    @Test
    void nobody_reaches_the_links_of_others() throws Exception {
        var learner = learners.aLearner();
        var id = shared(learner);
        var stranger = fixtures.as(learners.aLearner().person());

        http.perform(get("/portfolio/shares/" + id).with(stranger)).andExpect(status().isNotFound());
        http.perform(get("/portfolio/shares/" + id + "/qr.svg").with(stranger)).andExpect(status().isNotFound());
        http.perform(post("/portfolio/shares/" + id + "/end").with(stranger).with(csrf()))
                .andExpect(status().isNotFound());
        http.perform(post("/portfolio/shares/" + id + "/extend")
                        .param("until", "YEAR")
                        .with(stranger)
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(own.one(learner.person().id(), id).endedAt()).isEmpty();
    }

    @Test
    void an_opening_is_listed_once_per_visit_and_never_the_owners_own() throws Exception {
        var learner = learners.aLearner();
        var id = shared(learner);
        var path = own.path(learner.person().id(), id);

        http.perform(get(path).accept("text/html").header("User-Agent", BROWSER));
        http.perform(get(path).accept("text/html").header("User-Agent", BROWSER));
        http.perform(get(path).header("User-Agent", "curl/8.5.0"));
        http.perform(get(path).accept("text/html").with(fixtures.as(learner.person())));

        assertThat(own.openings(learner.person().id(), id))
                .extracting(Share.Opening::client)
                .containsExactlyInAnyOrder(Visit.Client.FIREFOX, Visit.Client.PROGRAM);
    }

    @Test
    void peeking_is_not_an_opening() {
        var learner = learners.aLearner();
        var id = shared(learner);

        var seen = shares.peek(own.path(learner.person().id(), id).substring(3));

        assertThat(seen).hasValueSatisfying(s -> assertThat(s.credentials()).containsExactly(learner.credential()));
        assertThat(own.openings(learner.person().id(), id)).isEmpty();
    }

    @Test
    void an_ended_link_shows_nothing_at_once_and_for_good() throws Exception {
        var learner = learners.aLearner();
        var id = shared(learner);
        var path = own.path(learner.person().id(), id);

        http.perform(post("/portfolio/shares/" + id + "/end")
                        .with(fixtures.as(learner.person()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/portfolio/shares"));

        http.perform(get(path).accept("text/html"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("does not work any more")));
        http.perform(get(path).accept("application/json")).andExpect(status().isNotFound());
        assertThatThrownBy(() ->
                        own.extend(learner.person().id(), id, time.instant().plus(Duration.ofDays(9))))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void an_expired_link_shows_nothing_until_it_is_extended() throws Exception {
        var learner = learners.aLearner();
        var id = shared(learner);
        var path = own.path(learner.person().id(), id);
        jdbc.sql("update share set expires_at = :past where id = :id")
                .param("past", time.instant().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();

        http.perform(get(path).accept("text/html")).andExpect(status().isNotFound());
        http.perform(get("/portfolio/shares").with(fixtures.as(learner.person())))
                .andExpect(content().string(containsString("Expired")));
        http.perform(post("/portfolio/shares/" + id + "/extend")
                        .param("until", "WEEK")
                        .with(fixtures.as(learner.person()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/portfolio/shares/" + id));

        http.perform(get(path).accept("text/html")).andExpect(status().isOk());
    }

    @Test
    void an_unknown_link_looks_like_an_ended_one() throws Exception {
        http.perform(get("/s/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").accept("text/html"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("does not work any more")));
    }

    @Test
    void a_link_ends_in_the_past_or_in_ten_years_for_nobody() {
        var learner = learners.aLearner();

        assertThatThrownBy(() -> shared(learner, Duration.ofSeconds(-1))).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> shared(learner, Duration.ofDays(3660))).isInstanceOf(InputException.class);
    }

    @Test
    void the_table_alone_opens_no_link() {
        var learner = learners.aLearner();
        var id = shared(learner);
        var token = own.path(learner.person().id(), id).substring(3);

        var row = jdbc.sql("select row_to_json(s)::text from share s where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();

        assertThat(token).hasSize(43);
        assertThat(row).doesNotContain(token);
    }

    @Test
    void the_owner_sees_her_link_again_with_its_code() throws Exception {
        var learner = learners.aLearner();
        var id = shared(learner);

        http.perform(get("/portfolio/shares/" + id).with(fixtures.as(learner.person())))
                .andExpect(content()
                        .string(containsString(own.path(learner.person().id(), id))));
        http.perform(get("/portfolio/shares/" + id + "/qr.svg").with(fixtures.as(learner.person())))
                .andExpect(content().contentType("image/svg+xml"));
        assertThatThrownBy(() -> own.path(learners.aLearner().person().id(), id))
                .isInstanceOf(NotFoundException.class);
    }

    private ShareId shared(Learner learner) {
        return shared(learner, Duration.ofDays(30));
    }

    private ShareId shared(Learner learner, Duration lasting) {
        return own.create(
                learner.person().id(),
                new Share.Wish(
                        List.of(learner.credential().id()),
                        Optional.of("Caf\u00e9 Luna"),
                        time.instant().plus(lasting)));
    }
}
