package org.cairn.server.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
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
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@CairnTest
class SpecPagesTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    private Organisation school;
    private Person designer;
    private String home = "";

    @BeforeEach
    void aSchoolWithADesigner() {
        school = fixtures.anInstitution();
        designer = fixtures.aMember(school, Role.DESIGNER);
        home = "/o/" + school.slug() + "/specs";
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void pages_say_everything_in_the_language_of_the_reader(String language) throws Exception {
        var id = started("Knots");
        var version = specs.publish(acting(), new SpecId(id), Optional.of("Published to look at its page in a test."));

        for (var path : List.of(
                home,
                home + "/new",
                home + "/" + id + "/edit",
                home + "/" + started("Splices") + "/delete",
                home + "/" + started("Whippings") + "/publish",
                "/catalogue",
                "/catalogue/" + version)) {
            var page = page(get(path).param("lang", language));

            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.html()).as(path).doesNotContain("??");
            assertThat(page.select("html").attr("lang")).as(path).isEqualTo(language);
        }
    }

    @Test
    void a_spec_without_a_title_is_not_started() throws Exception {
        var answer = http.perform(with(post(home + "/new")).param("title", " "))
                .andExpect(status().isOk())
                .andReturn();

        assertThat(Jsoup.parse(answer.getResponse().getContentAsString()).select("#f-title-error"))
                .hasSize(1);
        assertThat(specs.drafts(school.id())).isEmpty();
    }

    @Test
    void what_can_be_taken_is_saved_and_the_rest_shown_as_it_was_typed() throws Exception {
        var id = started("Knots");

        var page = page(edit(id, 1).param("title[en]", "Better knots").param("hours", "twenty"));

        assertThat(page.select("[name=hours]").attr("value")).isEqualTo("twenty");
        assertThat(page.select("#f-hours-error")).hasSize(1);
        assertThat(draft(id).content().title()).containsEntry("en", "Better knots");
        assertThat(draft(id).content().hours()).isEmpty();
    }

    @Test
    void rows_are_added_and_removed_without_script() throws Exception {
        var id = started("Knots");

        var added = page(edit(id, 1).param("title[en]", "Knots").param("do", "add-assessment"));
        assertThat(added.select("[name='assessment.0.type']")).hasSize(1);
        page(edit(id, 2)
                .param("title[en]", "Knots")
                .param("assessment.0.type", "ORAL_EXAMINATION")
                .param("assessment.1.type", "PEER_ASSESSMENT")
                .param("outcome.0.text[en]", "Name ten knots")
                .param("outcome.0.by", "1")
                .param("do", "add-skill"));
        http.perform(with(edit(id, 3)
                        .param("title[en]", "Knots")
                        .param("assessment.0.type", "ORAL_EXAMINATION")
                        .param("assessment.1.type", "PEER_ASSESSMENT")
                        .param("outcome.0.text[en]", "Name ten knots")
                        .param("outcome.0.by", "1")
                        .param("do", "remove-assessment-0")))
                .andExpect(status().is3xxRedirection());

        var content = draft(id).content();
        assertThat(content.assessments())
                .singleElement()
                .satisfies(a -> assertThat(a.type()).isEqualTo(SpecContent.AssessmentType.PEER_ASSESSMENT));
        assertThat(content.outcomes())
                .as("the outcome follows its assessment to the new place")
                .singleElement()
                .satisfies(o -> assertThat(o.assessedBy()).containsExactly(0));
    }

    @Test
    void of_two_who_save_the_second_is_shown_both_and_loses_nothing() throws Exception {
        var id = started("Knots");
        http.perform(with(edit(id, 1).param("title[en]", "Hers"))).andExpect(status().is3xxRedirection());

        var page = page(edit(id, 1).param("title[en]", "His"));

        assertThat(draft(id).content().title()).containsEntry("en", "Hers");
        assertThat(page.select("[name='title[en]']").val()).isEqualTo("His");
        assertThat(page.select("details dl").text()).contains("Hers");
        var revision = Long.parseLong(page.select("[name=revision]").val());
        http.perform(with(edit(id, revision).param("title[en]", "His"))).andExpect(status().is3xxRedirection());
        assertThat(draft(id).content().title()).containsEntry("en", "His");
    }

    @Test
    void the_panel_tells_what_is_missing_of_what_is_typed_and_stores_nothing() throws Exception {
        var id = started("Knots");

        var before = page(post(home + "/" + id + "/missing").with(csrf()));
        var after = page(post(home + "/" + id + "/missing")
                .with(csrf())
                .param("title[en]", "Knots")
                .param("participation", "ON_SITE")
                .param("eqfLevel", "3"));

        assertThat(after.select(".is-open").size())
                .isLessThan(before.select(".is-open").size())
                .isPositive();
        assertThat(before.select("a[href^=#]").eachAttr("href"))
                .contains("#about", "#outcomes", "#size", "#assessment", "#delivery", "#quality");
        assertThat(draft(id).revision()).isOne();
    }

    @Test
    void the_panel_answers_to_a_text_that_is_far_too_long() throws Exception {
        var id = started("Knots");

        var panel = page(post(home + "/" + id + "/missing")
                .with(csrf())
                .param("title[en]", "Knots")
                .param("description[en]", "knot ".repeat(100_000)));

        assertThat(panel.select(".is-open")).isNotEmpty();
    }

    @Test
    void publishing_against_a_failed_demand_asks_for_a_reason_and_keeps_it() throws Exception {
        var id = started("Knots");
        var at = home + "/" + id + "/publish";

        assertThat(page(get(at)).select(".check-line--fail")).isNotEmpty();
        var refused = page(post(at).with(csrf()).param("overrideReason", "why not"));
        assertThat(refused.select("[name=overrideReason]").val()).isEqualTo("why not");
        assertThat(refused.select("#f-overrideReason-error")).hasSize(1);
        var answer = http.perform(
                        with(post(at)).param("overrideReason", "A pilot for one class; the level is settled in May."))
                .andExpect(status().is3xxRedirection())
                .andReturn();

        var version = page(get(String.valueOf(answer.getResponse().getRedirectedUrl())));
        assertThat(version.select("main").text()).contains("Knots", "the level is settled in May");
    }

    @Test
    void a_picture_of_the_wrong_kind_is_told_beside_its_field_and_the_rest_is_kept() throws Exception {
        var id = started("Knots");
        var picture = new MockMultipartFile("picture", "badge.png", "image/png", "no picture".getBytes(UTF_8));

        var page = page(multipart(home + "/" + id + "/edit")
                .file(picture)
                .with(csrf())
                .param("revision", "1")
                .param("title[en]", "Typed meanwhile"));

        assertThat(page.select("#f-picture-error")).hasSize(1);
        assertThat(page.select("[name='title[en]']").val()).isEqualTo("Typed meanwhile");
    }

    @Test
    void a_draft_is_deleted_after_asking_but_never_what_was_published() throws Exception {
        var draft = started("Knots");
        var published = started("Splices");
        specs.publish(acting(), new SpecId(published), Optional.of("Published so that it can no longer be deleted."));

        http.perform(with(post(home + "/" + draft + "/delete"))).andExpect(status().is3xxRedirection());
        http.perform(with(post(home + "/" + published + "/delete"))).andExpect(status().isConflict());

        assertThat(specs.drafts(school.id()))
                .singleElement()
                .satisfies(d -> assertThat(d.spec().value()).isEqualTo(published));
    }

    @Test
    void what_is_typed_is_shown_as_text_and_never_as_markup() throws Exception {
        var id = started("<script>alert(1)</script>");
        var version = specs.publish(acting(), new SpecId(id), Optional.of("Published to look for markup in the page."));

        for (var path : List.of(home, home + "/" + id + "/edit", "/catalogue/" + version, "/catalogue?q=alert")) {
            var page = page(get(path));
            assertThat(page.select("script").eachText()).as(path).noneMatch(text -> text.contains("alert"));
            assertThat(page.text() + page.select("input").eachAttr("value"))
                    .as(path)
                    .contains("<script>alert(1)</script>");
        }
    }

    private UUID started(String title) throws Exception {
        var next = http.perform(with(post(home + "/new")).param("title", title))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return UUID.fromString(String.valueOf(next).replaceAll(".*/specs/|/edit", ""));
    }

    private SpecDraft draft(UUID id) {
        return specs.draft(school.id(), new SpecId(id));
    }

    private Acting acting() {
        return Acting.system(school);
    }

    private AbstractMockHttpServletRequestBuilder<?> edit(UUID id, long revision) {
        return multipart(home + "/" + id + "/edit").with(csrf()).param("revision", String.valueOf(revision));
    }

    private AbstractMockHttpServletRequestBuilder<?> with(AbstractMockHttpServletRequestBuilder<?> request) {
        request.with(fixtures.as(designer));
        request.with(csrf());
        return request;
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        request.with(fixtures.as(designer));
        request.accept(MediaType.TEXT_HTML);
        return Jsoup.parse(http.perform(request).andReturn().getResponse().getContentAsString(UTF_8));
    }
}
