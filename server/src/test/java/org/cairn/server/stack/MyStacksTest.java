package org.cairn.server.stack;

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
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// A learner's way through a stack, on the pages.
@CairnTest
@Import(StackFixtures.class)
class MyStacksTest {
    @Autowired
    MockMvc http;

    @Autowired
    StackFixtures stacks;

    @Autowired
    StackClaims claims;

    @Autowired
    Recognitions recognitions;

    @Autowired
    Fixtures fixtures;

    private Acting registrar;
    private SpecVersionId certificate;
    private List<SpecVersionId> modules;
    private EmailAddress address;
    private Person learner;
    private StackVersion version;
    private String home = "";

    @BeforeEach
    void aLearnerWithOneModuleOfTwo() {
        registrar = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        certificate = stacks.aModule(registrar, "Certificate", 10, 6);
        modules = List.of(
                stacks.aModule(registrar, "Reading maps", 5, 6), stacks.aModule(registrar, "Drawing maps", 5, 6));
        address = fixtures.anAddress();
        learner = fixtures.aPerson(address);
        stacks.award(registrar, modules.getFirst(), learner, address);
        version = stacks.aCertificate(registrar, certificate, modules, "L6", "");
        home = "/portfolio/stacks/" + version.id();
    }

    private ResultActions read(String path) throws Exception {
        return http.perform(get(path).with(fixtures.as(learner)));
    }

