package org.cairn.server.offering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.server.offering.OfferingFixtures.aClass;
import static org.cairn.server.offering.OfferingFixtures.aPublishedSpec;
import static org.cairn.server.offering.OfferingFixtures.anOpenCourse;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.offering.Offering.Status;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@CairnTest
class OfferingPagesTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Autowired
    Offerings offerings;

    private Organisation school;
    private Person designer;
    private SpecVersionId spec;
    private String home = "";

    @BeforeEach
    void aSchoolThatPublishedSomething() {
        school = fixtures.anInstitution();
        designer = fixtures.aMember(school, Role.DESIGNER);
        spec = aPublishedSpec(specs, acting());
        home = "/o/" + school.slug() + "/offerings";
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void pages_say_everything_in_the_language_of_the_reader(String language) throws Exception {
        var open = offerings.open(acting(), spec, aClass());
        offerings.open(acting(), spec, anOpenCourse());
        offerings.cancel(acting(), offerings.open(acting(), spec, anOpenCourse()));
        var past = LocalDate.of(2020, 1, 1);
        offerings.open(acting(), spec, anOpenCourse().at(Optional.of(past), Optional.empty(), Optional.empty()));

        for (var request : List.of(
                get(home),
                get(home + "/new"),
                post(home + "/new").param("price", "x"),
                get(home + "/" + open + "/edit"),
                post(home + "/" + open + "/edit").param("revision", "0").params(whole()),
                post(home + "/" + open + "/close"),
                post(home + "/" + open + "/cancel"),
                get("/catalogue/" + spec).accept(MediaType.TEXT_HTML))) {
            var page = page(ask(request.param("lang", language)));

            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.html()).doesNotContain("??");
            assertThat(page.select("html").attr("lang")).isEqualTo(language);
        }
    }

    @Test
    void who_has_published_nothing_is_told_what_to_do_first() throws Exception {
        var other = fixtures.anInstitution();

        var page = page(http.perform(
                get("/o/" + other.slug() + "/offerings").with(fixtures.as(fixtures.aMember(other, Role.DESIGNER)))));

        assertThat(page.select("main a").eachAttr("href")).containsExactly("/o/" + other.slug() + "/specs");
    }

    @Test
    void a_form_filled_in_opens_an_offering() throws Exception {
        ask(post(home + "/new").param("spec", spec.toString()).params(whole())).andExpect(redirectedUrl(home));

        assertThat(offerings.ofOrganisation(school.id()))
                .singleElement()
                .satisfies(o -> assertThat(o.terms()).isEqualTo(aClass()));
    }

    @Test
    void a_form_that_is_saved_unchanged_changes_nothing() throws Exception {
        var id = offerings.open(acting(), spec, aClass());
        var form = page(ask(get(home + "/" + id + "/edit"))).select("main form[data-guard]");

        var save = post(form.attr("action"));
        form.select("input[type=text], input[type=date], input[type=number], input[type=url], input[type=hidden]")
                .forEach(field -> save.param(field.attr("name"), field.val()));
        form.select("textarea").forEach(field -> save.param(field.attr("name"), field.wholeText()));
        form.select("input[checked]").forEach(field -> save.param(field.attr("name"), field.val()));
        ask(save).andExpect(redirectedUrl(home));

        assertThat(read(id).terms()).isEqualTo(aClass());
        assertThat(read(id).revision()).isEqualTo(2);
    }

    @Test
    void every_fault_is_told_beside_its_field_and_all_is_shown_as_it_was_typed() throws Exception {
        var page = page(ask(post(home + "/new")
                        .param("title[en]", "Evening class")
                        .param("startsOn", "tomorrow")
                        .param("price", "a lot")
                        .param("currency", "Euro")
                        .param("waiver", "true")
                        .param("languages", "zz")
                        .param("hoursPerWeek", "-1")
                        .param("places", "some")
                        .param("url", "school.example"))
                .andExpect(status().isBadRequest()));

        assertThat(page.select(".field-error").eachAttr("id"))
                .contains(
                        "f-spec-error",
                        "f-startsOn-error",
                        "f-price-error",
                        "f-currency-error",
                        "f-waiverFor-error",
                        "f-mode-error",
                        "f-languages-error",
                        "f-hoursPerWeek-error",
                        "f-places-error",
                        "f-url-error");
        assertThat(page.select("[name='title[en]']").val()).isEqualTo("Evening class");
        assertThat(page.select("[name=startsOn]").val()).isEqualTo("tomorrow");
        assertThat(page.select("[name=waiver]").hasAttr("checked")).isTrue();
        assertThat(offerings.ofOrganisation(school.id())).isEmpty();
    }

    @Test
    void of_two_who_save_the_second_is_shown_both_and_loses_nothing() throws Exception {
        var id = offerings.open(acting(), spec, aClass());
        offerings.change(acting(), id, anOpenCourse(), 1);
        var edit = home + "/" + id + "/edit";

        var page = page(ask(post(edit).param("revision", "1").params(whole())).andExpect(status().isConflict()));

        assertThat(page.select("details dl").text()).contains("Online");
        assertThat(page.select("[name=place]").val()).isEqualTo("Dock Road, hall");
        ask(post(edit).param("revision", page.select("[name=revision]").val()).params(whole()))
                .andExpect(redirectedUrl(home));
        assertThat(read(id).terms()).isEqualTo(aClass());
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "cancel"})
    void what_cannot_be_taken_back_asks_once_more(String deed) throws Exception {
        var id = offerings.open(acting(), spec, aClass());
        var at = home + "/" + id + "/" + deed;

        var page = page(ask(post(at)));
        assertThat(page.select("main form").attr("action")).isEqualTo(at);
        assertThat(read(id).status()).isEqualTo(Status.OPEN);
        ask(post(at).param("sure", "true")).andExpect(redirectedUrl(home));

        assertThat(read(id).status()).isEqualTo(deed.equals("close") ? Status.CLOSED : Status.CANCELLED);
        ask(get(home + "/" + id + "/edit")).andExpect(status().isConflict());
        assertThat(page(ask(get(home))).select("main form[action$=/close]")).isEmpty();
    }

    @Test
    void who_only_issues_may_not_offer() throws Exception {
        var issuer = fixtures.aMember(school, Role.ISSUER);

        http.perform(get(home).with(fixtures.as(issuer))).andExpect(status().isForbidden());
        assertThat(page(ask(get("/o/" + school.slug()))).select("a").eachAttr("href"))
                .as("who may finds the way")
                .contains(home);
    }

    @Test
    void a_strangers_page_of_the_version_shows_what_is_open_and_nothing_else() throws Exception {
        var none = page(http.perform(get("/catalogue/" + spec).accept(MediaType.TEXT_HTML)));
        offerings.open(acting(), spec, aClass());
        offerings.open(acting(), spec, anOpenCourse());
        offerings.cancel(acting(), offerings.open(acting(), spec, anOpenCourse()));

        var rows = page(http.perform(get("/catalogue/" + spec).accept(MediaType.TEXT_HTML)))
                .select("#offerings tbody tr");

        assertThat(none.select("#offerings")).isEmpty();
        assertThat(rows.eachText()).hasSize(2);
        assertThat(rows.getFirst().text()).contains("At any time", "Free", "Online", "English");
        assertThat(rows.getLast().text())
                .contains("Mar 9, 2190", "until Mar 31, 2190", "120.50", "Volunteers of a rescue service")
                .contains("On site", "English · Spanish (Mexico)", "Dock Road, hall", "Mar 1, 2190")
                .contains("Evening class", "4.5 hours a week", "16 places", "No steps");
        assertThat(rows.getLast().select("a").attr("href")).isEqualTo("https://school.example/apply");
    }

    @Test
    void what_takes_one_day_names_it_once() throws Exception {
        var day = Optional.of(OfferingFixtures.MARCH_9);
        offerings.open(acting(), spec, aClass().at(day, day, Optional.empty()));

        var row = page(http.perform(get("/catalogue/" + spec).accept(MediaType.TEXT_HTML)))
                .select("#offerings tbody tr");

        assertThat(row.select("th").text()).isEqualTo("Mar 9, 2190");
    }

    private static MultiValueMap<String, String> whole() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("title[es]", "Grupo de tarde");
        form.add("title[en]", "Evening class");
        form.add("title[ar]", " ");
        form.add("startsOn", "2190-03-09");
        form.add("endsOn", "2190-03-31");
        form.add("applyBy", "2190-03-01");
        form.add("price", "120,50");
        form.add("currency", "eur");
        form.add("waiver", "true");
        form.add("waiverFor[en]", "Volunteers of a rescue service");
        form.add("mode", "ON_SITE");
        form.add("place", "Dock Road, hall");
        form.add("languages", "en, es-MX");
        form.add("hoursPerWeek", "4.5");
        form.add("accessibility[en]", "No steps");
        form.add("places", "16");
        form.add("url", "https://school.example/apply");
        return form;
    }

    private Offering read(OfferingId id) {
        return offerings.offering(school.id(), id);
    }

    private Acting acting() {
        return Acting.system(school);
    }

    private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(fixtures.as(designer)).with(csrf()));
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString(UTF_8));
    }
}
