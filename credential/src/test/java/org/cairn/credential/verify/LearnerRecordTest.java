package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cairn.credential.verify.Check.CONTAINED;
import static org.cairn.credential.verify.Checking.codes;
import static org.cairn.credential.verify.Checking.set;
import static org.cairn.credential.verify.Checking.verify;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.badge.Achievement;
import org.cairn.credential.badge.Association;
import org.cairn.credential.badge.ClrCredential;
import org.cairn.credential.badge.OpenBadge;
import org.cairn.credential.badge.Received;
import org.cairn.credential.json.Json;
import org.cairn.credential.status.StatusEntry;
import org.junit.jupiter.api.Test;

/// CLR 2.0: issued with what it contains untouched, and verified with a report for each.
class LearnerRecordTest {

    private static final URI HOLDER = URI.create("did:example:learner");
    private static final Achievement AWARD = Achievement.microcredential(
            URI.create("https://uni.example.edu/awards/ethics"),
            "Certificate in ethics",
            "Three microcredentials.",
            Achievement.Criteria.narrative("All three."));

    @Test
    void a_record_is_valid_with_a_valid_report_for_each_credential() {
        JsonObject record = record(List.of(badge(1), badge(2)));

        VerificationReport report = verify(record);

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(codes(report, CONTAINED)).containsExactly(FindingCode.CONTAINED_VALID, FindingCode.CONTAINED_VALID);
        assertThat(report.contained()).extracting(VerificationReport::verdict).containsOnly(Verdict.VALID);
        assertThat(report.contained().get(1).summary().id()).contains("urn:uuid:00000000-0000-4000-8000-000000000002");
    }

