package org.cairn.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the EU pack says to a registrar about a spec that she has begun.
class HalfFilledTest {
    private static final Subject BEGUN = Subject.of(Map.of(
            "spec",
            Map.of(
                    "title", Map.of("en", "Splicing rope"),
                    "awardingBody", List.of(Map.of("name", "Harbour school")),
                    "outcome",
                            List.of(
                                    Map.of("id", "o1", "text", Map.of("en", "Make an eye splice")),
                                    Map.of("id", "o2", "text", Map.of("en", "Judge a worn rope"))),
                    "assessment", List.of(Map.of("type", "practical-assessment", "outcomes", List.of("o1"))),
                    "workload", Map.of("hours", 25),
                    "qualityAssurance", List.of(Map.of("type", "programme-accreditation", "agency", "ANECA"))),
            "issuer",
            Map.of("legalName", "Harbour school", "country", "ES")));

    @Test
    void every_unmet_demand_says_what_to_type() {
        var report = EveryDemandTest.check("eu-2022", BEGUN);

        var fixes = report.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.Fail.FAIL)
                .collect(Collectors.toMap(finding -> finding.rule().id(), finding -> finding.fixIn(Locale.ENGLISH)));

        assertThat(fixes)
                .hasSize(5)
                .containsEntry(
                        "EU-M06",
                        "Write what a learner can do afterwards, and tick for each outcome (2) by which assessment it"
                                + " is shown.")
                .containsEntry("EU-M07", "Give the ECTS credits. Where there are none, give the hours and say why.")
                .containsEntry(
                        "EU-M08", "Choose the level, or write why no level applies. An empty answer is not enough.")
                .containsEntry("EU-M10", "Tick how learners take part.")
                .containsEntry(
                        "EU-M11",
                        "Say who assures the quality. For external assurance (1) add the agency and the link to its"
                                + " register.");
    }

    @Test
    void what_was_found_and_what_is_accepted_stand_beside_the_clause() {
        var finding = EveryDemandTest.finding(EveryDemandTest.check("eu-2022", BEGUN), "EU-M06");

        assertThat(finding.rule().place().path()).isEqualTo("spec.outcome");
        assertThat(finding.foundIn(Locale.of("es"))).isEqualTo("Make an eye splice; Judge a worn rope");
        assertThat(finding.acceptedIn(Locale.of("es")))
                .isEqualTo("Al menos un resultado, cada uno vinculado a una evaluación que lo demuestre");
        assertThat(finding.clause()).contains("2022/C 243/02").endsWith("Annex I, mandatory element 6");
    }

    @Test
    void what_is_about_the_award_waits_for_it() {
        var finding = EveryDemandTest.finding(EveryDemandTest.check("eu-2022", BEGUN), "EU-M01");

        assertThat(finding.outcome()).isEqualTo(Outcome.NotApplicable.LATER);
        assertThat(finding.reasonIn(Locale.of("es"))).isEqualTo("Aquello de lo que trata aún no existe");
    }
}
