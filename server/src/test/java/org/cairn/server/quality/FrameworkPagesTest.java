package org.cairn.server.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.quality.Finding;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecContent.Assessment;
import org.cairn.server.catalogue.SpecContent.AssessmentType;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What frameworks ask beyond the European elements: typed into the draft, seen by their rules.
@CairnTest
class FrameworkPagesTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Autowired
    Quality quality;

    private Organisation institution;
    private Person designer;
    private Acting acting;
    private SpecId spec;

    @BeforeEach
    void aDraftWithAnAssessment() {
        institution = fixtures.anInstitution();
        designer = fixtures.aMember(institution, Role.DESIGNER);
        acting = fixtures.acting(institution, Role.DESIGNER);
        spec = specs.create(acting, knots());
    }

    @Test
    void every_framework_has_a_page_with_each_field_once() throws Exception {
        http.perform(get(base() + "/frameworks").with(fixtures.as(designer))).andExpect(status().isOk());
        for (var pack : quality.packs()) {
            var page = http.perform(get(base() + "/frameworks/" + pack.id()).with(fixtures.as(designer)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(names(page)).as(pack.id()).doesNotHaveDuplicates();
            assertThat(page).as(pack.id()).doesNotContain("??").doesNotContain(">spec.");
        }
        http.perform(get(base() + "/frameworks/NO-SUCH").with(fixtures.as(designer)))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_is_typed_is_seen_by_the_rules_and_survives_the_editor() throws Exception {
        assertThat(outcome("TMC", "spec.assessment")).doesNotContain("PASS");

        http.perform(form(base() + "/frameworks/TMC")
                        .param("fact.assessment.0.complexity", "skill-complex")
                        .param("fact.trustedType", "application")
                        .param("fact.targetGroup@en", "Wardens"))
                .andExpect(redirectedUrl(base() + "/frameworks/TMC"));

        assertThat(facts())
                .containsEntry("assessment.0.complexity", "skill-complex")
                .containsEntry("targetGroup@en", "Wardens");
        var edit = http.perform(get(base() + "/edit").with(fixtures.as(designer)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(edit).contains("name=\"assessment.0.fact.complexity\"").contains("name=\"fact.targetGroup@en\"");
        http.perform(form(base() + "/edit")
                        .param("title[en]", "Knots")
                        .param("assessment.0.type", "PRACTICAL_ASSESSMENT")
                        .param("assessment.0.fact.complexity", "skill-complex")
                        .param("assessment.1.type", "ORAL_EXAMINATION")
                        .param("fact.targetGroup@en", "Wardens")
                        .param("do", "remove-assessment-1"))
                .andExpect(status().is3xxRedirection());
        assertThat(facts()).containsEntry("assessment.0.complexity", "skill-complex");
        http.perform(form(base() + "/edit")
                        .param("title[en]", "Knots")
                        .param("assessment.0.type", "PRACTICAL_ASSESSMENT")
                        .param("assessment.0.fact.complexity", "skill-complex")
                        .param("fact.targetGroup@en", "Wardens")
                        .param("do", "remove-assessment-0"))
                .andExpect(status().is3xxRedirection());
        assertThat(facts()).containsOnlyKeys("targetGroup@en");
    }

    @Test
    void that_something_does_not_apply_is_kept_beside_what_is_said_below_it() throws Exception {
        var everything = quality.packs().stream()
                .flatMap(pack -> pack.rules().stream())
                .filter(rule -> rule.isIfApplicable() && rule.place().path().startsWith("spec."))
                .map(rule -> rule.place().path().substring("spec.".length()))
                .distinct()
                .toList();
        assertThat(everything).isNotEmpty();
        var form = form(base() + "/frameworks/TMC");
        everything.forEach(path -> form.param("fact." + path + "#na", "Not in this country"));
        form.param("fact.review.intervalMonths", "12").param("fact.review#na", "Reviewed elsewhere");

        http.perform(form).andExpect(status().is3xxRedirection());

        assertThat(facts()).hasSize(everything.size() + (everything.contains("review") ? 1 : 2));
        assertThat(quality.check(draft(), institution, quality.packs()).frameworks())
                .hasSameSizeAs(quality.packs());
    }

    @Test
    void two_who_save_at_once_are_told_and_nothing_is_lost() throws Exception {
        var opened = specs.draft(institution.id(), spec).revision();
        http.perform(form(base() + "/frameworks/TMC").param("fact.trustedType", "application"))
                .andExpect(status().is3xxRedirection());

        http.perform(form(base() + "/frameworks/TMC", opened).param("fact.trustedType", "knowledge"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Somebody else has saved the draft")));

        assertThat(facts()).containsEntry("trustedType", "application");
    }

    @Test
    void what_is_too_long_is_told_beside_its_field_and_what_is_no_fact_is_ignored() throws Exception {
        http.perform(form(base() + "/frameworks/TMC")
                        .param("fact.targetGroup@en", "x".repeat(6_000))
                        .param("fact.<script>", "x"))
                .andExpect(status().isBadRequest());
        http.perform(form(base() + "/frameworks/TMC")
                        .param("fact.<script>", "x")
                        .param("fact.no.such.thing", "x"))
                .andExpect(status().is3xxRedirection());

        assertThat(facts()).containsOnlyKeys("no.such.thing");
        assertThat(quality.check(draft(), institution, quality.packs()).frameworks())
                .hasSameSizeAs(quality.packs());
    }

    private static SpecContent knots() {
        var blank = SpecContent.empty();
        return new SpecContent(
                Map.of("en", "Knots"),
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "",
                List.of(new Assessment(AssessmentType.PRACTICAL_ASSESSMENT, Map.of("en", "Ten knots"))),
                Optional.empty(),
                blank.participation(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                blank.stacking(),
                "",
                "",
                List.of(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    private List<String> outcome(String pack, String place) {
        return quality
                .check(
                        draft(),
                        institution,
                        quality.packs().stream()
                                .filter(p -> p.id().equals(pack))
                                .toList())
                .frameworks()
                .getFirst()
                .findings()
                .stream()
                .filter(finding -> finding.rule().place().path().startsWith(place))
                .map(Finding::outcome)
                .map(each -> each.word())
                .toList();
    }

    private static List<String> names(String page) {
        return Pattern.compile("name=\"(fact[^\"]*)\"")
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    private SpecContent draft() {
        return specs.draft(institution.id(), spec).content();
    }

    private Map<String, String> facts() {
        return draft().frameworkFacts();
    }

    private MockHttpServletRequestBuilder form(String path) {
        return form(path, specs.draft(institution.id(), spec).revision());
    }

    private MockHttpServletRequestBuilder form(String path, long revision) {
        return post(path)
                .param("revision", Long.toString(revision))
                .with(fixtures.as(designer))
                .with(csrf());
    }

    private String base() {
        return "/o/" + institution.slug() + "/specs/" + spec;
    }
}
