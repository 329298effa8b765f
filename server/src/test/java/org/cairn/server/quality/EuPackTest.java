package org.cairn.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.catalogue.GateReport;
import org.cairn.server.catalogue.GateReport.Level;
import org.cairn.server.catalogue.GateReport.Outcome;
import org.cairn.server.catalogue.GateReport.Verdict;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every rule of the EU pack, once met and once not.
class EuPackTest {
    static final JsonMapper JSON = JsonMapper.builder().build();

    /// A small, complete microcredential; each test changes one thing in it.
    static final String COMPLETE = """
            {"title": {"en": "Repairing bicycle wheels"}, "description": {"en": "True a wheel and replace spokes."},
             "outcomes": [{"text": {"en": "True a wheel to within half a millimetre"}, "assessedBy": [0]}],
             "skills": [], "hours": 50, "ects": 2, "noEctsReason": "", "eqfLevel": 4, "nationalLevel": "",
             "noLevelReason": "",
             "assessments": [{"type": "PRACTICAL_ASSESSMENT", "description": {"en": "One wheel in one hour"}}],
             "supervision": "SUPERVISED_ONSITE_WITH_ID", "participation": ["ON_SITE"],
             "qualityAssurance": [{"type": "INTERNAL_ONLY", "agency": "", "registerUrl": ""}],
             "criteria": {}, "prerequisites": {"en": "None"},
             "stacking": {"kind": "STANDALONE", "targets": []}, "gradingScheme": "", "fieldOfStudy": "",
             "languages": ["en"], "validMonths": null, "furtherInformation": {"en": "Bring gloves"}, "image": null}
            """;

