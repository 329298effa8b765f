package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cairn.credential.verify.Check.ENDORSEMENTS;
import static org.cairn.credential.verify.Check.INTEGRITY;
import static org.cairn.credential.verify.Check.SCHEMA;
import static org.cairn.credential.verify.Check.VALIDITY_PERIOD;
import static org.cairn.credential.verify.Checking.assertLine;
import static org.cairn.credential.verify.Checking.codes;
import static org.cairn.credential.verify.Checking.remove;
import static org.cairn.credential.verify.Checking.set;
import static org.cairn.credential.verify.Checking.verify;

import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.badge.Baking;
import org.cairn.credential.badge.Extension;
import org.cairn.credential.badge.OpenBadge;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

    private static final JsonObject BADGE = Badges.signed(Badges.aBadge());
    private static final Verifier VERIFIER = Checking.verifier(new FakeOutside());

    @Test
    void every_check_of_a_badge_leaves_a_finding_in_the_fixed_order() {
        Check[] all =
                EnumSet.complementOf(EnumSet.of(Check.CONTAINED, Check.HOLDER)).toArray(Check[]::new);

        assertThat(verify(BADGE).findings().stream().map(Finding::check).distinct())
                .containsExactly(all);
        assertThat(verify(remove(BADGE, "/proof")).findings().stream()
                        .map(Finding::check)
                        .distinct())
                .containsExactly(all);
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void every_message_is_whole_in_plain_words(FindingCode code) {
        String message = new Finding(INTEGRITY, code.outcome(), code, List.of("AAA", "BBB")).message();

        assertThat(message)
                .endsWith(".")
                .doesNotContain("{")
                .doesNotContain("''")
                .doesNotContain("null");
    }

    @Test
    void the_summary_says_what_a_page_shows() {
        BadgeSummary summary = verify(BADGE).summary();

        assertThat(summary.issuer().name()).contains("Universität Höchst");
        assertThat(summary.achievement().name()).contains("Data ethics in practice");
        assertThat(summary.achievement().skills())
                .extracting(BadgeSummary.Skill::name)
                .contains("Data protection");
        assertThat(summary.recipients())
                .extracting(BadgeSummary.Recipient::kind)
                .contains("id", "emailAddress", "name");
        assertThat(summary.dates().validUntil()).contains("2027-11-24T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "/validUntil, '2026-11-24T11:59:59Z', PERIOD_ENDED",
        "/validFrom, '2026-11-24T12:06:00Z', PERIOD_NOT_STARTED",
        "/validFrom, '2026-11-24', PERIOD_UNREADABLE"
    })
    void a_badge_out_of_its_period_is_not_valid(String pointer, String date, FindingCode code) {
        JsonObject badge = Badges.sign(set(Badges.aBadge().toJson(), pointer, "'" + date + "'"), Badges.UNIVERSITY);

        assertLine(verify(badge), code, VALIDITY_PERIOD, Verdict.NOT_VALID);
    }

    @Test
    void a_proof_made_in_the_future_or_past_its_own_end_is_not_valid() {
        JsonObject early = Badges.INTEGRITY.sign(
                Badges.aBadge().toJson(),
                Badges.UNIVERSITY.signer(Badges.UNIVERSITY.didKeyMethod()),
                Badges.NOW.plusSeconds(3600));

        assertLine(verify(early), FindingCode.PROOF_FROM_FUTURE, INTEGRITY, Verdict.NOT_VALID);
        assertLine(
                verify(set(BADGE, "/proof/expires", "'2026-01-01T00:00:00Z'")),
                FindingCode.PROOF_EXPIRED,
                INTEGRITY,
                Verdict.NOT_VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/credentialSubject/achievement/criteria",
                "/credentialSubject/achievement/name",
                "/credentialSubject/achievement/description",
                "/credentialSubject/achievement/alignment/0/targetUrl",
                "/credentialSubject/identifier/0/identityType",
                "/id",
                "/validFrom"
            })
    void a_badge_without_a_required_member_is_no_open_badge(String pointer) {
        JsonObject badge = Badges.sign(remove(Badges.aBadge().toJson(), pointer), Badges.UNIVERSITY);

        assertLine(verify(badge), FindingCode.SCHEMA_VIOLATED, SCHEMA, Verdict.NOT_VALID);
    }

    @Test
    void a_badge_for_nobody_is_not_valid() {
        JsonObject nobody =
                remove(remove(Badges.aBadge().toJson(), "/credentialSubject/identifier"), "/credentialSubject/id");

        assertLine(
                verify(Badges.sign(nobody, Badges.UNIVERSITY)),
                FindingCode.SUBJECT_ANONYMOUS,
                SCHEMA,
                Verdict.NOT_VALID);
    }

    @Test
    void a_badge_on_the_older_data_model_is_valid() {
        JsonObject old = Json.object("""
                {"@context": ["https://www.w3.org/2018/credentials/v1",
                              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
                              "https://w3id.org/security/data-integrity/v2"],
                 "id": "urn:uuid:1", "type": ["VerifiableCredential", "OpenBadgeCredential"],
                 "issuer": {"id": "%s", "type": ["Profile"], "name": "University"},
                 "issuanceDate": "2026-01-01T00:00:00Z", "expirationDate": "2030-01-01T00:00:00Z", "name": "Badge",
                 "credentialSubject": {"id": "did:example:1", "type": ["AchievementSubject"],
                    "achievement": {"id": "urn:uuid:2", "type": ["Achievement"], "name": "A", "description": "B",
                                    "criteria": {"narrative": "C"}}}}""".formatted(Badges.UNIVERSITY.didKey()));

        VerificationReport report = verify(Badges.sign(old, Badges.UNIVERSITY));

        assertThat(report.findings()).extracting(Finding::outcome).doesNotContain(Outcome.FAIL, Outcome.UNKNOWN);
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void good_endorsements_of_credential_and_achievement_are_reported() {
        JsonObject endorsed =
                endorsedBy(Badges.anEndorsement(Badges.aBadge().id().toString(), Badges.EMPLOYER));
        JsonObject achievement = set(
                Badges.aBadge().toJson(),
                "/credentialSubject/achievement/endorsement",
                "[" + Json.text(Badges.anEndorsement(Badges.anAchievement().id().toString(), Badges.EMPLOYER)) + "]");

        assertLine(verify(endorsed), FindingCode.ENDORSEMENT_VALID, ENDORSEMENTS, Verdict.VALID);
        assertLine(
                verify(Badges.sign(achievement, Badges.UNIVERSITY)),
                FindingCode.ENDORSEMENT_VALID,
                ENDORSEMENTS,
                Verdict.VALID);
    }

    @Test
    void an_endorsement_that_does_not_hold_limits_the_verdict() {
        JsonObject good = Badges.anEndorsement(Badges.aBadge().id().toString(), Badges.EMPLOYER);
        JsonObject forged = set(good, "/credentialSubject/endorsementComment", "'Best ever'");

        assertLine(
                verify(endorsedBy(forged)), FindingCode.ENDORSEMENT_INVALID, ENDORSEMENTS, Verdict.VALID_WITH_LIMITS);
    }

    @Test
    void an_endorsement_of_something_else_limits_the_verdict() {
        assertLine(
                verify(endorsedBy(Badges.anEndorsement("urn:uuid:other", Badges.EMPLOYER))),
                FindingCode.ENDORSEMENT_OF_ANOTHER,
                ENDORSEMENTS,
                Verdict.VALID_WITH_LIMITS);
    }

    @Test
    void an_endorsement_that_cannot_be_checked_limits_the_verdict() {
        JsonObject good = Badges.anEndorsement(Badges.aBadge().id().toString(), Badges.EMPLOYER);
        JsonObject unknown = set(good, "/proof/cryptosuite", "'eddsa-xyz-2035'");

        assertLine(
                verify(endorsedBy(unknown)),
                FindingCode.ENDORSEMENT_UNDECIDED,
                ENDORSEMENTS,
                Verdict.VALID_WITH_LIMITS);
    }

    @Test
    void no_more_than_twenty_endorsements_are_checked() {
        JsonObject endorsement = Badges.anEndorsement(Badges.aBadge().id().toString(), Badges.EMPLOYER);
        JsonObject many = set(
                Badges.aBadge().toJson(),
                "/endorsement",
                "[" + String.join(",", java.util.Collections.nCopies(21, Json.text(endorsement))) + "]");

        assertThat(codes(verify(Badges.sign(many, Badges.UNIVERSITY)), ENDORSEMENTS))
                .hasSize(21)
                .contains(FindingCode.ENDORSEMENTS_TOO_MANY);
    }

    @Test
    void a_baked_badge_is_found_whatever_the_media_type_says() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", png);
        byte[] svg =
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);

        var fromPng = VERIFIER.verify(Baking.bakePng(png.toByteArray(), Json.text(BADGE)), "application/octet-stream");
        var fromSvg = VERIFIER.verify(Baking.bakeSvg(svg, Json.text(BADGE)), "");

        assertThat(List.of(fromPng.verdict(), fromSvg.verdict())).containsOnly(Verdict.VALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | EMPTY",
                "'   ' | EMPTY",
                "hello | UNSUPPORTED_FORMAT",
                "{} | NOT_A_CREDENTIAL",
                "{\"type\":\"VerifiableCredential\"} | NOT_A_CREDENTIAL",
                "{ | NOT_JSON",
                "[] | UNSUPPORTED_FORMAT",
                "a.b.c | TOKEN_MALFORMED",
                "e30.e30.e30 | TOKEN_MALFORMED",
                "eyJhbGciOiJFUzI1NiJ9.e30.AA | NOT_A_CREDENTIAL",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/> | PICTURE_WITHOUT_CREDENTIAL",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"> | PICTURE_DAMAGED",
                "<html></html> | UNSUPPORTED_FORMAT",
            })
    void what_is_no_credential_is_refused(String text, NotACredentialException.Code code) {
        NotACredentialException refusal = catchThrowableOfType(
                NotACredentialException.class,
                () -> VERIFIER.verify(text.getBytes(StandardCharsets.UTF_8), "application/json"));

        assertThat(refusal.code()).isEqualTo(code);
    }

    @Test
    void too_large_an_upload_is_refused() {
        byte[] json = ("{\"a\":\"" + "x".repeat(Json.MAX_BYTES) + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> VERIFIER.verify(json, "")).isInstanceOf(TooLargeException.class);
        assertThatThrownBy(() -> VERIFIER.verify(new byte[11 * 1024 * 1024], ""))
                .isInstanceOf(TooLargeException.class);
    }

    @Property(tries = 300)
    boolean any_bytes_are_judged_or_refused(@ForAll byte[] bytes) {
        return judgedOrRefused(bytes);
    }

    @Property(tries = 300)
    boolean a_badge_with_any_byte_changed_is_judged_or_refused_but_never_valid_with_another_meaning(
            @ForAll int position, @ForAll byte value) {
        byte[] changed = Json.bytes(BADGE);
        changed[Math.floorMod(position, changed.length)] = value;
        try {
            VerificationReport report = VERIFIER.verify(changed, "");
            return report.verdict() != Verdict.VALID || report.credential().equals(BADGE);
        } catch (NotACredentialException | TooLargeException e) {
            return true;
        }
    }

    @Property(tries = 200)
    boolean a_badge_with_any_value_of_another_kind_is_judged(@ForAll int member, @ForAll int kind) {
        List<String> values =
                List.of("null", "[]", "{}", "5", "true", "''", "'x'", "[[[]]]", "[null]", "{'@value': 1}");
        String name = List.copyOf(BADGE.keySet()).get(Math.floorMod(member, BADGE.size()));
        JsonObject changed = set(BADGE, "/" + name, values.get(Math.floorMod(kind, values.size())));
        return judgedOrRefused(Json.bytes(changed));
    }

    private static boolean judgedOrRefused(byte[] bytes) {
        try {
            return Arrays.asList(Verdict.values())
                    .contains(VERIFIER.verify(bytes, "").verdict());
        } catch (NotACredentialException | TooLargeException e) {
            return true;
        }
    }

    private static JsonObject endorsedBy(JsonObject endorsement) {
        return Badges.signed(Badges.aBadge()
                .with(new OpenBadge.Attachments(List.of(), List.of(), List.of(endorsement), Extension.none())));
    }
}
