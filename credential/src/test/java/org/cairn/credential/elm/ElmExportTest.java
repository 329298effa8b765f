package org.cairn.credential.elm;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.Badges;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;

class ElmExportTest {

    private static final JsonObject BADGE = Badges.signed(Badges.aBadge().with(Badges.withEverything(List.of())));
    private static final ElmExport EXPORT = ElmExport.of(BADGE, "de", Optional.of(Duration.ofHours(75)));

    @Test
    void it_is_a_european_digital_credential_of_the_issuer_to_the_person() {
        assertThat(text("/type/1")).isEqualTo("EuropeanDigitalCredential");
        assertThat(text("/issuer/legalName/en/0")).isEqualTo("Universität Höchst");
        assertThat(text("/issuer/location/0/address/0/countryCode/id"))
                .isEqualTo("http://publications.europa.eu/resource/authority/country/DEU");
        assertThat(text("/credentialSubject/fullName/en/0")).isEqualTo("Ada Lovelace");
        assertThat(text("/validFrom")).isEqualTo(BADGE.getString("validFrom"));
    }

    @Test
    void the_claim_is_an_achievement_with_its_award_its_grade_and_what_was_learnt() {
        String claim = "/credentialSubject/hasClaim/0";

        assertThat(text(claim + "/title/en/0")).isEqualTo("Data ethics in practice");
        assertThat(text(claim + "/awardedBy/awardingDate")).isEqualTo(BADGE.getString("awardedDate"));
        assertThat(text(claim + "/awardedBy/awardingBody/0/id")).isEqualTo(Badges.UNIVERSITY.didKey());
        assertThat(text(claim + "/provenBy/0/title/en/0")).isEqualTo("Final grade");
        assertThat(text(claim + "/provenBy/0/grade/noteLiteral/en/0")).isEqualTo("A");
        assertThat(text(claim + "/specifiedBy/volumeOfLearning")).isEqualTo("PT75H");
        assertThat(text(claim + "/specifiedBy/learningOutcome/1/title/en/0")).isEqualTo("Data protection");
        assertThat(text(claim + "/specifiedBy/learningOutcome/1/relatedESCOSkill/0/id"))
                .isEqualTo("http://data.europa.eu/esco/skill/2");
    }

    @Test
    void credits_are_only_exported_with_their_scheme() {
        JsonObject withScheme = withAlignment("http://data.europa.eu/snb/education-credit/6fcec5c5af");
        ElmExport scheme = ElmExport.of(withScheme, "en", Optional.empty());

        assertThat(places(EXPORT)).contains("/credentialSubject/achievement/creditsAvailable");
        assertThat(places(scheme)).doesNotContain("/credentialSubject/achievement/creditsAvailable");
        assertThat(text(scheme, "/credentialSubject/hasClaim/0/specifiedBy/creditPoint/0/point"))
                .isEqualTo("2.5");
    }

    @Test
    void an_alignment_to_the_european_framework_makes_it_a_qualification_with_a_level() {
        ElmExport export = ElmExport.of(withAlignment("http://data.europa.eu/snb/eqf/6"), "en", Optional.empty());

        assertThat(text(export, "/credentialSubject/hasClaim/0/specifiedBy/type"))
                .isEqualTo("Qualification");
        assertThat(text(export, "/credentialSubject/hasClaim/0/specifiedBy/eqfLevel/id"))
                .isEqualTo("http://data.europa.eu/snb/eqf/6");
    }

    @Test
    void what_is_lost_is_told_with_its_reason() {
        assertThat(EXPORT.lost())
                .contains(
                        new ElmExport.Loss(
                                "/proof", "the signature covers the badge; the export has to be sealed on its own"),
                        new ElmExport.Loss("/credentialStatus", "the status is that of the badge"));
        assertThat(places(EXPORT))
                .contains(
                        "/evidence",
                        "/credentialSubject/narrative",
                        "/credentialSubject/achievement/description",
                        "/credentialSubject/achievement/tag",
                        "/credentialSubject/achievement/workloadHours");
    }

    /// Whatever text of the badge is not in the export is in the list of losses.
    @Test
    void nothing_is_lost_without_being_told() {
        String exported = Json.text(EXPORT.document());
        List<String> places = places(EXPORT);

        assertThat(texts("", BADGE))
                .allSatisfy(leaf -> assertThat(exported.contains(
                                        Json.PROVIDER.createValue(leaf.value()).toString())
                                || places.stream()
                                        .anyMatch(place -> leaf.place().startsWith(place))
                                || leaf.place().contains("type")
                                || leaf.place().contains("@context")
                                || leaf.place().endsWith("identityType")
                                || leaf.place().contains("resultDescription")
                                || leaf.place().endsWith("addressCountryCode"))
                        .as(leaf.place())
                        .isTrue());
    }

    @Test
    void what_the_model_demands_and_a_badge_does_not_say_is_told() {
        JsonObject poor = Json.object("""
                {"issuer": "did:example:1", "credentialSubject": {"achievement": {"name": "n"}}}""");

        ElmExport export = ElmExport.of(poor, "en", Optional.empty());

        assertThat(export.missing()).contains("displayParameter", "issuer.legalName", "issuer.location");
        assertThat(text(export, "/issuer/id")).isEqualTo("did:example:1");
    }

    @Test
    void a_strange_document_is_exported_as_far_as_it_goes() {
        JsonObject strange = Json.object("""
                {"issuer": {"address": {"addressCountryCode": "ZZZ"}}, "credentialSubject": [1, {"result": 5}],
                 "validFrom": 7, "a/b~c": {"d": 1}}""");

        ElmExport export = ElmExport.of(strange, "en", Optional.empty());

        assertThat(places(export)).contains("/validFrom", "/a~1b~0c", "/credentialSubject");
    }

    private record Leaf(String place, String value) {}

    private static List<Leaf> texts(String here, JsonValue value) {
        return switch (value) {
            case JsonObject object ->
                object.entrySet().stream()
                        .flatMap(member -> texts(here + "/" + member.getKey(), member.getValue()).stream())
                        .toList();
            case jakarta.json.JsonArray array ->
                java.util.stream.IntStream.range(0, array.size())
                        .boxed()
                        .flatMap(i -> texts(here + "/" + i, array.get(i)).stream())
                        .toList();
            case JsonString text -> List.of(new Leaf(here, text.getString()));
            default -> List.of();
        };
    }

    private static JsonObject withAlignment(String target) {
        String alignment = "{\"type\": [\"Alignment\"], \"targetName\": \"x\", \"targetUrl\": \"" + target + "\"}";
        return Json.PROVIDER
                .createPointer("/credentialSubject/achievement/alignment/-")
                .add(BADGE, Json.object(alignment));
    }

    private static List<String> places(ElmExport export) {
        return export.lost().stream().map(ElmExport.Loss::place).toList();
    }

    private static String text(String pointer) {
        return text(EXPORT, pointer);
    }

    private static String text(ElmExport export, String pointer) {
        return ((JsonString) Json.PROVIDER.createPointer(pointer).getValue(export.document())).getString();
    }
}
