package org.cairn.server.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.award.Awards;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CairnTest
@Import(StackFixtures.class)
class DeskPagesTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    StackFixtures begin;

    @Autowired
    Stacks stacks;

    @Autowired
    StackClaims claims;

    @Autowired
    ImpactReviews reviews;

    @Autowired
    Recognitions recognitions;

    @Autowired
    Awards awards;

    private Organisation school;
    private Person registrar;
    private Person applicant;
    private String home = "";
    private StackFixtures.Desk desk;

    @BeforeEach
    void aSchoolWithAFullDesk() {
        school = fixtures.anInstitution();
        registrar = fixtures.aMember(school, Role.ADMIN);
        home = "/o/" + school.slug();
        applicant = fixtures.aPerson(fixtures.anAddress());
        desk = begin.aFullDesk(Acting.system(school), applicant, fixtures.aPerson(fixtures.anAddress()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void pages_say_everything_in_the_language_of_the_reader(String language) throws Exception {
        var stack = home + "/stacks/" + desk.version().stack();
        var version = home + "/stacks/versions/" + desk.version().id();
        for (var path : List.of(
                home,
                home + "/stacks",
                home + "/stacks/new",
                home + "/stacks/partners",
                stack,
                stack + "/rule",
                stack + "/text",
                version,
                version + "/pathway",
                home + "/claims",
                home + "/claims/" + desk.waiting(),
                home + "/claims/" + desk.confirmed(),
                home + "/recognitions",
                home + "/recognitions/" + desk.asked(),
                home + "/impact-reviews",
                home + "/impact-reviews/" + review().id())) {
            var page = page(get(path).param("lang", language));

            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.html()).as(path).doesNotContain("??");
            assertThat(page.select("html").attr("lang")).as(path).isEqualTo(language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hku-diploma", "cu-boulder-masters", "heriot-watt-honours", "sri-jayewardenepura-masters"})
    void a_published_example_is_where_a_new_stack_begins(String example) throws Exception {
        sent(post(home + "/stacks/new").param("name", "Diploma in practice").param("from", example));

        var draft = draft("diploma-in-practice");
        assertThat(draft.text()).startsWith("#");
        for (var language : List.of("en", "es", "ar")) {
            var page = page(get(at(draft) + "/rule").param("lang", language));
            assertThat(page.html()).doesNotContain("??");
        }
    }

    @Test
    void a_name_that_is_taken_is_told_beside_its_field() throws Exception {
        sent(post(home + "/stacks/new").param("name", "twice"));

        var answer = http.perform(with(post(home + "/stacks/new").param("name", "twice")))
                .andExpect(status().isBadRequest())
                .andReturn();

        assertThat(Jsoup.parse(answer.getResponse().getContentAsString()).select("#f-name-error"))
                .hasSize(1);
    }

    @Test
    void a_rule_is_built_with_buttons_alone() throws Exception {
        sent(post(home + "/stacks/new").param("name", "built"));
        var rule = at(draft("built")) + "/rule";
        sent(filled(post(rule), 1).param("do", "slot:r"));
        sent(filled(post(rule), 2)
                .param("n.r.kind", "all")
                .param("n.r-0.kind", "slot")
                .param("n.r-0.slot", "core")
                .param("n.r-0.title[en]", "Core")
                .param("n.r-0.need", "count")
                .param("n.r-0.least", "2")
                .param("n.r-0.f.source", "OWN")
                .param("newCondition", "totalCredits")
                .param("do", "condition"));
        var page = page(get(rule));

        sent(typed(page, post(rule)).param("c.0.value", "10"));

        assertThat(page.select("[name='c.0.value']")).hasSize(1);
        assertThat(page.select("[name='n.r-0.f.source'][checked]").eachAttr("value"))
                .containsExactly("OWN");
        var made = stacks.publish(Acting.system(school), draft("built").id());
        assertThat(made.rule().slots()).extracting(slot -> slot.id()).containsExactly("core");
        assertThat(made.rule().total()).isPresent();
    }

    @Test
    void no_option_is_decided_before_somebody_decides_it() throws Exception {
        sent(post(home + "/stacks/new").param("name", "undecided"));

        var page = page(get(at(draft("undecided")) + "/rule"));

        assertThat(page.select("input[type=radio]")).isNotEmpty();
        assertThat(page.select("input[type=radio][checked]")).isEmpty();
        assertThat(page.select("#f-recency, #f-surplus, #f-denominator")).hasSize(3);
        assertThat(page.select("a[href='#f-recency']").text())
                .isEqualTo("Still to be said: Age and expiry are judged on");
    }

    @Test
    void faults_of_the_text_are_told_with_line_and_column() throws Exception {
        sent(post(home + "/stacks/new").param("name", "faulty"));
        var text = at(draft("faulty")) + "/text";

        sent(post(text).param("revision", "1").param("text", "stack: faulty\r\nversoin: 1\r\n"));

        var page = page(get(text));
        assertThat(page.select("ol").text()).contains("Line 2, column 1: “versoin” means nothing here");
        assertThat(draft("faulty").text()).isEqualTo("stack: faulty\nversoin: 1\n");
    }

    @Test
    void what_was_typed_is_not_lost_when_somebody_else_saved() throws Exception {
        sent(post(home + "/stacks/new").param("name", "shared"));
        var draft = draft("shared");
        stacks.save(Acting.system(school), draft.id(), "stack: theirs\n", 1);

        var text = http.perform(
                        with(post(at(draft) + "/text").param("revision", "1").param("text", "stack: mine\n")))
                .andExpect(status().isConflict())
                .andReturn();
        var rule = http.perform(with(filled(post(at(draft) + "/rule"), 1)))
                .andExpect(status().isConflict())
                .andReturn();

        assertThat(Jsoup.parse(text.getResponse().getContentAsString())
                        .select("textarea")
                        .text())
                .isEqualTo("stack: mine");
        assertThat(Jsoup.parse(rule.getResponse().getContentAsString())
                        .select("[name=level]")
                        .attr("value"))
                .isEqualTo("certificate");
        assertThat(draft("shared").text()).isEqualTo("stack: theirs\n");
    }

    @Test
    void publishing_and_deleting_ask_once_more() throws Exception {
        var stack = home + "/stacks/" + desk.version().stack();
        sent(post(home + "/stacks/new").param("name", "passing"));
        var passing = at(draft("passing"));

        assertThat(page(post(stack + "/publish")).select("[name=sure]")).hasSize(1);
        sent(post(stack + "/publish").param("sure", "true"));
        assertThat(page(post(passing + "/delete")).select("[name=sure]")).hasSize(1);
        sent(post(passing + "/delete").param("sure", "true"));

        assertThat(stacks.versions(school.id(), desk.version().stack())).hasSize(2);
        assertThat(stacks.drafts(school.id())).hasSize(1);
    }

    @Test
    void a_version_can_be_taken_along() throws Exception {
        var version = home + "/stacks/versions/" + desk.version().id();

        assertThat(body(get(version + "/rule.yaml"))).startsWith("stack: ");
        assertThat(body(get(version + "/pathway.jsonld"))).contains("ceterms:Pathway");
        assertThat(body(get(home + "/stacks/rule-schema.json"))).contains("\"$schema\"");
    }

    @Test
    void partners_are_added_and_removed() throws Exception {
        var other = fixtures.anInstitution();

        sent(post(home + "/stacks/partners").param("add", other.id().toString()));
        assertThat(stacks.partners(school.id())).containsExactly(other.id());
        sent(post(home + "/stacks/partners").param("remove", other.id().toString()));

        assertThat(stacks.partners(school.id())).isEmpty();
    }

    @Test
    void a_claim_is_confirmed() throws Exception {
        sent(post(home + "/claims/" + desk.waiting() + "/confirm"));

        assertThat(claims.look(school.id(), desk.waiting()).claim().status()).isEqualTo(Claim.Status.CONFIRMED);
    }

    @Test
    void a_refusal_needs_a_reason_and_an_appeal_shows_what_the_learner_says() throws Exception {
        var claim = home + "/claims/" + desk.waiting();

        http.perform(with(post(claim + "/refuse"))).andExpect(status().isBadRequest());
        sent(post(claim + "/refuse").param("reason", "The maps were copied."));
        claims.appeal(begin.signedIn(applicant), desk.waiting(), "They were drawn from memory.");

        assertThat(page(get(claim)).text()).contains("The maps were copied.", "They were drawn from memory.");
    }

    @Test
    void recognition_is_granted_with_fewer_credits_or_refused_with_a_reason() throws Exception {
        var asked = home + "/recognitions/" + desk.asked();

        http.perform(with(post(asked + "/grant").param("credits", "many"))).andExpect(status().isBadRequest());
        http.perform(with(post(asked + "/refuse"))).andExpect(status().isBadRequest());
        sent(post(asked + "/grant").param("credits", "2,5").param("eqfLevel", "5"));

        var granted = recognitions
                .byId(school.id(), desk.asked())
                .orElseThrow()
                .granted()
                .orElseThrow();
        assertThat(granted.credits()).isEqualByComparingTo("2.5");
        assertThat(granted.eqfLevel()).contains(5);
    }

    @Test
    void nothing_can_take_the_place_when_nothing_else_is_held() throws Exception {
        var page = page(get(home + "/impact-reviews/" + review().id()));

        assertThat(page.select("[name=outcome]").eachAttr("value")).containsExactly("STANDS", "ANNULLED");
        assertThat(page.text()).contains("Reading maps");
    }

    @Test
    void the_larger_award_is_annulled_only_after_asking_once_more() throws Exception {
        var review = home + "/impact-reviews/" + review().id();
        var award = claims.look(school.id(), desk.confirmed()).claim().award().orElseThrow();

        var asked = page(post(review).param("outcome", "ANNULLED").param("reason", "Half of it is gone."));
        assertThat(awards.byIds(List.of(award)).getFirst().isAnnulled()).isFalse();
        sent(typed(asked, post(review)));

        assertThat(awards.byIds(List.of(award)).getFirst().isAnnulled()).isTrue();
        assertThat(reviews.waiting(school.id(), 10)).isEmpty();
    }

    @Test
    void who_only_awards_reads_stacks_and_who_only_designs_sees_no_claims() throws Exception {
        var issuer = fixtures.aMember(school, Role.ISSUER);
        var designer = fixtures.aMember(school, Role.DESIGNER);
        var stack = home + "/stacks/" + desk.version().stack();

        http.perform(get(stack).with(fixtures.as(issuer))).andExpect(status().isOk());
        http.perform(get(stack + "/text").with(fixtures.as(issuer))).andExpect(status().isForbidden());
        http.perform(get(home + "/claims").with(fixtures.as(designer))).andExpect(status().isForbidden());
    }

    private Review review() {
        return reviews.waiting(school.id(), 10).getFirst();
    }

    private StackDraft draft(String name) {
        return stacks.drafts(school.id()).stream()
                .filter(draft -> draft.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String at(StackDraft draft) {
        return home + "/stacks/" + draft.id();
    }

    /// Everything about the rule but its slots.
    private MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder call, long revision) {
        return call.param("revision", String.valueOf(revision))
                .param("title[en]", "Built")
                .param("awards", desk.version().awards().toString())
                .param("level", "certificate")
                .param("from", "2026-01-01")
                .param("scheme", "ECTS")
                .param("creditRounding", "exact")
                .param("denominator", "AWARD_TOTAL")
                .param("rounding", "up")
                .param("roundingStep", "3")
                .param("splitting", "whole")
                .param("surplus", "LOST")
                .param("recency", "TODAY")
                .param("expiry", "STANDS")
                .param("annulment", "REVIEW")
                .param("confirmation", "REGISTRAR");
    }

    /// What a browser would send of a page's form, but for fields that are still empty.
    private static MockHttpServletRequestBuilder typed(Document page, MockHttpServletRequestBuilder call) {
        var form = page.select("main form").getFirst();
        form.select("input[name], textarea[name]").stream()
                .filter(field -> !field.attr("type").matches("radio|checkbox") || field.hasAttr("checked"))
                .filter(field -> !field.val().isEmpty())
                .forEach(field -> call.param(field.attr("name"), field.val()));
        form.select("select[name]")
                .forEach(field -> field.select("option[selected]")
                        .forEach(option -> call.param(field.attr("name"), option.val())));
        return call;
    }

    private void sent(MockHttpServletRequestBuilder call) throws Exception {
        http.perform(with(call)).andExpect(status().is3xxRedirection());
    }

    private Document page(MockHttpServletRequestBuilder call) throws Exception {
        return Jsoup.parse(body(call));
    }

    private String body(MockHttpServletRequestBuilder call) throws Exception {
        return http.perform(with(call))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder call) {
        call.with(fixtures.as(registrar));
        call.with(csrf());
        return call;
    }
}