    final Quality quality = new Quality(words(), InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z")));

    private static MessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages/catalogue");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    @Test
    void what_was_found_is_said_in_words_of_the_readers_language() {
        var report = check(COMPLETE, "ES");

        assertThat(found(report, "EU-M06")).containsEntry("es", "True a wheel to within half a millimetre");
        assertThat(found(report, "EU-M07")).containsEntry("en", "2");
        assertThat(found(report, "EU-M09")).containsEntry("en", "Practical assessment");
        assertThat(found(report, "EU-M10")).containsEntry("en", "On site").containsEntry("es", "Presencial");
        assertThat(found(report, "EU-M11")).containsEntry("en", "Internal quality assurance only");
        assertThat(found(report, "EU-O02")).containsEntry("ar", "بإشراف حضوري، مع تحقق من الهوية");
    }

    private static Map<String, String> found(GateReport report, String rule) {
        return report.findings().stream()
                .filter(f -> f.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .found();
    }

    @Test
    void a_complete_spec_conforms_and_says_what_is_left_for_the_award() {
        var report = check(COMPLETE, "ES");

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.obstacles()).isEmpty();
        assertThat(report.findings()).hasSize(16);
        assertThat(report.findings().stream().filter(f -> f.level() == Level.MUST))
                .hasSize(11);
        assertThat(outcomes(report, Outcome.NOT_APPLICABLE)).containsExactly("EU-M01", "EU-M05", "EU-O03");
    }

    @Test
    void an_empty_spec_fails_every_demand_that_a_spec_can_meet() {
        var report = quality.check(SpecContent.empty(), institution("ES"));

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcomes(report, Outcome.FAIL))
                .containsExactly("EU-M02", "EU-M06", "EU-M07", "EU-M08", "EU-M09", "EU-M10", "EU-M11");
        assertThat(report.obstacles()).allSatisfy(f -> {
            assertThat(f.fix().get("en")).isNotBlank();
            assertThat(f.fix().get("ar")).isNotBlank();
            assertThat(f.found().get("es")).isEqualTo("Nada todavía");
        });
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("EU-M02", Outcome.FAIL, "title", "{\"en\": \" \"}"),
                Arguments.of("EU-M06", Outcome.FAIL, "outcomes", "[]"),
                Arguments.of("EU-M06", Outcome.FAIL, "outcomes", "[{\"text\": {\"en\": \"x\"}, \"assessedBy\": []}]"),
                Arguments.of("EU-M07", Outcome.FAIL, "ects", "null"),
                Arguments.of("EU-M08", Outcome.FAIL, "eqfLevel", "null"),
                Arguments.of("EU-M08", Outcome.FAIL, "eqfLevel", "9"),
                Arguments.of("EU-M09", Outcome.FAIL, "assessments", "[]"),
                Arguments.of("EU-M10", Outcome.FAIL, "participation", "[]"),
                Arguments.of("EU-M11", Outcome.FAIL, "qualityAssurance", "[]"),
                Arguments.of(
                        "EU-M11",
                        Outcome.FAIL,
                        "qualityAssurance",
                        "[{\"type\": \"PROGRAMME_ACCREDITATION\", \"agency\": \"ANECA\", \"registerUrl\": \"\"}]"),
                Arguments.of(
                        "EU-M11",
                        Outcome.PASS,
                        "qualityAssurance",
                        "[{\"type\": \"PROGRAMME_ACCREDITATION\", \"agency\": \"A\", \"registerUrl\": \"https://a.eu\"}]"),
                Arguments.of("EU-O01", Outcome.NOT_APPLICABLE, "prerequisites", "{}"),
                Arguments.of("EU-O02", Outcome.NOT_APPLICABLE, "supervision", "null"),
                Arguments.of("EU-O04", Outcome.NOT_APPLICABLE, "stacking", "{\"kind\": \"UNSTATED\", \"targets\": []}"),
                Arguments.of("EU-O04", Outcome.WARN, "stacking", "{\"kind\": \"BOTH\", \"targets\": []}"),
                Arguments.of("EU-O04", Outcome.PASS, "stacking", "{\"kind\": \"BOTH\", \"targets\": [\"BSc\"]}"),
                Arguments.of("EU-O05", Outcome.NOT_APPLICABLE, "furtherInformation", "{}"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void one_changed_element_changes_its_own_line(String rule, Outcome expected, String field, String value) {
        assertThat(outcome(check(with(COMPLETE, field, value), "ES"), rule)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("specRules")
    void every_rule_about_a_spec_passes_on_the_complete_one(String rule) {
        assertThat(outcome(check(COMPLETE, "ES"), rule)).isEqualTo(Outcome.PASS);
    }

    static List<String> specRules() {
        return List.of(
                "EU-M02", "EU-M03", "EU-M04", "EU-M06", "EU-M07", "EU-M08", "EU-M09", "EU-M10", "EU-M11", "EU-O01",
                "EU-O02", "EU-O04", "EU-O05");
    }

    @Test
    void hours_with_a_reason_are_accepted_with_a_warning() {
        var hoursOnly = with(with(COMPLETE, "ects", "null"), "noEctsReason", "\"Offered outside higher education\"");

        var report = check(hoursOnly, "ES");

        assertThat(outcome(report, "EU-M07")).isEqualTo(Outcome.WARN);
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void a_level_may_be_left_out_with_a_reason_but_never_silently() {
        var silent = with(COMPLETE, "eqfLevel", "null");
        var reasoned = with(silent, "noLevelReason", "\"Not placed in a framework\"");

        assertThat(outcome(check(silent, "ES"), "EU-M08")).isEqualTo(Outcome.FAIL);
        assertThat(outcome(check(reasoned, "ES"), "EU-M08")).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void an_outcome_without_assessment_is_named_by_its_position() {
        var second = with(
                COMPLETE,
                "outcomes",
                "[{\"text\": {\"en\": \"a\"}, \"assessedBy\": [0]}, {\"text\": {\"en\": \"b\"}, \"assessedBy\": []}]");

        var finding = check(second, "ES").findings().stream()
                .filter(f -> f.rule().equals("EU-M06"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.fix().get("en")).contains("(2)");
    }

    @Test
    void an_unknown_country_fails() {
        assertThat(outcome(check(COMPLETE, "XX"), "EU-M03")).isEqualTo(Outcome.FAIL);
    }

    private GateReport check(String content, String country) {
        return quality.check(JSON.readValue(content, SpecContent.class), institution(country));
    }

    private static String with(String content, String field, String value) {
        var tree = (ObjectNode) JSON.readTree(content);
        tree.set(field, JSON.readTree(value));
        return tree.toString();
    }

    private static Outcome outcome(GateReport report, String rule) {
        return report.findings().stream()
                .filter(f -> f.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static List<String> outcomes(GateReport report, Outcome outcome) {
        return report.findings().stream()
                .filter(f -> f.outcome() == outcome)
                .map(GateReport.Finding::rule)
                .toList();
    }

    private static Organisation institution(String country) {
        return new Organisation(
                new OrganisationId(new UUID(1, 1)),
                "wheelwrights",
                Organisation.Kind.INSTITUTION,
                "School of Wheelwrights",
                country,
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
