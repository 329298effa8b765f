package org.cairn.server.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
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
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@CairnTest
class AwardPagesTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Autowired
    Awards awards;

    @Autowired
    Batches batches;

    private Organisation school;
    private Person registrar;
    private SpecVersionId spec;
    private String home;

    @BeforeEach
    void aSchoolWithARegistrar() {
        school = fixtures.anInstitution();
        registrar = fixtures.aMember(school, Role.ISSUER);
        spec = AwardFixtures.aPublishedSpec(specs, Acting.system(school));
        home = "/o/" + school.slug() + "/awards";
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void pages_say_everything_in_the_language_of_the_reader(String language) throws Exception {
        var award = awards.award(
                Acting.system(school), AwardFixtures.awarding(spec, "Ana Gil", Optional.of(fixtures.anAddress())));
        var paper = awards.award(Acting.system(school), AwardFixtures.awarding(spec, "Eva Mar", Optional.empty()));
        var batch = uploaded("Name,Date,Shoe\nLuis Paz,2026-05-01,38\nSara,soon,39\n");

        for (var path : new String[] {
            "", "/new", "/import", "/" + award.id(), "/" + paper.id(), "/" + award.id() + "/annul", batch,
        }) {
            var page = page(get(home + path).param("lang", language));

            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.html()).doesNotContain("??");
            assertThat(page.select("html").attr("lang")).isEqualTo(language);
        }
    }

    @Test
    void an_empty_list_says_what_to_do_next() throws Exception {
        assertThat(page(get(home)).select(".empty a").attr("href")).isEqualTo(home + "/new");
    }

    @Test
    void the_form_awards_and_leads_to_the_award() throws Exception {
        var answer = http.perform(with(post(home))
                        .param("spec", spec.value().toString())
                        .param("name", "Ana Gil")
                        .param("email", "Ana@Example.org")
                        .param("date", "2026-05-01")
                        .param("grade", "9"))
                .andExpect(status().is3xxRedirection())
                .andReturn();

        var page = page(get(String.valueOf(answer.getResponse().getRedirectedUrl())));
        assertThat(page.select("main").text()).contains("Ana Gil", "Reading maps", "ana@example.org", "9");
    }

    @Test
    void a_form_with_faults_keeps_what_was_typed_and_names_them_beside_the_fields() throws Exception {
        var html = http.perform(with(post(home))
                        .param("name", "")
                        .param("email", "no address")
                        .param("date", "2999-01-01"))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();

        var page = Jsoup.parse(html);
        assertThat(page.select("#f-email").attr("value")).isEqualTo("no address");
        assertThat(page.select("#f-spec-error, #f-name-error, #f-email-error, #f-date-error"))
                .hasSize(4);
    }

    @Test
    void a_class_goes_from_file_to_outcome() throws Exception {
        var at = home + uploaded("Nombre;Correo\nAna Gil;ana@class.example\nLuis Paz;broken\nEva Mar;\n");

        var preview = page(get(at));
        assertThat(preview.select("tr.row-error").text()).contains("3", "broken");
        http.perform(with(post(at + "/confirm"))).andExpect(status().is3xxRedirection());
        var id = new BatchId(UUID.fromString(at.substring(at.lastIndexOf('/') + 1)));
        Awaitility.await()
                .until(() -> !batches.get(Acting.system(school), id).status().isUnderWay());

        assertThat(page(get(at)).select("main").text()).contains("2 learners were awarded");
        assertThat(text(at + "/outcomes.csv?only=bad"))
                .contains("Luis Paz;broken;3;")
                .doesNotContain("Ana Gil");
        assertThat(page(get(at + "/codes")).select("dt").eachText()).containsExactly("Eva Mar");
    }

    @Test
    void a_file_without_names_says_what_was_found_and_what_is_expected() throws Exception {
        var answer = http.perform(upload("Colour,Size\nred,3\n"))
                .andExpect(status().isBadRequest())
                .andReturn();

        assertThat(Jsoup.parse(answer.getResponse().getContentAsString())
                        .select("#f-file-error")
                        .text())
                .contains("Colour, Size", "Learner number");
    }

    @Test
    void annulling_asks_for_reason_and_confirmation() throws Exception {
        var award = awards.award(Acting.system(school), AwardFixtures.awarding(spec, "Ana Gil", Optional.empty()));
        var annul = home + "/" + award.id() + "/annul";

        http.perform(with(post(annul)).param("reason", "Mixed up.")).andExpect(status().isBadRequest());
        http.perform(with(post(annul)).param("confirmation", "true")).andExpect(status().isBadRequest());
        http.perform(with(post(annul)).param("reason", "Mixed up.").param("confirmation", "true"))
                .andExpect(status().is3xxRedirection());

        assertThat(page(get(home + "/" + award.id())).select("main").text()).contains("Mixed up.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void an_award_given_up_for_a_higher_one_says_so_and_is_restored_with_a_reason(String language) throws Exception {
        var acting = Acting.system(school);
        var wish = AwardFixtures.awarding(spec, "Ana Gil", Optional.empty());
        var lower = awards.award(acting, wish);
        var higher = awards.award(
                acting,
                new Awarding(
                        AwardFixtures.aPublishedSpec(specs, acting),
                        wish.name(),
                        wish.email(),
                        wish.learnerNumber(),
                        wish.awardedOn(),
                        wish.grade(),
                        wish.narrative(),
                        List.of(lower.id())));
        awards.absorb(acting, lower.id(), higher.id());
        var path = home + "/" + lower.id();

        var page = page(get(path).param("lang", language));
        assertThat(page.select("a[href='" + home + "/" + higher.id() + "']")).isNotEmpty();
        assertThat(page.html()).doesNotContain("??", path + "/annul");
        assertThat(page(get(home + "/" + higher.id()).param("lang", language)).select("a[href='" + path + "']"))
                .hasSize(1);
        assertThat(page(get(home + "?status=ABSORBED").param("lang", language)).select("#awards tbody tr"))
                .hasSize(1);
        http.perform(with(post(path + "/restore"))).andExpect(status().isBadRequest());
        http.perform(with(post(path + "/restore")).param("reason", "In error.")).andExpect(status().is3xxRedirection());
        assertThat(awards.byIds(List.of(lower.id())).getFirst().isStanding()).isTrue();
    }

    @Test
    void members_without_the_role_and_strangers_stay_outside() throws Exception {
        var designer = fixtures.aMember(school, Role.DESIGNER);
        var stranger = fixtures.aMember(fixtures.anInstitution(), Role.ADMIN);

        http.perform(get(home).with(fixtures.as(designer))).andExpect(status().isForbidden());
        http.perform(get(home).with(fixtures.as(stranger))).andExpect(status().isNotFound());
    }

    @Test
    void a_search_finds_and_its_address_names_nobody() throws Exception {
        awards.award(Acting.system(school), AwardFixtures.awarding(spec, "Ana Gil", Optional.empty()));
        awards.award(Acting.system(school), AwardFixtures.awarding(spec, "Eva Mar", Optional.empty()));
        var session = new MockHttpSession();

        var at = found("ana g", session);

        assertThat(at).doesNotContainIgnoringCase("ana");
        assertThat(page(get(at).session(session)).select("#awards th a").eachText())
                .containsExactly("Ana Gil");
        assertThat(page(get(at).session(new MockHttpSession()))
                        .select("#awards th a")
                        .eachText())
                .as("elsewhere the address means nothing")
                .hasSize(2);
    }

    @Test
    void odd_searches_find_nothing_and_break_nothing() throws Exception {
        awards.award(Acting.system(school), AwardFixtures.awarding(spec, "Ana Gil", Optional.empty()));
        var session = new MockHttpSession();

        var page = page(
                get(found("%_\\'", session)).session(session).param("spec", "x").param("page", "-3"));

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("#awards th a")).isEmpty();
    }

    private String found(String words, MockHttpSession session) throws Exception {
        var next = http.perform(with(post(home + "/search")).session(session).param("q", words))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return String.valueOf(next);
    }

    private String uploaded(String file) throws Exception {
        var next = http.perform(upload(file))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return String.valueOf(next).substring(home.length());
    }

    private AbstractMockHttpServletRequestBuilder<?> upload(String file) {
        return with(multipart(home + "/import")
                        .file(new MockMultipartFile(
                                "file", "class.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8))))
                .param("spec", spec.value().toString())
                .param("date", "2026-05-01");
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> B with(B request) {
        return request.with(fixtures.as(registrar)).with(csrf());
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return Jsoup.parse(http.perform(request.with(fixtures.as(registrar)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private String text(String path) throws Exception {
        return http.perform(get(path).with(fixtures.as(registrar)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
