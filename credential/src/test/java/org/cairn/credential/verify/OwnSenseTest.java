package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.credential.verify.Checking.assertLine;
import static org.cairn.credential.verify.Checking.codes;
import static org.cairn.credential.verify.Checking.remove;
import static org.cairn.credential.verify.Checking.set;
import static org.cairn.credential.verify.Checking.verify;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.Badges;
import org.cairn.credential.badge.BadgeContext;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.ProofOptions;
import org.cairn.credential.proof.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever uses the words of badges and records in a sense of his own is believed about his statements, and never shown
/// as a badge.
class OwnSenseTest {

    private static final String V2 = "'https://www.w3.org/ns/credentials/v2'";
    private static final String OB = "'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'";
    private static final String OWN = """
            {'OpenBadgeCredential': 'urn:own:Spell', 'EndorsementCredential': 'urn:own:Curse', 'ClrCredential': 'urn:own:Book',
             'achievement': 'urn:own:feat', 'identifier': 'urn:own:mark', 'identityType': 'urn:own:t',
             'identityHash': 'urn:own:h', 'awardedDate': 'urn:own:day', 'url': 'urn:own:u', 'endorsement': 'urn:own:e',
             'endorsementComment': 'urn:own:c', 'result': 'urn:own:result', 'value': 'urn:own:value'}""";

    private static JsonObject unsigned(String type, String context) {
        return Json.object(
                """
                {'@context': %s, 'id': 'urn:uuid:1', 'type': ['VerifiableCredential', '%s'], 'name': 'Mine',
                 'issuer': {'id': '%s', 'name': 'A wizard', 'url': 'https://wizard.example'},
                 'validFrom': '2026-11-01T00:00:00Z', 'awardedDate': '2026-11-02', 'endorsement': {'name': 'x'},
                 'credentialSubject': {'id': 'urn:ada', 'achievement': {'name': 'Master of magic'},
                   'endorsementComment': 'Good', 'result': {'value': 'A'},
                   'identifier': {'identityType': 'emailAddress', 'identityHash': 'ada@example.org'}}}
                """.formatted(context, type, Badges.UNIVERSITY.didKey()).replace('\'', '"'));
    }

    private static JsonObject signed(JsonObject unsigned, Suite suite) {
        return Badges.INTEGRITY.sign(
                unsigned,
                Badges.UNIVERSITY.signer(Badges.UNIVERSITY.didKeyMethod()),
                ProofOptions.of(suite, Badges.NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"EDDSA_RDFC_2022", "EDDSA_JCS_2022"})
    void such_a_credential_is_intact_and_no_badge(Suite suite) {
        JsonObject signed = signed(unsigned("OpenBadgeCredential", "[" + V2 + ", " + OWN + "]"), suite);

        VerificationReport report = verify(signed);

        assertThat(codes(report, Check.INTEGRITY)).containsExactly(FindingCode.PROOF_VALID);
        assertThat(codes(report, Check.ENDORSEMENTS)).containsExactly(FindingCode.ENDORSEMENTS_NONE);
        assertLine(report, FindingCode.SCHEMA_VIOLATED, Check.SCHEMA, Verdict.NOT_VALID);
        assertNotShown(report);
    }

    private static void assertNotShown(VerificationReport report) {
        BadgeSummary summary = report.summary();
        assertThat(summary.name()).contains("Mine");
        assertThat(summary.issuer().name()).contains("A wizard");
        assertThat(summary.issuer().url()).isEmpty();
        assertThat(summary.recipients())
                .extracting(BadgeSummary.Recipient::value)
                .containsExactly("urn:ada");
        assertThat(summary.dates().awarded()).isEmpty();
        assertThat(summary.achievement())
                .isEqualTo(new BadgeSummary.AchievementSummary(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void its_own_mark_confirms_no_recipient() {
        JsonObject signed = signed(unsigned("OpenBadgeCredential", "[" + V2 + ", " + OWN + "]"), Suite.EDDSA_RDFC_2022);

        VerificationReport report = Checking.verifier(new org.cairn.credential.FakeOutside())
                .verify(
                        Json.bytes(signed),
                        "application/json",
                        Expectations.none().withEmail("ada@example.org"));

        assertThat(codes(report, Check.HOLDER)).contains(FindingCode.RECIPIENT_DIFFERS);
    }

    /// Wherever it is put: canonical JSON lets contexts follow those of the proof.
    @ParameterizedTest
    @EnumSource(names = {"EDDSA_RDFC_2022", "EDDSA_JCS_2022"})
    void a_context_of_badges_added_to_it_does_not_make_it_one(Suite suite) {
        JsonObject signed = signed(unsigned("OpenBadgeCredential", "[" + V2 + ", " + OWN + "]"), suite);

        assertThat(codes(verify(set(signed, "/@context/1", OB)), Check.INTEGRITY))
                .doesNotContain(FindingCode.PROOF_VALID);
        assertThat(verify(set(signed, "/@context", "[" + V2 + ", " + OB + ", " + OWN + "]"))
                        .verdict())
                .isEqualTo(Verdict.NOT_VALID);
        VerificationReport after = verify(set(signed, "/@context/-", OB));
        assertThat(after.verdict()).isEqualTo(Verdict.NOT_VALID);
        assertNotShown(after);
    }

    @Test
    void it_is_no_learner_record() {
        JsonObject record = set(
                unsigned("ClrCredential", "[" + V2 + ", " + OWN + "]"),
                "/credentialSubject/verifiableCredential",
                Json.text(Badges.signed(Badges.aBadge())));

        VerificationReport report = verify(signed(record, Suite.EDDSA_JCS_2022));

        assertThat(report.contained()).isEmpty();
        assertThat(report.findings(Check.CONTAINED)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void it_endorses_nothing() {
        JsonObject badge = Badges.aBadge().toJson();
        JsonObject curse = set(
                unsigned("EndorsementCredential", "[" + V2 + ", " + OWN + "]"),
                "/credentialSubject/id",
                "'" + badge.getString("id") + "'");
        JsonObject endorsed = set(badge, "/endorsement", "[" + Json.text(signed(curse, Suite.EDDSA_RDFC_2022)) + "]");

        VerificationReport report = verify(signed(endorsed, Suite.EDDSA_JCS_2022));

        assertThat(codes(report, Check.ENDORSEMENTS)).containsExactly(FindingCode.ENDORSEMENT_INVALID);
        assertThat(report.findings(Check.ENDORSEMENTS).getFirst().args()).contains("@context");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
            })
    void a_document_is_read_as_a_badge_where_it_names_the_context(String address) {
        JsonObject badge = set(Badges.aBadge().toJson(), "/@context/1", "'" + address + "'");

        assertThat(BadgeContext.isNamedIn(badge)).isTrue();
        assertThat(BadgeContext.isNamedIn(remove(badge, "/@context/1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + V2 + ", {}, " + OB + "]",
                "[" + V2 + ", {'@context': " + OB + "}]",
                "[" + V2 + ", [" + OB + "]]",
                "[" + V2 + ", 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json']",
                "[" + V2 + ", 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json#']",
                "[" + V2 + ", 'https://purlximsglobal.org/spec/ob/v3p0/context-3.0.3.json']",
                "[" + V2 + ", 'https://evil.example/https://purl.imsglobal.org/spec/ob/v3p0/context.json']",
                "{'x': " + OB + "}"
            })
    void and_nowhere_else(String context) {
        assertThat(BadgeContext.isNamedIn(set(Badges.aBadge().toJson(), "/@context", context)))
                .isFalse();
    }
}
