package org.cairn.server.navigate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.offering.OfferingId;
import org.cairn.server.offering.OfferingTerms;
import org.cairn.server.offering.Offerings;
import org.cairn.skills.gap.Gap;
import org.cairn.skills.gap.Level;
import org.cairn.skills.taxonomy.ConceptUri;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CairnTest
class NavigateTest {
    private static final ConceptUri DATA_ANALYST =
            new ConceptUri("http://data.europa.eu/esco/occupation/d3edb8f8-3a06-47a0-8fb9-9b212c006aa2");
    private static final String SKILL = "http://data.europa.eu/esco/skill/";
    private static final ConceptUri DATABASES = new ConceptUri(SKILL + "4463a721-69f3-413d-8321-43e3af13a4f1");
    private static final ConceptUri MINING = new ConceptUri(SKILL + "25f0ea33-b4a2-4f31-b7b4-7d20e827b180");
    private static final ConceptUri STATISTICS = new ConceptUri(SKILL + "382c11ed-20d5-4ae7-b60e-15fec527fa6c");

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Autowired
    Offerings offerings;

    @Autowired
    Goals goals;

    @Autowired
    Planning planning;

    @Autowired
    SaidSkills own;

    private Person me;
    private Acting school;

    @BeforeEach
    void aLearnerAndASchool() {
        me = fixtures.aPerson(fixtures.anAddress());
        school = fixtures.acting(fixtures.anInstitution(), Role.DESIGNER, Role.ISSUER);
    }

