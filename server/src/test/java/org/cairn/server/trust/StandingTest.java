package org.cairn.server.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.credential.badge.Achievement;
import org.cairn.credential.badge.Endorsement;
import org.cairn.credential.badge.Identity;
import org.cairn.credential.badge.Issuer;
import org.cairn.credential.badge.OpenBadge;
import org.cairn.credential.badge.Subject;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.status.StatusEntry;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.award.Awarding;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.Issuers;
import org.cairn.server.issue.StatementId;
import org.cairn.server.issue.Statements;
import org.cairn.server.web.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who stands behind an issuer, as the public verifier tells it: each way in which that can be or fail has its own
/// line.
@CairnTest
class StandingTest {
    private static final Optional<Integer> ANY = Optional.empty();
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Autowired
    Awards awards;

    @Autowired
    Credentials credentials;

    @Autowired
    Issuers issuers;

    @Autowired
    Accreditations accreditations;

    @Autowired
    TrustLists lists;

    @Autowired
    JsonMapper json;

    @Autowired
    InstantSource time;

    private Acting institution;
    private Acting body;
    private SpecVersionId version = new SpecVersionId(UUID.randomUUID());
    private String badge = "";

    /// The badge is of field 1015 and EQF level 5.
    @BeforeEach
    void anIssuedBadgeAndATrustedBody() {
        institution = fixtures.acting(fixtures.anInstitution(), Role.DESIGNER, Role.ISSUER);
        body = fixtures.acting(fixtures.anOrganisation(Organisation.Kind.QUALITY_BODY), Role.REVIEWER);
        lists.setOwn("system", body.organisationId(), true);
        version = publish(content("1015", Optional.of(5)));
        badge = issue();
    }

    @Test
    void nobody_is_known_to_have_accredited_it() throws Exception {
        assertThat(codes()).containsExactly("MISSING NOT_PRESENT");
    }

    @Test
    void it_was_accredited_for_this_on_the_day_of_issue() throws Exception {
        accredit(scope(Set.of("10"), Optional.of(4), Optional.of(6), LONG_AGO, Optional.empty()));

        var line = standing().getFirst();

        assertThat(codes()).containsExactly("ACCREDITED PASS");
        assertThat(line.path("sentence").asString())
                .contains(body.organisation().legalName())
                .contains("fields 10")
                .contains("EQF levels 4 to 6")
                .contains("January 1, 2020");
        assertThat(line.path("why").asString()).contains("its operator trusts it");
        assertThat(line.path("href").asString()).contains("/statements/");
    }

    @Test
    void the_accreditation_does_not_cover_its_field_or_level() throws Exception {
        accredit(scope(Set.of("06"), Optional.of(6), ANY, LONG_AGO, Optional.empty()));

        assertThat(codes()).containsExactly("OUT_OF_SCOPE FAIL");
        assertThat(standing().getFirst().path("sentence").asString())
                .contains("its field is another, its level is another");
    }

    @Test
    void what_the_credential_does_not_say_cannot_be_told_to_be_covered() throws Exception {
        version = publish(content("", Optional.empty()));
        badge = issue();
        accredit(scope(Set.of("06"), ANY, ANY, LONG_AGO, Optional.empty()));

        assertThat(codes()).containsExactly("OUT_OF_SCOPE UNKNOWN");
    }

    @Test
    void the_accreditation_had_run_out_before_the_day_of_issue() throws Exception {
        accredit(scope(Set.of(), ANY, ANY, LONG_AGO, Optional.of(LONG_AGO.plusYears(1))));

        assertThat(codes()).containsExactly("NOT_THEN FAIL");
    }

    @Test
    void the_accreditation_was_withdrawn_after_the_day_of_issue() throws Exception {
        var id = accredit(all());
        // Credentials count in whole seconds: only from the next one on is it afterwards.
        Thread.sleep(1_001);

        accreditations.withdraw(body, id, "Site visit failed");

        assertThat(codes()).containsExactly("WITHDRAWN_LATER WARN");
        assertThat(standing().getFirst().path("sentence").asString()).contains("withdrew the accreditation later");
    }