    @Test
    void a_contained_credential_that_was_changed_limits_the_record_and_is_named() {
        JsonObject forged = set(badge(1), "/name", "'Another name'");

        VerificationReport report = verify(record(List.of(forged, badge(2))));

        assertThat(report.verdict()).isEqualTo(Verdict.VALID_WITH_LIMITS);
        assertThat(codes(report, CONTAINED))
                .containsExactly(FindingCode.CONTAINED_NOT_VALID, FindingCode.CONTAINED_VALID);
        assertThat(report.contained().getFirst().verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void a_contained_credential_that_was_revoked_is_reported_on_its_own() {
        JsonObject revoked = Badges.signed(Badges.aBadge()
                .with(Badges.withStatus(new StatusEntry(Badges.STATUS_LIST, StatusEntry.REVOCATION, 7))));
        FakeOutside outside = new FakeOutside().with(Badges.STATUS_LIST, Badges.aStatusList("revocation", 7));

        VerificationReport report = verify(record(List.of(revoked)), outside);

        assertThat(report.findings(CONTAINED).getFirst().args()).contains("STATUS_REVOKED");
        assertThat(report.contained().getFirst().findings(Check.STATUS))
                .extracting(Finding::code)
                .containsExactly(FindingCode.STATUS_REVOKED);
    }

    @Test
    void a_contained_credential_that_cannot_be_checked_is_undecided() {
        JsonObject unreachable = Badges.signed(Badges.aBadge()
                .with(Badges.withStatus(new StatusEntry(Badges.STATUS_LIST, StatusEntry.REVOCATION, 7))));

        VerificationReport report = verify(record(List.of(unreachable)));

        assertThat(codes(report, CONTAINED)).containsExactly(FindingCode.CONTAINED_UNDECIDED);
        assertThat(report.verdict()).isEqualTo(Verdict.VALID_WITH_LIMITS);
    }

    @Test
    void a_credential_of_somebody_else_is_told() {
        JsonObject foreign = Badges.sign(
                set(Badges.aBadge().toJson(), "/credentialSubject/id", "'did:example:other'"), Badges.UNIVERSITY);

        assertThat(codes(verify(record(List.of(foreign))), CONTAINED))
                .containsExactly(FindingCode.CONTAINED_OF_ANOTHER);
    }

    @Test
    void a_changed_record_is_not_valid_though_its_credentials_are() {
        JsonObject changed = set(record(List.of(badge(1))), "/partial", "false");

        VerificationReport report = verify(changed);

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(report.contained().getFirst().verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void a_credential_taken_out_or_exchanged_breaks_the_record() {
        JsonObject record = record(List.of(badge(1), badge(2)));

        assertThat(verify(Checking.remove(record, "/credentialSubject/verifiableCredential/0"))
                        .verdict())
                .isEqualTo(Verdict.NOT_VALID);
        assertThat(verify(set(record, "/credentialSubject/verifiableCredential/0", Json.text(badge(3))))
                        .verdict())
                .isEqualTo(Verdict.NOT_VALID);
        assertThat(verify(set(record, "/credentialSubject/association/0/associationType", "'precedes'"))
                        .verdict())
                .isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void what_is_no_credential_is_told_by_its_number() {
        JsonObject record = Badges.sign(
                set(
                        unsigned(List.of(badge(1))),
                        "/credentialSubject/verifiableCredential/-",
                        "{'type': 'Profile', 'name': 'x'}"),
                Badges.UNIVERSITY);

        VerificationReport report = verify(record);

        assertThat(codes(report, CONTAINED))
                .containsExactly(FindingCode.CONTAINED_VALID, FindingCode.CONTAINED_UNREADABLE);
        assertThat(report.findings(CONTAINED).get(1).args()).containsExactly("2");
    }

    @Test
    void a_record_in_a_record_is_looked_into_but_not_without_end() {
        JsonObject inner = record(List.of(badge(1)));

        VerificationReport report = verify(record(List.of(inner)));
        VerificationReport many = verify(record(Collections.nCopies(80, badge(1))));

        assertThat(report.contained().getFirst().contained()).hasSize(1);
        assertThat(many.contained()).hasSize(64);
        assertThat(codes(many, CONTAINED)).contains(FindingCode.CONTAINED_TOO_MANY);
    }

    @Test
    void a_record_without_credentials_or_with_unsigned_ones_is_not_made() {
        List<JsonObject> unsigned = List.of(Badges.aBadge().toJson());

        assertThatIllegalArgumentException().isThrownBy(() -> ClrCredential.Contents.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> ClrCredential.Contents.of(unsigned));
    }

    @Test
    void an_association_of_something_that_is_not_in_the_record_is_not_made() {
        Association stray = new Association(Association.Type.IS_PART_OF, URI.create("urn:x"), AWARD.id());
        List<JsonObject> badges = List.of(badge(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClrCredential.Contents(badges, List.of(AWARD), List.of(stray)));
    }

    @Test
    void a_received_record_is_kept_byte_for_byte_and_read() {
        String spaced = Json.text(record(List.of(badge(1))))
                .replaceFirst("\\{", "{ \"x:own\" : 1.50e2 ,\n ")
                .replace("\"partial\":", "\"partial\" : ");

        Received received = Received.of(spaced.getBytes(StandardCharsets.UTF_8));

        assertThat(received.bytes()).isEqualTo(spaced.getBytes(StandardCharsets.UTF_8));
        assertThat(received.others()).containsExactly("x:own");
        assertThat(received.isPartial()).isTrue();
        assertThat(received.credentials()).containsExactly(badge(1));
        assertThat(received.associations())
                .containsExactly(new Association(
                        Association.Type.IS_PART_OF, Badges.anAchievement().id(), AWARD.id()));
    }

    private static JsonObject badge(int number) {
        OpenBadge one = Badges.aBadge();
        return Badges.signed(new OpenBadge(
                URI.create("urn:uuid:00000000-0000-4000-8000-00000000000" + number),
                one.issuer(),
                one.achievement(),
                one.subject(),
                one.validity(),
                one.attachments()));
    }

    private static JsonObject record(List<JsonObject> credentials) {
        return Badges.sign(unsigned(credentials), Badges.UNIVERSITY);
    }

    private static JsonObject unsigned(List<JsonObject> credentials) {
        List<Association> associations = new ArrayList<>();
        associations.add(new Association(
                Association.Type.IS_PART_OF, Badges.anAchievement().id(), AWARD.id()));
        boolean hasBadge = Json.strings(credentials.getFirst(), "type").contains("OpenBadgeCredential");
        return new ClrCredential(
                        URI.create("urn:record:" + (hasBadge ? "of-badges" : "of-records")),
                        "Record of learning",
                        Badges.anIssuer(Badges.UNIVERSITY),
                        ClrCredential.Holder.of(HOLDER),
                        new ClrCredential.Contents(credentials, List.of(AWARD), hasBadge ? associations : List.of()),
                        Optional.of(true),
                        OpenBadge.Validity.from(Badges.NOW.minusSeconds(60)),
                        List.of())
                .toJson();
    }
}
