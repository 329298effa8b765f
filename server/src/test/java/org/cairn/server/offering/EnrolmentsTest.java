package org.cairn.server.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cairn.server.offering.OfferingFixtures.aPublishedSpec;
import static org.cairn.server.offering.OfferingFixtures.anOpenCourse;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.web.ConflictException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;

@CairnTest
class EnrolmentsTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Autowired
    Offerings offerings;

    @Autowired
    Enrolments enrolments;

    @Autowired
    UserDetailsService principals;

    @Autowired
    JdbcClient jdbc;

    private Organisation school;
    private OfferingId course;

    @BeforeEach
    void aSchoolWithACourse() {
        school = fixtures.anInstitution();
        var by = fixtures.acting(school, Role.DESIGNER);
        course = offerings.open(by, aPublishedSpec(specs, by), anOpenCourse());
    }

    @Test
    void of_many_who_want_the_last_place_at_once_one_gets_it() throws Exception {
        jdbc.sql("update offering set places = 1 where id = :id")
                .param("id", course.value())
                .update();
        List<Callable<Boolean>> wishes =
                IntStream.range(0, 8).mapToObj(n -> learner()).map(this::wish).toList();

        try (var crowd = Executors.newFixedThreadPool(8)) {
            var got = crowd.invokeAll(wishes);

            assertThat(got).extracting(one -> one.get()).containsOnlyOnce(true).hasSize(8);
        }
        assertThat(enrolments.in(school.id(), course)).hasSize(1);
    }

    private Callable<Boolean> wish(SignedIn learner) {
        return () -> {
            try {
                enrolments.enrol(learner, course);
                return true;
            } catch (ConflictException full) {
                return false;
            }
        };
    }

    @Test
    void who_takes_part_cannot_enrol_twice_but_can_come_back_after_withdrawing() {
        var me = learner();
        var first = enrolments.enrol(me, course);
        assertThatThrownBy(() -> enrolments.enrol(me, course))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.key()).isEqualTo("enrolment.conflict.already"));

        enrolments.withdraw(me, first);
        enrolments.enrol(me, course);

        assertThat(enrolments.of(me.person()))
                .extracting(Enrolment::status)
                .containsExactly(Enrolment.Status.ENROLLED, Enrolment.Status.WITHDRAWN);
    }

    @Test
    void what_was_closed_takes_nobody() {
        offerings.close(fixtures.acting(school, Role.DESIGNER), course);

        assertThatThrownBy(() -> enrolments.enrol(learner(), course))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.key()).isEqualTo("enrolment.conflict.over"));
    }

    @Test
    void the_provider_says_once_how_it_ended() {
        var me = learner();
        var enrolment = enrolments.enrol(me, course);
        var by = fixtures.acting(school, Role.ISSUER);

        enrolments.conclude(by, enrolment, Enrolment.Status.COMPLETED);

        assertThat(enrolments.mine(me.person(), enrolment).status()).isEqualTo(Enrolment.Status.COMPLETED);
        assertThatThrownBy(() -> enrolments.conclude(by, enrolment, Enrolment.Status.FAILED))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> enrolments.withdraw(me, enrolment)).isInstanceOf(ConflictException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void learner_and_provider_do_it_on_pages_in_their_language(String language) throws Exception {
        var learner = fixtures.aPerson(fixtures.anAddress());
        var home = "/o/" + school.slug();
        var designer = fixtures.aMember(school, Role.DESIGNER);
        http.perform(post("/portfolio/enrolments")
                        .param("offering", course.toString())
                        .with(fixtures.as(learner))
                        .with(csrf()))
                .andExpect(redirectedUrl("/portfolio/enrolments"));
        var enrolment = enrolments.of(learner.id()).getFirst().id();

        assertPage("/portfolio/enrolments", learner, language);
        assertPage(home + "/offerings/" + course + "/people", designer, language);
        http.perform(post("/portfolio/enrolments/" + enrolment + "/withdraw")
                        .param("lang", language)
                        .with(fixtures.as(learner))
                        .with(csrf()))
                .andExpect(status().isOk());
        http.perform(post(home + "/enrolments/" + enrolment + "/end")
                        .param("how", "FAILED")
                        .with(fixtures.as(designer))
                        .with(csrf()))
                .andExpect(redirectedUrl(home + "/offerings/" + course + "/people"));

        assertThat(enrolments.mine(learner.id(), enrolment).status()).isEqualTo(Enrolment.Status.FAILED);
    }

    private void assertPage(String path, Person reader, String language) throws Exception {
        var page = Jsoup.parse(http.perform(get(path).param("lang", language).with(fixtures.as(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.html()).doesNotContain("??");
        assertThat(page.select("tbody tr")).hasSize(1);
    }

    private SignedIn learner() {
        var address = fixtures.anAddress();
        fixtures.aPerson(address);
        return (SignedIn) principals.loadUserByUsername(address.value());
    }
}