    private ResultActions write(String path, String... fields) throws Exception {
        var request = post(path).with(fixtures.as(learner)).with(csrf());
        for (var each = 0; each < fields.length; each += 2) {
            request.param(fields[each], fields[each + 1]);
        }
        return http.perform(request);
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(
                read(path).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }

    private String claimed() throws Exception {
        stacks.award(registrar, modules.getLast(), learner, address);
        return String.valueOf(write(home + "/claim").andReturn().getResponse().getRedirectedUrl());
    }

    @Test
    void a_stack_to_which_something_counts_is_listed_and_registered_ones_come_first() throws Exception {
        var search = "/portfolio/stacks?q=" + registrar.organisation().slug();

        assertThat(page(search).select("h2").eachText()).containsExactly("Something you hold counts towards");
        write(home + "/register").andExpect(redirectedUrl(home));
        assertThat(page(search).select("h2").eachText()).containsExactly("You are registered for");
    }

    @Test
    void the_page_says_the_rule_the_decision_and_the_ways() throws Exception {
        var page = page(home);

        assertThat(page.select("h1").text()).isEqualTo("Certificate of maps");
        assertThat(page.select(".rule-words").text()).contains("at least 2 microcredentials", "“Reading maps”");
        assertThat(page.select(".shortfalls").text()).contains("“Two modules” needs 2 microcredentials and has 1");
        assertThat(page.select(".ways h4").eachText()).contains("The fewest", "The fastest", "By prior learning");
        assertThat(page.select(".ways").text()).contains("Drawing maps").doesNotContain("Price");
        assertThat(page.select("svg.stack-picture[role=img] title").text()).contains("Certificate");
        assertThat(page.select("svg.stack-picture").text()).contains("Reading maps", "Missing: 1");
        assertThat(page.text()).doesNotContain("stackme.", "??");
    }

    @Test
    void the_page_is_whole_in_spanish_and_arabic() throws Exception {
        assertThat(page(home + "?lang=es").text()).contains("Lo que falta").doesNotContain("??", "stackme.");
        var arabic = page(home + "?lang=ar");
        assertThat(arabic.expectFirst("html").attr("dir")).isEqualTo("rtl");
        assertThat(arabic.text()).contains("ما ينقص").doesNotContain("??", "stackme.");
    }

    @Test
    void what_if_shows_what_would_be_filled_and_stores_nothing() throws Exception {
        var page = page(home + "?take=spec:" + modules.getLast());

        var section = page.expectFirst("#whatif");
        assertThat(section.select("input[checked]").attr("value")).isEqualTo("spec:" + modules.getLast());
        assertThat(section.text()).contains("These parts would then be filled: Two modules");
        assertThat(page(home).expectFirst("#whatif").text()).doesNotContain("Then it would look like this");
    }

    @Test
    void a_claim_waits_is_refused_appealed_and_withdrawn() throws Exception {
        var claim = claimed();
        assertThat(page(claim).select(".facts").text()).contains("A registrar is looking at it");

        claims.refuse(registrar, id(claim), "The second module was not yours.");
        assertThat(page(claim).select(".facts").text()).contains("Refused", "The second module was not yours.");

        write(claim + "/appeal", "appeal", "").andExpect(status().isBadRequest());
        write(claim + "/appeal", "appeal", "It was mine.").andExpect(redirectedUrl(claim));
        assertThat(page(claim).select(".facts").text()).contains("looking at your appeal", "It was mine.");

        write(claim + "/withdraw")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Withdraw the request?")));
        write(claim + "/withdraw", "sure", "true").andExpect(redirectedUrl(home));
        assertThat(page(claim).select(".facts").text()).contains("Withdrawn by you");
    }

    @Test
    void a_claim_that_is_not_met_asks_for_nothing() throws Exception {
        write(home + "/claim").andExpect(redirectedUrl(home));

        assertThat(claims.of(learner.id(), version.stack())).isEmpty();
        assertThat(page(home).select("form[action$=/claim]")).isEmpty();
    }

    @Test
    void the_claim_of_somebody_else_is_not_there() throws Exception {
        var claim = claimed();
        var other = fixtures.as(fixtures.aPerson(fixtures.anAddress()));

        http.perform(get(claim).with(other)).andExpect(status().isNotFound());
        http.perform(post(claim + "/appeal")
                        .param("appeal", "Mine!")
                        .with(other)
                        .with(csrf()))
                .andExpect(status().isNotFound());
        http.perform(post(claim + "/withdraw").param("sure", "true").with(other).with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(claims.of(learner.id(), version.stack()).getFirst().status()).isEqualTo(Claim.Status.CLAIMED);
    }

    @Test
    void going_over_to_a_newer_version_shows_both_decisions_first() throws Exception {
        write(home + "/register");
        var newer = stacks.newer(registrar, version, "need: {count: 2}", "need: {count: 1}");

        assertThat(page(home).text()).contains("There is a newer version of this stack.");
        var compared = page("/portfolio/stacks/" + newer.id() + "/upgrade");
        assertThat(compared.select(".columns h2").eachText())
                .containsExactly("Your version (1)", "The newer version (2)");
        assertThat(compared.select(".columns > section:first-child .rule-words").text())
                .contains("at least 2");
        assertThat(compared.select(".columns > section:last-child .rule-words").text())
                .contains("at least 1");

        write("/portfolio/stacks/" + newer.id() + "/upgrade")
                .andExpect(redirectedUrl("/portfolio/stacks/" + newer.id()));
        assertThat(page("/portfolio/stacks/" + newer.id()).text()).contains("You have been registered since");
    }

    @Test
    void leaving_without_the_higher_award_is_said_where_a_rule_asks_for_it() throws Exception {
        version = stacks.aCertificate(registrar, certificate, modules, "L6", "  - exitOnly");
        home = "/portfolio/stacks/" + version.id();
        write(home + "/register");

        assertThat(page(home).select(".shortfalls").text()).contains("leave without the higher award");
        write(home + "/leaving", "leaving", "true").andExpect(redirectedUrl(home));
        assertThat(page(home).select(".shortfalls").text()).doesNotContain("leave without the higher award");
    }

    @Test
    void leaving_a_stack_asks_first() throws Exception {
        write(home + "/register");

        write(home + "/leave").andExpect(content().string(containsString("Leave this stack?")));
        write(home + "/leave", "sure", "true").andExpect(redirectedUrl("/portfolio/stacks"));
        assertThat(page(home).select("form[action$=/register]")).isNotEmpty();
    }

    @Test
    void recognition_is_asked_for_and_its_answer_is_seen_by_nobody_else() throws Exception {
        var slug = registrar.organisation().slug();
        var list = "/portfolio/stacks/recognitions";
        assertThat(page(list + "/new?institution=" + slug)
                        .select("select[name=spec] option")
                        .eachText())
                .contains("Reading maps");

        write(list, "institution", slug, "title", "Years at sea").andExpect(status().isBadRequest());
        write(
                        list,
                        "institution",
                        slug,
                        "kind",
                        "PRIOR_LEARNING",
                        "title",
                        "Years at sea",
                        "described",
                        "Ten years on a tug.",
                        "achievedOn",
                        "2025-06-01",
                        "credits",
                        "5")
                .andExpect(redirectedUrl(list));
        assertThat(page(list).select("table").text()).contains("Years at sea", "Waiting for a decision");

        var asked = recognitions.of(learner.id()).getFirst();
        recognitions.refuse(registrar, asked.id(), "No proof was enclosed.");
        assertThat(page(list).select("table").text()).contains("Refused", "No proof was enclosed.");
        http.perform(get(list).with(fixtures.as(fixtures.aPerson(fixtures.anAddress()))))
                .andExpect(content().string(not(containsString("Years at sea"))));
    }

    @Test
    void everybody_sees_the_rule_and_what_fits_where() throws Exception {
        var open = Jsoup.parse(http.perform(get("/catalogue/stacks/" + version.id()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(open.select("a[href=/catalogue/" + modules.getFirst() + "]").text())
                .contains("Reading maps");
        assertThat(open.select("svg.stack-picture")).hasSize(1);
        http.perform(get("/catalogue/" + modules.getFirst()).accept(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("/catalogue/stacks/" + version.id())));
        http.perform(get("/catalogue/stacks/" + certificate)).andExpect(status().isNotFound());
    }

    private static ClaimId id(String claim) {
        return new ClaimId(CatalogueNames.uuid(claim).orElseThrow());
    }
}
