package org.cairn.server.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/// The label of a microcredential, alone and beside others.
@CairnTest
class ComparePagesTest {
    private static final String EU = "EU recommendation 2022/C 243/02";

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Autowired
    Labels labels;

    private Organisation school;

    @BeforeEach
    void aSchool() {
        school = fixtures.anInstitution();
    }

    private SpecVersionId published(SpecContent content) {
        var by = Acting.system(school);
        return specs.publish(
                by, specs.create(by, content), Optional.of("A spec for tests; nobody earns it in earnest."));
    }

    private static SpecContent splicing() {
        return new SpecContent(
                Map.of("en", "Splicing rope", "es", "Empalmar cabos"),
                Map.of("en", "Join two ropes so that they hold."),
                List.of(new SpecContent.Outcome(Map.of("en", "Make an eye splice that holds"), Set.of(0))),
                List.of(),
                Optional.of(new BigDecimal("25")),
                Optional.of(new BigDecimal("1")),
                "",
                Optional.of(3),
                "",
                "",
                List.of(new SpecContent.Assessment(
                        SpecContent.AssessmentType.PRACTICAL_ASSESSMENT, Map.of("en", "Two splices under load"))),
                Optional.of(SpecContent.Supervision.SUPERVISED_ONSITE_WITH_ID),
                Set.of(SpecContent.Participation.ON_SITE),
                List.of(new SpecContent.QualityAssurance(SpecContent.QaType.INTERNAL_ONLY, "", "")),
                Map.of(),
                Map.of(),
                List.of(),
                new SpecContent.Stacking(SpecContent.Stacking.Kind.UNSTATED, List.of()),
                "",
                "",
                List.of(),
                Optional.of(24),
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    private Map<String, List<String>> label(SpecVersionId id) {
        var lines = labels.of(specs.published(id).orElseThrow(), Locale.ENGLISH).lines();
        return lines.stream().collect(Collectors.toMap(Label.Line::name, Label.Line::says));
    }

    @Test
    void a_label_says_what_was_assessed_how_and_which_frameworks_it_meets() {
        var label = label(published(splicing()));

        assertThat(label)
                .containsEntry("What was shown", List.of("Make an eye splice that holds"))
                .containsEntry("How it was assessed", List.of("Practical assessment"))
                .containsEntry("Supervision and identity", List.of("Supervised on site, identity checked"))
                .containsEntry("Work", List.of("25 hours", "1 ECTS"))
                .containsEntry("Level", List.of("EQF 3"))
                .containsEntry("Good for", List.of("24 months"));
        assertThat(label.get("Frameworks it meets")).contains(EU);
    }

    @Test
    void what_is_not_stated_is_empty_and_what_is_not_met_is_not_named() {
        var label = label(published(SpecContent.empty()));

        assertThat(label)
                .containsEntry("What was shown", List.of())
                .containsEntry("Work", List.of())
                .containsEntry("Supervision and identity", List.of())
                .containsEntry("Good for", List.of("No end is set"));
        assertThat(label.get("Frameworks it meets")).doesNotContain(EU);
    }

    @Test
    void the_page_of_a_version_shows_the_label_and_leads_to_the_comparison() throws Exception {
        var id = published(splicing());

        http.perform(get("/catalogue/" + id).accept(MediaType.TEXT_HTML).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Frameworks it meets")))
                .andExpect(content().string(containsString("/catalogue/compare?v=" + id)));
    }

    @Test
    void several_stand_side_by_side_and_each_can_be_taken_away() throws Exception {
        var one = published(splicing());
        var other = published(SpecContent.empty());

        http.perform(get("/catalogue/compare?v=" + one + "&v=" + other).locale(Locale.of("es")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Empalmar cabos")))
                .andExpect(content().string(containsString("No se indica")))
                .andExpect(content().string(containsString("href=\"/catalogue/compare?v=" + one + "\"")))
                .andExpect(content().string(containsString("href=\"/catalogue/compare?v=" + other + "\"")));
    }

    @Test
    void no_more_than_four_are_compared_and_the_rest_is_told() throws Exception {
        var address = new StringBuilder("/catalogue/compare?q=rope");
        for (int number = 0; number < 5; number++) {
            address.append("&v=").append(published(splicing()));
        }

        var page = http.perform(get(address.toString()).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("would be a fifth")))
                .andExpect(content().string(containsString("Four is the most")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page.split("<th scope=\"col\"", -1))
                .as("one before, the name and four")
                .hasSize(6);
    }

    @Test
    void what_is_no_published_version_is_left_out_and_told() throws Exception {
        var unpublished = specs.create(Acting.system(school), splicing());

        for (var stranger : List.of(UUID.randomUUID().toString(), unpublished.toString(), "<b>", "")) {
            http.perform(get("/catalogue/compare").param("v", stranger, "x").locale(Locale.ENGLISH))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("is not here")))
                    .andExpect(content().string(not(containsString("Make an eye splice"))));
        }
    }

    @Test
    void one_that_is_searched_for_can_be_added() throws Exception {
        var one = published(splicing());
        var word = "Knotting" + UUID.randomUUID().toString().substring(0, 8);
        var empty = SpecContent.empty();
        var knots = published(new SpecContent(
                Map.of("en", word),
                empty.description(),
                empty.outcomes(),
                empty.skills(),
                empty.hours(),
                empty.ects(),
                "",
                empty.eqfLevel(),
                "",
                "",
                empty.assessments(),
                empty.supervision(),
                empty.participation(),
                empty.qualityAssurance(),
                empty.criteria(),
                empty.prerequisites(),
                empty.entrySkills(),
                empty.stacking(),
                "",
                "",
                empty.languages(),
                empty.validMonths(),
                empty.furtherInformation(),
                Map.of(),
                empty.image()));

        http.perform(get("/catalogue/compare?v=" + one + "&q=" + word).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(
                                "href=\"/catalogue/compare?v=" + one + "&amp;v=" + knots + "&amp;q=" + word + "\"")));
    }
}