    @Test
    void the_accreditation_was_withdrawn_before_the_day_of_issue() throws Exception {
        var id = accredit(all());
        accreditations.withdraw(body, id, "Site visit failed");
        badge = issue();

        assertThat(codes()).containsExactly("WITHDRAWN_BEFORE FAIL");
    }

    @Test
    void whoever_accredited_it_is_not_trusted_here() throws Exception {
        lists.setOwn("system", body.organisationId(), false);
        accredit(all());

        assertThat(codes()).containsExactly("UNKNOWN_BODY UNKNOWN");
    }

    @Test
    void a_better_accreditation_stands_for_an_older_one() throws Exception {
        accredit(scope(Set.of(), ANY, ANY, LONG_AGO, Optional.of(LONG_AGO.plusYears(1))));
        accredit(all());
        accredit(scope(Set.of("10"), ANY, ANY, LONG_AGO, Optional.empty()));

        assertThat(codes()).containsExactly("ACCREDITED PASS");
        assertThat(standing().getFirst().path("sentence").asString())
                .as("the newest")
                .contains("fields 10");
    }

    @Test
    void an_approval_of_the_version_has_a_line_of_its_own() throws Exception {
        accreditations.sign(
                body,
                new Accreditations.Wish(
                        Accreditations.Kind.VERSION,
                        accreditations.address(version),
                        all(),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(codes()).containsExactly("MISSING NOT_PRESENT", "ACCREDITED PASS");
        assertThat(standing().get(1).path("title").asString()).isEqualTo("Approval of the microcredential");
    }

    @Test
    void whoever_writes_the_address_of_an_approved_version_into_a_badge_of_his_own_borrows_nothing() throws Exception {
        accreditations.sign(
                body,
                new Accreditations.Wish(
                        Accreditations.Kind.VERSION,
                        accreditations.address(version),
                        all(),
                        Optional.empty(),
                        Optional.empty()));
        var mill = Ed25519Key.generate(new SecureRandom());
        var theirs = Json.object(badge);
        var copied = OpenBadge.of(
                        URI.create("urn:uuid:" + UUID.randomUUID()),
                        Issuer.of(mill.didKey(), "Mill"),
                        new Achievement(
                                accreditations.address(version),
                                theirs.getString("name"),
                                "As good as theirs.",
                                new Achievement.Criteria(Optional.empty(), Optional.of("None.")),
                                Achievement.MICROCREDENTIAL,
                                Achievement.Details.none(),
                                List.of(),
                                List.of(),
                                List.of()),
                        new Subject(
                                Optional.of(URI.create("urn:uuid:" + UUID.randomUUID())),
                                List.of(Identity.name("Ana Gil")),
                                List.of(),
                                Subject.Activity.none(),
                                Optional.empty(),
                                Optional.empty()),
                        OpenBadge.Validity.from(time.instant()))
                .toJson();
        badge = Json.text(
                new DataIntegrity(Contexts.bundled()).sign(copied, mill.signer(mill.didKeyMethod()), time.instant()));

        assertThat(codes()).containsExactly("MISSING NOT_PRESENT");
    }

    /// The signature covers what words stand for, so each of these verifies as it did before.
    @Test
    void limits_that_are_spelled_in_disguise_do_not_vanish() throws Exception {
        var agency = Ed25519Key.generate(new SecureRandom());
        var ended = scope(Set.of("06"), ANY, ANY, LONG_AGO, Optional.of(LONG_AGO.plusYears(1)));
        var text = Json.text(signed(agency, Optional.empty(), ended));
        var renamed = text.replace("\"accreditedUntil\":", "\"x1\":").replace("\"accreditedFields\":", "\"x2\":");
        var listed = text.replace("\"accreditedUntil\":\"2021-01-01\"", "\"accreditedUntil\":[\"2021-01-01\"]");
        var nested =
                text.replace("\"accreditedUntil\":\"2021-01-01\"", "\"@nest\":{\"accreditedUntil\":\"2021-01-01\"}");
        var valued =
                text.replace("\"accreditedUntil\":\"2021-01-01\"", "\"accreditedUntil\":{\"@value\":\"2021-01-01\"}");
        assertThat(List.of(renamed, listed, nested, valued)).doesNotContain(text);

        for (var disguised : List.of(text, renamed, listed, nested, valued)) {
            bringIn(agency, Json.object(disguised));
            assertThat(codes()).as(disguised).doesNotContain("ACCREDITED PASS");
            lists.lists().forEach(list -> lists.drop("system", list.id()));
        }
    }

    @Test
    void limits_in_a_second_object_of_the_same_id_do_not_vanish() throws Exception {
        var agency = Ed25519Key.generate(new SecureRandom());
        var ended = scope(Set.of(), ANY, ANY, LONG_AGO, Optional.of(LONG_AGO.plusYears(1)));
        var whole = signed(agency, Optional.empty(), ended);
        var subject = whole.getJsonObject("credentialSubject");
        var rest = Json.PROVIDER
                .createObjectBuilder()
                .add("id", subject.getString("id"))
                .add("accreditedUntil", subject.getString("accreditedUntil"));
        var split = Json.PROVIDER
                .createObjectBuilder(whole)
                .add(
                        "credentialSubject",
                        Json.PROVIDER
                                .createArrayBuilder()
                                .add(Json.PROVIDER.createObjectBuilder(subject).remove("accreditedUntil"))
                                .add(rest))
                .build();
        bringIn(agency, whole);
        assertThat(codes()).containsExactly("NOT_THEN FAIL");
        lists.lists().forEach(list -> lists.drop("system", list.id()));

        var list = listOf(agency, split);
        assertThatThrownBy(() -> TrustListFile.read(list, "")).isInstanceOf(InputException.class);
    }

    @Test
    void a_forged_credential_borrows_no_standing() throws Exception {
        accredit(all());
        badge = badge.replace("Reading maps", "Brain surgery");

        assertThat(codes()).isEmpty();
    }

    @Test
    void a_list_that_was_brought_in_counts_until_it_is_removed() throws Exception {
        var agency = Ed25519Key.generate(new SecureRandom());
        bringIn(agency, signed(agency, Optional.empty()));

        assertThat(codes()).containsExactly("ACCREDITED PASS");
        assertThat(standing().getFirst().path("why").asString()).contains("Agencies of the test");

        lists.lists().forEach(list -> lists.drop("system", list.id()));
        assertThat(codes()).containsExactly("MISSING NOT_PRESENT");
    }

    @Test
    void identifiers_alone_make_bodies_known_whose_statements_travel_elsewhere() throws Exception {
        lists.setOwn("system", body.organisationId(), false);
        accredit(all());
        var did = issuers.did(body.organisationId()).orElseThrow();
        var text = (did + "  Agency by its identifier\n").getBytes(UTF_8);
        lists.add("system", TrustListFile.read(text, "Identifiers"), text);

        assertThat(codes()).containsExactly("ACCREDITED PASS");
        assertThat(standing().getFirst().path("sentence").asString()).contains("Agency by its identifier");
        lists.lists().forEach(list -> lists.drop("system", list.id()));
    }

    @Test
    void a_changed_statement_and_one_whose_status_cannot_be_had_are_told_apart() throws Exception {
        var agency = Ed25519Key.generate(new SecureRandom());
        var whole = signed(agency, Optional.empty());
        bringIn(agency, Json.object(Json.text(whole).replace("2020-01-01", "2019-01-01")));
        assertThat(codes()).containsExactly("BROKEN FAIL");
        lists.lists().forEach(list -> lists.drop("system", list.id()));

        var nowhere = new StatusEntry(URI.create("https://127.0.0.1:1/status/1"), StatusEntry.REVOCATION, 7);
        bringIn(agency, signed(agency, Optional.of(nowhere)));
        assertThat(codes()).containsExactly("UNDECIDED UNKNOWN");
        lists.lists().forEach(list -> lists.drop("system", list.id()));
    }

    private StatementId accredit(Scope scope) {
        var about = URI.create(issuers.did(institution.organisationId()).orElseThrow());
        return accreditations.sign(
                body,
                new Accreditations.Wish(
                        Accreditations.Kind.INSTITUTION, about, scope, Optional.empty(), Optional.empty()));
    }

    private static Scope all() {
        return scope(Set.of(), ANY, ANY, LONG_AGO, Optional.empty());
    }

    private static Scope scope(
            Set<String> fields,
            Optional<Integer> low,
            Optional<Integer> high,
            LocalDate from,
            Optional<LocalDate> until) {
        return new Scope(fields, low, high, Set.of("MicroCredential"), List.of(), from, until);
    }

    /// An agency of another platform, known by its key.
    private JsonObject signed(Ed25519Key agency, Optional<StatusEntry> status) {
        return signed(agency, status, all());
    }

    private JsonObject signed(Ed25519Key agency, Optional<StatusEntry> status, Scope scope) {
        var type = Optional.of(Accreditations.ACCREDITATION);
        var unsigned = new Endorsement(
                        URI.create("urn:uuid:" + UUID.randomUUID()),
                        Issuer.of(agency.didKey(), "Far agency"),
                        URI.create(issuers.did(institution.organisationId()).orElseThrow()),
                        "Accreditation",
                        Optional.empty(),
                        OpenBadge.Validity.from(time.instant().minusSeconds(60)),
                        status.stream().toList(),
                        type,
                        Statements.terms(type, scope.facts()))
                .toJson();
        return new DataIntegrity(Contexts.bundled())
                .sign(unsigned, agency.signer(agency.didKeyMethod()), time.instant());
    }

    private void bringIn(Ed25519Key agency, JsonObject accreditation) {
        var bytes = listOf(agency, accreditation);
        lists.add("system", TrustListFile.read(bytes, ""), bytes);
    }

    private static byte[] listOf(Ed25519Key agency, JsonObject accreditation) {
        var list = Json.text(Json.object("""
                {"name": "Agencies of the test", "bodies": [{"did": "%s", "name": "Far agency"}], "accreditations": [%s]}
                """.formatted(agency.didKey(), Json.text(accreditation))));
        return list.getBytes(UTF_8);
    }

    private SpecVersionId publish(SpecContent content) {
        return specs.publish(
                institution, specs.create(institution, content), Optional.of("made for a test of accreditations"));
    }

    private static SpecContent content(String field, Optional<Integer> level) {
        var blank = SpecContent.empty();
        return new SpecContent(
                Map.of("en", "Reading maps"),
                Map.of("en", "Finds the way with map and compass."),
                blank.outcomes(),
                blank.skills(),
                Optional.of(new BigDecimal("25")),
                Optional.empty(),
                "",
                level,
                "",
                "",
                blank.assessments(),
                Optional.empty(),
                Set.of(),
                List.of(),
                Map.of(),
                Map.of(),
                blank.entrySkills(),
                blank.stacking(),
                "",
                field,
                List.of("en"),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    private String issue() {
        var award = awards.award(
                institution,
                new Awarding(
                        version,
                        "Ana Gil",
                        Optional.empty(),
                        Optional.of("N-" + UUID.randomUUID()),
                        time.instant().atOffset(ZoneOffset.UTC).toLocalDate(),
                        Optional.empty(),
                        Optional.empty()));
        return credentials.ofAwards(List.of(award.id())).getFirst().json();
    }

    private List<String> codes() throws Exception {
        return standing().stream()
                .map(line ->
                        line.path("code").asString() + " " + line.path("result").asString())
                .toList();
    }

    private List<JsonNode> standing() throws Exception {
        var answer = http.perform(post("/verify")
                        .contentType("application/json")
                        .header("Accept-Language", "en")
                        .content(badge.getBytes(UTF_8)))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
        return json.readTree(answer).path("behindIssuer").valueStream().toList();
    }
}