    @Test
    void what_an_occupation_asks_for_becomes_a_goal_that_can_be_contested() throws Exception {
        var goal = aGoal();
        var path = "/portfolio/goals/" + goal;
        var before = gap(goal);

        ask(post(path + "/want")
                        .param("skill", MINING.value())
                        .param("dropped", "true")
                        .param("weight", "100"))
                .andExpect(redirectedUrl(path));

        assertThat(before.lines()).extracting(line -> line.need().skill()).contains(MINING, DATABASES);
        assertThat(gap(goal).lines()).extracting(line -> line.need().skill()).doesNotContain(MINING);
        assertThat(page(ask(get(path))).text()).contains("Taken out by you", "data mining");

        ask(post(path + "/want")
                        .param("skill", MINING.value())
                        .param("weight", "40")
                        .param("level", "3"))
                .andExpect(redirectedUrl(path));
        assertThat(gap(goal).lines())
                .filteredOn(line -> line.need().skill().equals(MINING))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.need().importance()).isEqualTo(0.4);
                    assertThat(line.need().level()).isEqualTo(Level.ADVANCED);
                });
    }

    @Test
    void what_she_says_she_can_do_narrows_the_gap_until_she_takes_it_back() throws Exception {
        var goal = aGoal();
        ask(post("/portfolio/skills")
                        .param("skill", DATABASES.value())
                        .param("level", "3")
                        .param("words", "Stock lists"))
                .andExpect(redirectedUrl("/portfolio/skills"));

        assertThat(stateOf(goal, DATABASES)).isEqualTo(Gap.State.MET);
        assertThat(page(ask(get("/portfolio/skills"))).text()).contains("use databases", "Stock lists");

        ask(post("/portfolio/skills/forget").param("skill", DATABASES.value()));
        assertThat(stateOf(goal, DATABASES)).isEqualTo(Gap.State.OPEN);
    }

    @Test
    void decisions_about_a_text_are_kept_with_their_words() throws Exception {
        ask(post("/portfolio/skills/decide")
                        .param("skill", DATABASES.value(), MINING.value())
                        .param("take", DATABASES.value())
                        .param("level.0", "1")
                        .param("words.0", "kept the stock database"))
                .andExpect(redirectedUrl("/portfolio/skills"));

        assertThat(own.of(me.id()))
                .extracting(OwnSkill::skill, OwnSkill::accepted, OwnSkill::words)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(DATABASES, true, "kept the stock database"),
                        org.assertj.core.groups.Tuple.tuple(MINING, false, ""));
    }

    @Test
    void a_plan_keeps_to_budget_and_what_a_course_asks_for_and_is_followed_step_by_step() throws Exception {
        var statistics = aCourse("Statistics", STATISTICS, Optional.empty(), "50");
        var mining = aCourse("Mining", MINING, Optional.of(STATISTICS), "120");
        var goal = aGoal();
        budget(goal, "40");
        assertThat(shown(goal)).doesNotContain(statistics.toString(), mining.toString());

        budget(goal, "170");
        assertThat(shown(goal)).contains(statistics.toString(), mining.toString());

        budget(goal, "120");
        var pathway = ask(post("/portfolio/goals/" + goal + "/plan/choose")
                        .param("offering", statistics.toString())
                        .param("how", "exclude"))
                .andReturn();
        assertThat(pathway.getResponse().getRedirectedUrl()).endsWith("/plan");
        assertThat(shown(goal)).doesNotContain(statistics.toString(), mining.toString());

        budget(goal, "500");
        ask(post("/portfolio/goals/" + goal + "/plan/choose")
                .param("offering", statistics.toString())
                .param("how", "leave"));
        var following = follow(goal);
        assertThat(following).startsWith("/portfolio/pathways/");
        ask(post(following + "/enrol").param("offering", statistics.toString())).andExpect(redirectedUrl(following));

        var page = page(ask(get(following)));
        assertThat(page.select("tr:contains(Statistics)").text()).contains("Running");
        assertThat(page.select("tr:contains(Mining)").text()).contains("Planned");
    }

    @Test
    void says_why_something_is_in_the_plan_and_why_something_is_not() throws Exception {
        var statistics = aCourse("Statistics", STATISTICS, Optional.empty(), "50");
        var dear = aCourse("Dear statistics", STATISTICS, Optional.empty(), "5000");
        var goal = aGoal();

        assertThat(why(goal, statistics)).contains("It is in the plan and closes");
        assertThat(why(goal, dear)).contains("It costs more than is left of your budget.");
    }

    @Test
    void terms_that_cannot_be_taken_are_told_beside_their_field_and_keep_what_was_typed() throws Exception {
        var goal = aGoal();

        var page = page(ask(post("/portfolio/goals/" + goal + "/plan/terms")
                        .param("budget", "a lot")
                        .param("currency", "XXQ")
                        .param("hours", "200")
                        .param("start", "2027-05-01")
                        .param("deadline", "2027-04-01"))
                .andExpect(status().isBadRequest()));

        assertThat(page.select("#f-budget").val()).isEqualTo("a lot");
        assertThat(page.select(".field-error")).hasSize(4);
        assertThat(goals.one(me.id(), goal).terms()).isEqualTo(Terms.USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void pages_say_everything_in_the_language_of_the_reader(String language) throws Exception {
        aCourse("Statistics", STATISTICS, Optional.empty(), "0");
        var goal = aGoal();
        var pathway = follow(goal);
        for (var path : List.of(
                "/portfolio/skills?q=data",
                "/portfolio/goals?q=data",
                "/portfolio/goals/" + goal + "?q=report",
                "/portfolio/goals/" + goal + "/plan",
                "/portfolio/goals/" + goal + "/plan/alternatives",
                pathway)) {
            var page = page(ask(get(path).param("lang", language)).andExpect(status().isOk()));

            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.html()).doesNotContain("??");
            assertThat(page.select("html").attr("lang")).isEqualTo(language);
        }
    }

    @Test
    void somebody_elses_goal_and_plan_are_not_there() throws Exception {
        var goal = aGoal();
        var stranger = fixtures.aPerson(fixtures.anAddress());

        for (var path : List.of("", "/plan", "/plan/alternatives")) {
            http.perform(get("/portfolio/goals/" + goal + path).with(fixtures.as(stranger)))
                    .andExpect(status().isNotFound());
        }
        http.perform(post("/portfolio/goals/" + goal + "/forget")
                        .param("sure", "true")
                        .with(fixtures.as(stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(goals.of(me.id())).hasSize(1);
    }

    private GoalId aGoal() {
        return goals.ofOccupations(me.id(), "Data analyst", List.of(DATA_ANALYST));
    }

    private Gap gap(GoalId goal) {
        return planning.gap(me.id(), goals.one(me.id(), goal), Locale.ENGLISH);
    }

    private Gap.State stateOf(GoalId goal, ConceptUri skill) {
        return gap(goal).lines().stream()
                .filter(line -> line.need().skill().equals(skill))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void budget(GoalId goal, String amount) {
        goals.plan(
                me.id(),
                goal,
                now -> new Terms(
                        now.start(),
                        now.deadline(),
                        now.hoursPerWeek(),
                        Optional.of(new BigDecimal(amount)),
                        "MKD",
                        now.languages(),
                        now.modes(),
                        school.organisation().slug(),
                        false,
                        false,
                        false,
                        false,
                        now.pins(),
                        now.exclusions()));
    }

    /// @return the address of the plan she follows then
    private String follow(GoalId goal) throws Exception {
        return String.valueOf(ask(post("/portfolio/goals/" + goal + "/plan/follow"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private String shown(GoalId goal) throws Exception {
        return page(ask(get("/portfolio/goals/" + goal + "/plan")))
                .select("#plan")
                .html();
    }

    private String why(GoalId goal, OfferingId offering) throws Exception {
        budget(goal, "100");
        return page(ask(get("/portfolio/goals/" + goal + "/plan/why").param("offering", offering.toString())))
                .select("main")
                .text();
    }

    /// On site at the school, so that what other tests offer does not come into its plans.
    private OfferingId aCourse(String title, ConceptUri brings, Optional<ConceptUri> needs, String price) {
        return offerings.open(
                school,
                aVersion(title, brings, needs),
                new OfferingTerms(
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new BigDecimal(price),
                        "MKD",
                        false,
                        Map.of(),
                        OfferingTerms.Mode.ON_SITE,
                        school.organisation().slug(),
                        List.of("en"),
                        Optional.of(new BigDecimal(4)),
                        Map.of(),
                        Optional.empty(),
                        ""));
    }

    private SpecVersionId aVersion(String title, ConceptUri brings, Optional<ConceptUri> needs) {
        var blank = SpecContent.empty();
        var content = new SpecContent(
                Map.of("en", title),
                blank.description(),
                blank.outcomes(),
                List.of(new SpecContent.Skill(brings.value(), "what it brings", "ESCO")),
                Optional.of(new BigDecimal(40)),
                blank.ects(),
                "",
                Optional.of(4),
                "",
                "",
                blank.assessments(),
                blank.supervision(),
                blank.participation(),
                blank.qualityAssurance(),
                blank.criteria(),
                blank.prerequisites(),
                needs.map(skill -> new SpecContent.Skill(skill.value(), "what it needs", "ESCO")).stream()
                        .toList(),
                blank.stacking(),
                "",
                "",
                List.of("en"),
                blank.validMonths(),
                blank.furtherInformation(),
                Map.of(),
                blank.image());
        return specs.publish(school, specs.create(school, content), Optional.of("made for a test of plans"));
    }

    private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(fixtures.as(me)).with(csrf()));
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }
}
