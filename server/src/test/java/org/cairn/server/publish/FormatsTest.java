package org.cairn.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.server.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// What each format says of a version, held against its transcribed terms and against a JSON-LD processor.
class FormatsTest {
    private final Descriptions descriptions =
            new Descriptions(PublishFixtures.places(), PublishFixtures.words(), JsonMapper.shared());
    private final Listing full = PublishFixtures.aFullListing();

    @ParameterizedTest
    @EnumSource
    void every_member_is_a_term_of_the_format_and_every_class_has_what_it_must(Format format) {
        var document = descriptions.of(full, format).document();

        assertThat(vocabulary(format).faults(document)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_json_ld_processor_drops_nothing(Format format) throws Exception {
        var document = descriptions.of(full, format).document();
        var vocabulary = vocabulary(format);

        var expanded = vocabulary.expand(descriptions.text(document));

        assertThat(Vocabulary.expanded(expanded)).isEqualTo(vocabulary.stated(document));
        assertThat(expanded.toString()).doesNotContain("\"@id\":\"Dock").doesNotContain("null");
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_version_is_told_with_what_is_missing_and_nothing_is_lost(Format format) {
        var empty = descriptions.of(PublishFixtures.anEmptyListing(), format);

        assertThat(empty.lost()).allMatch(l -> l.path().equals("succession"));
        assertThat(vocabulary(format).faults(empty.document()))
                .allMatch(fault -> fault.matches("\\S+ must have \\S*(name|title|description)"));
    }

    @Test
    void ctdl_says_who_what_how_and_for_how_much() {
        var json = descriptions.text(descriptions.of(full, Format.CTDL).document());

        var version = PublishFixtures.HOST + "/catalogue/" + PublishFixtures.VERSION;
        Map<String, Object> credential = JsonPath.read(json, "$['@graph'][0]");
        assertThat(credential)
                .containsEntry("@type", "ceterms:MicroCredential")
                .containsEntry("@id", version)
                .containsEntry("ceterms:ctid", "ce-" + PublishFixtures.VERSION)
                .containsEntry("ceterms:renewalFrequency", "P36M")
                .containsEntry("ceterms:dateEffective", "2026-05-01")
                .containsEntry("ceterms:isPartOf", List.of("https://school.example/guide"))
                .containsEntry("ceterms:latestVersion", PublishFixtures.HOST + "/catalogue/" + PublishFixtures.NEWER);
        assertThat(JsonPath.<String>read(json, "$['@graph'][0]['ceterms:credentialStatusType']['ceterms:targetNode']"))
                .isEqualTo("credentialStat:Superseded");
        assertThat(JsonPath.<String>read(
                        json, "$['@graph'][0]['ceterms:estimatedDuration'][0]['ceterms:exactDuration']"))
                .isEqualTo("PT62H30M");
        var earn = "$['@graph'][0]['ceterms:requires'][0]";
        assertThat(JsonPath.<Double>read(json, earn + "['ceterms:creditValue'][0]['schema:value']"))
                .isEqualTo(2.5);
        assertThat(JsonPath.<String>read(
                        json, earn + "['ceterms:creditValue'][0]['ceterms:creditUnitType'][0]['ceterms:targetNode']"))
                .isEqualTo("http://data.europa.eu/snb/education-credit/6fcec5c5af");
        assertThat(JsonPath.<List<String>>read(json, earn + "['ceterms:targetAssessment']"))
                .containsExactly(version + "#assessment-1", version + "#assessment-2");
        assertThat(JsonPath.<List<String>>read(json, earn + "['ceterms:targetCompetency'][*]['ceterms:targetNode']"))
                .containsExactly(PublishFixtures.ESCO);
        assertThat(all(json, "ceterms:AssessmentProfile", "['ceterms:assesses'].length()"))
                .containsExactly(2, 1);
        assertThat(all(json, "ceterms:LearningOpportunityProfile", "['ceterms:estimatedCost'][0]['ceterms:price']"))
                .containsExactly(120.5, 0);
        assertThat(all(json, "ceterms:LearningOpportunityProfile", "['ceterms:dateEffective']"))
                .containsExactly("2190-03-09");
        assertThat(all(json, "ceterms:QACredentialOrganization", "['ceterms:name'].en"))
                .containsExactly("An agency", "Another agency", "The agency", "Agency for Maps");
        assertThat(all(json, "ceterms:CredentialOrganization", "['ceterms:accreditedBy'][*]"))
                .containsExactly("_:qa-1", PublishFixtures.HOST + "/issuers/agency");
        assertThat(credential).containsEntry("ceterms:approvedBy", List.of(PublishFixtures.HOST + "/issuers/agency"));
        assertThat(all(json, "ceterms:ApproveAction", "['ceterms:object'][0]")).containsExactly(version);
        assertThat(all(json, "ceterms:AccreditAction", "['ceterms:evidenceOfAction']"))
                .singleElement()
                .asString()
                .startsWith(PublishFixtures.HOST + "/statements/");
    }

    @Test
    void the_same_version_has_the_same_identifiers_each_time() {
        var once = descriptions.text(descriptions.of(full, Format.CTDL).document());
        var again = descriptions.text(descriptions.of(full, Format.CTDL).document());

        assertThat(again).isEqualTo(once);
        assertThat(JsonPath.<List<String>>read(once, "$..['ceterms:ctid']"))
                .doesNotHaveDuplicates()
                .allMatch(ctid -> ctid.matches("ce-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .hasSize(9);
    }

    @Test
    void the_european_model_takes_codes_of_its_lists() {
        var json = descriptions.text(descriptions.of(full, Format.ELM).document());

        var qualification = "$['@graph'][0]";
        assertThat(JsonPath.<String>read(json, qualification + ".eqfLevel.id"))
                .isEqualTo("http://data.europa.eu/snb/eqf/5");
        assertThat(JsonPath.<String>read(json, qualification + ".eqfLevel.inScheme.id"))
                .isEqualTo("http://data.europa.eu/snb/eqf/25831c2");
        assertThat(JsonPath.<String>read(json, qualification + ".thematicArea[0].id"))
                .isEqualTo("http://data.europa.eu/snb/isced-f/1015");
        assertThat(JsonPath.<String>read(json, qualification + ".creditPoint[0].point"))
                .isEqualTo("2.5");
        assertThat(JsonPath.<String>read(json, qualification + ".volumeOfLearning"))
                .isEqualTo("PT62H30M");
        assertThat(JsonPath.<List<String>>read(json, qualification + ".language[*].id"))
                .containsExactly(
                        "http://publications.europa.eu/resource/authority/language/ENG",
                        "http://publications.europa.eu/resource/authority/language/SPA");
        assertThat(JsonPath.<List<String>>read(json, qualification + ".learningOutcome[*].relatedESCOSkill[0].id"))
                .containsExactly(PublishFixtures.ESCO);
        assertThat(JsonPath.<List<String>>read(json, qualification + ".accreditation[*].dcType.id"))
                .containsExactly(
                        "http://data.europa.eu/snb/accreditation/bb4618238e",
                        "http://data.europa.eu/snb/accreditation/820101cba6",
                        "http://data.europa.eu/snb/accreditation/820101cba6",
                        "http://data.europa.eu/snb/accreditation/820101cba6");
        assertThat(JsonPath.<List<String>>read(json, "$['@graph'][1].accreditation[0].limitEQFLevel[*].id"))
                .containsExactly("http://data.europa.eu/snb/eqf/5", "http://data.europa.eu/snb/eqf/6");
        assertThat(JsonPath.<List<String>>read(json, "$['@graph'][1].accreditation[0].limitField[*].id"))
                .containsExactly("http://data.europa.eu/snb/isced-f/06", "http://data.europa.eu/snb/isced-f/10");
        assertThat(JsonPath.<String>read(json, "$['@graph'][1].accreditation[0].expiryDate"))
                .isEqualTo("2030-12-31T23:59:59Z");
        assertThat(JsonPath.<List<String>>read(json, qualification + ".description.es"))
                .containsExactly("Orientarse.");
        assertThat(JsonPath.<String>read(json, "$['@graph'][1].location[0].address[0].countryCode.id"))
                .isEqualTo("http://publications.europa.eu/resource/authority/country/ESP");
        assertThat(JsonPath.<String>read(json, "$['@graph'][3].applicationDeadline"))
                .isEqualTo("2190-03-01T23:59:59Z");
        assertThat(JsonPath.<String>read(json, "$['@graph'][3].priceDetail[0].amount.unit.id"))
                .isEqualTo("http://publications.europa.eu/resource/authority/currency/EUR");
    }

    @ParameterizedTest
    @MethodSource
    void what_a_format_cannot_say_is_told(Format format, List<String> paths) {
        var lost = descriptions.of(full, format).lost();

        assertThat(lost).extracting(Description.Loss::path).containsAll(paths);
        assertThat(lost).allMatch(l -> l.why().length() > 10);
    }

    static Stream<Arguments> what_a_format_cannot_say_is_told() {
        return Stream.of(
                Arguments.of(
                        Format.CTDL,
                        List.of(
                                "assessments[1].type",
                                "qualityAssurance[3]",
                                "qualityAssurance[4]",
                                "stacking.targets[0]",
                                "noEctsReason",
                                "frameworkFacts",
                                "nationalLevel",
                                "noLevelReason",
                                "furtherInformation",
                                "participation",
                                "offerings[0].terms.places",
                                "accreditations[0].scope.fields",
                                "offerings[0].terms.applyBy")),
                Arguments.of(
                        Format.ELM,
                        List.of(
                                "outcomes[0].assessedBy",
                                "stacking.kind",
                                "supervision",
                                "entrySkills",
                                "validMonths",
                                "nationalLevel",
                                "languages",
                                "participation",
                                "succession",
                                "approvals[0].scope.kinds",
                                "offerings[0].terms.hoursPerWeek")),
                Arguments.of(
                        Format.SCHEMA,
                        List.of("ects", "assessments", "criteria", "stacking", "offerings[0].terms.accessibility")));
    }

    @Test
    void a_text_that_falls_together_with_another_is_told_as_lost() {
        var losses = new Losses();

        var texts = new ElmTexts(losses).of("title", Fixtures.texts("es", "uno", "es-MX", "dos"));

        assertThat(texts).containsExactly(Map.entry("es", List.of("uno")));
        assertThat(losses.of(Map.of()).lost())
                .extracting(Description.Loss::path)
                .containsExactly("title.es-MX");
    }

    private static List<Object> all(String json, String type, String path) {
        return JsonPath.read(json, "$['@graph'][?(@['@type']=='" + type + "')]" + path);
    }

    private static Vocabulary vocabulary(Format format) {
        return Vocabulary.read(format.slug() + ".terms");
    }
}
