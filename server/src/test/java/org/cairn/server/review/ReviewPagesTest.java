package org.cairn.server.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Membership;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/// A review as both sides do it in their browsers.
@CairnTest
class ReviewPagesTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Autowired
    ReviewRepository rows;

    @Autowired
    OutcomeRepository outcomes;

    private Organisation school;
    private Organisation body;
    private Person designer;
    private Person reviewer;
    private Person lead;
    private SpecId spec;

    @BeforeEach
    void aSchoolAndABody() {
        school = fixtures.anInstitution();
        body = fixtures.anOrganisation(Organisation.Kind.QUALITY_BODY);
        designer = fixtures.aMember(school, Role.DESIGNER);
        reviewer = fixtures.aMember(body, Role.REVIEWER);
        lead = fixtures.aMember(body, Role.ADMIN);
        spec = specs.create(
                new Acting(new Membership(school, Set.of(Role.DESIGNER)), "person:" + designer.id()),
                ReviewFixtures.content("Splicing rope"));
    }

    private ResultActions does(Person person, AbstractMockHttpServletRequestBuilder<?> call, String... fields)
            throws Exception {
        call.with(fixtures.as(person));
        call.with(csrf());
        call.accept(MediaType.TEXT_HTML);
        call.locale(Locale.ENGLISH);
        for (var at = 0; at < fields.length; at += 2) {
            call.param(fields[at], fields[at + 1]);
        }
        return http.perform(call);
    }

    private String at(Organisation side, String path) {
        return "/o/" + side.slug() + "/reviews" + path;
    }

    private ReviewId submitted(String pack) throws Exception {
        does(
                        designer,
                        post(at(school, "/new")),
                        "what",
                        "draft:" + spec,
                        "body",
                        body.id().toString(),
                        "packs",
                        pack)
                .andExpect(status().is3xxRedirection());
        return rows.ofSpec(school.id(), spec).getFirst().id();
    }

    private ReviewId taken(String pack) throws Exception {
        var review = submitted(pack);
        does(reviewer, post(at(body, "/" + review + "/take"))).andExpect(status().is3xxRedirection());
        return review;
    }

    private void decided(ReviewId review, String decision, String... more) throws Exception {
        var fields =
                new ArrayList<>(List.of("decision", decision, "reason", ReviewFixtures.REASON, "seen", seen(review)));
        fields.addAll(List.of(more));
        does(reviewer, post(at(body, "/" + review + "/decide")), fields.toArray(String[]::new))
                .andExpect(status().is3xxRedirection());
    }

    private String seen(ReviewId review) throws Exception {
        var page = does(reviewer, get(at(body, "/" + review + "/decide")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return page.replaceFirst("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
    }

    @Test
    void a_decision_is_about_the_papers_that_were_on_the_page() throws Exception {
        var review = taken(ReviewFixtures.IRELAND);
        var before = seen(review);
        does(
                        designer,
                        post(at(school, "/" + review + "/statements")),
                        "path",
                        "spec.awardingBody.register",
                        "value",
                        "https://register.example/17")
                .andExpect(status().is3xxRedirection());

        does(
                        reviewer,
                        post(at(body, "/" + review + "/decide")),
                        "seen",
                        before,
                        "decision",
                        "REFUSED",
                        "reason",
                        ReviewFixtures.REASON)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Something was brought or said since")))
                .andExpect(content().string(containsString(ReviewFixtures.REASON)));
        decided(review, "REFUSED");
    }

    @Test
    void the_form_says_beside_each_field_what_is_missing() throws Exception {
        does(designer, post(at(school, "/new")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("f-what-error")))
                .andExpect(content().string(containsString("f-body-error")))
                .andExpect(content().string(containsString("Choose at least one rule pack")));
        does(designer, get(at(school, "/new")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Draft: Splicing rope")))
                .andExpect(content().string(containsString("Our own quality team")))
                .andExpect(content().string(containsString(body.legalName())));
    }

    @Test
    void from_handing_in_to_the_public_page_of_the_approved_version() throws Exception {
        var review = submitted(ReviewFixtures.IRELAND);
        does(reviewer, get(at(body, "")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Splicing rope")))
                .andExpect(content().string(containsString(at(body, "/" + review))));
        does(designer, get(at(school, "/" + review)))
                .andExpect(content().string(containsString("State what the spec has no field for")))
                .andExpect(content().string(not(containsString("Take this review"))));
        does(designer, get(at(school, "/" + review + "/statements")).param("path", "spec.awardingBody.register"))
                .andExpect(status().isOk());
        does(
                        designer,
                        post(at(school, "/" + review + "/statements")),
                        "path",
                        "spec.awardingBody.register",
                        "value",
                        "https://irq.ie/entry/7")
                .andExpect(status().is3xxRedirection());
        does(reviewer, get(at(body, "/" + review))).andExpect(content().string(containsString("Take this review")));
        does(reviewer, post(at(body, "/" + review + "/take"))).andExpect(status().is3xxRedirection());
        does(reviewer, get(at(body, "/" + review))).andExpect(content().string(containsString("Judge IE-4")));
        does(reviewer, get(at(body, "/" + review + "/attest")).param("rule", "IE-4"))
                .andExpect(content().string(containsString("It was approved as other awards are")));
        does(
                        reviewer,
                        post(at(body, "/" + review + "/attest")),
                        "rule",
                        "IE-4",
                        "answer",
                        "yes",
                        "basis",
                        "Minutes of 12 May",
                        "reason",
                        "The council approved it on its May meeting.")
                .andExpect(status().is3xxRedirection());
        does(reviewer, get(at(body, "/" + review + "/decide"))).andExpect(status().isOk());
        decided(review, "APPROVED");

        does(designer, post("/o/" + school.slug() + "/specs/" + spec + "/publish"))
                .andExpect(status().is3xxRedirection());

        var version = specs.versions(school.id(), spec).getFirst().id();
        does(designer, get("/catalogue/" + version))
                .andExpect(content().string(containsString("Who stands behind it")))
                .andExpect(content().string(containsString(body.legalName())));
        http.perform(get("/catalogue/compare")
                        .param("v", version.toString())
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("Approved by " + body.legalName())));
        does(designer, get(at(school, "/" + review)))
                .andExpect(content().string(containsString("What happened")))
                .andExpect(content().string(containsString("Judged as met")));
    }

    @Test
    void refusals_of_the_reviewers_forms_come_back_with_what_was_typed() throws Exception {
        var review = taken(ReviewFixtures.IRELAND);

        does(reviewer, post(at(body, "/" + review + "/attest")), "rule", "IE-4", "basis", "Typed already")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("f-reason-error")))
                .andExpect(content().string(containsString("Typed already")));
        does(
                        reviewer,
                        post(at(body, "/" + review + "/decide")),
                        "seen",
                        seen(review),
                        "decision",
                        "APPROVED",
                        "reason",
                        ReviewFixtures.REASON,
                        "conditionText",
                        "Say, at last, where it stands",
                        "conditionRule",
                        "IE-3",
                        "conditionDue",
                        "")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("nobody can approve them away: IE-3")))
                .andExpect(content().string(containsString("Say, at last, where it stands")));
        does(reviewer, post(at(body, "/" + review + "/hand-back"))).andExpect(status().isBadRequest());
        assertThat(rows.ofSpec(school.id(), spec).getFirst().state()).isEqualTo(ReviewState.IN_REVIEW);
    }

    @Test
    void a_document_is_attached_and_opened_by_both_sides() throws Exception {
        var review = submitted("NZQA");
        does(designer, get(at(school, "/" + review + "/evidence")).param("rule", "NZ-E1"))
                .andExpect(content().string(containsString("Who speaks in it")));
        var letter = new MockMultipartFile("file", "letter.txt", "text/html", "We need it.".getBytes(UTF_8));

        does(
                        designer,
                        multipart(at(school, "/" + review + "/evidence")).file(letter),
                        "rule",
                        "NZ-E1",
                        "kind",
                        "employer",
                        "party",
                        "Harbour Ltd",
                        "title",
                        "Letter",
                        "dated",
                        "2026-05-01")
                .andExpect(status().is3xxRedirection());

        var page = does(reviewer, get(at(body, "/" + review)))
                .andExpect(content().string(containsString("Harbour Ltd")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var file = page.replaceAll("(?s).*(/reviews/evidence/[0-9a-f-]{36}).*", "$1");
        does(reviewer, get("/o/" + body.slug() + file))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/plain"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().string("We need it."));
        does(fixtures.aMember(fixtures.anInstitution(), Role.DESIGNER), get("/o/" + school.slug() + file))
                .andExpect(status().isNotFound());
    }

    @Test
    void conditions_appeals_and_ends_have_their_pages() throws Exception {
        var review = taken(ReviewFixtures.EU);
        decided(
                review,
                "APPROVED_WITH_CONDITIONS",
                "conditionText",
                "Publish the marking scheme, please",
                "conditionRule",
                "",
                "conditionDue",
                "2030-01-31",
                "until",
                "2031-01-31");
        var condition = outcomes.conditions(rows.seen(body.id(), review).orElseThrow())
                .getFirst()
                .id();
        does(reviewer, get(at(body, "/conditions/" + condition)))
                .andExpect(content().string(containsString("Publish the marking scheme, please")));
        does(reviewer, post(at(body, "/conditions/" + condition)), "met", "yes", "reason", "short")
                .andExpect(status().isBadRequest());
        does(designer, get(at(school, "/" + review + "/appeal"))).andExpect(status().isOk());
        does(designer, post(at(school, "/" + review + "/appeal")), "reasons", "It has been public since last year.")
                .andExpect(status().is3xxRedirection());
        does(reviewer, post(at(body, "/" + review + "/appeal/decide")), "verdict", "upheld", "reason", "no")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("against your own decision")));
        var other = fixtures.aMember(body, Role.REVIEWER);
        does(lead, get(at(body, "/" + review + "/appeal/assign")))
                .andExpect(content().string(containsString(other.id().toString())))
                .andExpect(content().string(not(containsString(reviewer.id().toString()))));
        does(
                        lead,
                        post(at(body, "/" + review + "/appeal/assign")),
                        "person",
                        other.id().toString())
                .andExpect(status().is3xxRedirection());
        does(other, get(at(body, "/" + review + "/appeal/decide"))).andExpect(status().isOk());
        does(
                        other,
                        post(at(body, "/" + review + "/appeal/decide")),
                        "verdict",
                        "upheld",
                        "reason",
                        ReviewFixtures.REASON)
                .andExpect(status().is3xxRedirection());
        does(reviewer, get(at(body, "/" + review + "/end"))).andExpect(status().isOk());
        does(reviewer, post(at(body, "/" + review + "/end")), "reason", ReviewFixtures.REASON)
                .andExpect(status().is3xxRedirection());

        does(designer, get(at(school, "/" + review)))
                .andExpect(content().string(containsString("Approval ended")))
                .andExpect(content().string(containsString("The decision stays")));
    }

    @Test
    void the_page_says_that_the_draft_is_another_by_now() throws Exception {
        var review = submitted(ReviewFixtures.EU);
        var by = new Acting(new Membership(school, Set.of(Role.DESIGNER)), "person:" + designer.id());
        does(reviewer, get(at(body, "/" + review)))
                .andExpect(content().string(not(containsString("The draft has changed"))));

        specs.saveDraft(by, spec, ReviewFixtures.content("Splicing wire"), 1);

        does(reviewer, get(at(body, "/" + review)))
                .andExpect(content().string(containsString("The draft has changed")))
                .andExpect(content().string(containsString("Splicing rope")));
        does(reviewer, get(at(body, "/" + review + "/text")))
                .andExpect(content().string(containsString("Splicing rope")));
    }

    @Test
    void taking_back_asks_first() throws Exception {
        var review = submitted(ReviewFixtures.EU);

        does(designer, post(at(school, "/" + review + "/withdraw"))).andExpect(status().isOk());
        assertThat(rows.ofSpec(school.id(), spec).getFirst().state()).isEqualTo(ReviewState.SUBMITTED);
        does(designer, post(at(school, "/" + review + "/withdraw")), "sure", "true")
                .andExpect(status().is3xxRedirection());

        assertThat(rows.ofSpec(school.id(), spec).getFirst().state()).isEqualTo(ReviewState.WITHDRAWN);
    }

    @Test
    void a_body_sets_how_it_works() throws Exception {
        does(lead, post(at(body, "/settings")), "validMonths", "0", "decideDays", "30")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("f-validMonths-error")));
        does(lead, post(at(body, "/settings")), "validMonths", "24", "decideDays", "30")
                .andExpect(status().is3xxRedirection());

        does(lead, get(at(body, ""))).andExpect(content().string(containsString("value=\"24\"")));
    }

    @Test
    void both_lists_have_their_reader_and_speak_every_language() throws Exception {
        var review = submitted(ReviewFixtures.IRELAND);

        for (var language : List.of("es", "ar")) {
            does(designer, get(at(school, "/" + review)).param("lang", language))
                    .andExpect(status().isOk());
            does(reviewer, get(at(body, "")).param("lang", language).param("state", "SUBMITTED"))
                    .andExpect(status().isOk());
        }
        does(reviewer, get(at(body, "/published"))).andExpect(status().isOk());
        does(designer, get(at(school, "/published"))).andExpect(status().isForbidden());
    }
}
