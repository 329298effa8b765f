package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cairn.credential.verify.Checking.assertLine;
import static org.cairn.credential.verify.Checking.codes;
import static org.cairn.credential.verify.Checking.set;
import static org.cairn.credential.verify.Checking.verify;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.badge.Endorsement;
import org.cairn.credential.badge.Extension;
import org.cairn.credential.badge.OpenBadge;
import org.cairn.credential.badge.Received;
import org.cairn.credential.json.Json;
import org.cairn.credential.status.Bitstring;
import org.cairn.credential.status.StatusEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Endorsements as credentials of their own: issued, verified alone, and inside of what they endorse.
class EndorsementTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:uuid:7c1a1f3e-59c5-4f0f-9d0f-1f2f3f4f5f6f",
                "https://uni.example.edu/specs/data-ethics/3",
                "did:key:z6Mkexample"
            })
    void an_endorsement_of_a_credential_an_achievement_or_a_profile_verifies_alone(String about) {
        VerificationReport report = verify(signed(endorsement(about, List.of())));

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(codes(report, Check.SCHEMA)).containsExactly(FindingCode.SCHEMA_CONFORMS);
    }

    @Test
    void it_verifies_inside_of_the_badge_it_endorses() {
        OpenBadge badge = Badges.aBadge();
        JsonObject endorsement = signed(endorsement(badge.id().toString(), List.of()));

        VerificationReport report = verify(Badges.signed(badge.with(with(endorsement))));

        assertLine(report, FindingCode.ENDORSEMENT_VALID, Check.ENDORSEMENTS, Verdict.VALID);
    }

    @Test
    void an_endorsement_that_was_taken_back_does_not_hold() {
        StatusEntry entry = new StatusEntry(Badges.STATUS_LIST, StatusEntry.REVOCATION, 9);
        JsonObject list = Badges.sign(
                set(
                        Badges.unsignedStatusList("revocation", revoked(9)),
                        "/issuer",
                        "'" + Badges.EMPLOYER.didKey() + "'"),
                Badges.EMPLOYER);

        VerificationReport report =
                verify(signed(endorsement("urn:x", List.of(entry))), new FakeOutside().with(Badges.STATUS_LIST, list));

        assertLine(report, FindingCode.STATUS_REVOKED, Check.STATUS, Verdict.NOT_VALID);
    }

    @Test
    void changed_words_are_noticed() {
        JsonObject changed =
                set(signed(endorsement("urn:x", List.of())), "/credentialSubject/endorsementComment", "'Stay away.'");

        assertThat(verify(changed).verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void an_endorsement_of_nothing_is_not_built_as_it_must_be() {
        JsonObject nothing = Badges.sign(
                Checking.remove(endorsement("urn:x", List.of()).toJson(), "/credentialSubject/id"), Badges.EMPLOYER);

        assertLine(verify(nothing), FindingCode.SCHEMA_VIOLATED, Check.SCHEMA, Verdict.NOT_VALID);
    }

    @Test
    void what_it_says_beyond_an_endorsement_is_signed_too() {
        Extension accredited = new Extension(
                Json.object("{\"Accreditation\":\"urn:x:a\",\"fieldCovered\":\"urn:x:f\"}"),
                Map.of("fieldCovered", Json.PROVIDER.createValue("06")));
        JsonObject signed = signed(new Endorsement(
                URI.create("urn:uuid:1"),
                Badges.anIssuer(Badges.EMPLOYER),
                URI.create("urn:uuid:2"),
                "Accreditation",
                Optional.empty(),
                OpenBadge.Validity.from(Badges.NOW.minusSeconds(60)),
                List.of(),
                Optional.of("Accreditation"),
                accredited));

        assertThat(verify(signed).verdict()).isEqualTo(Verdict.VALID);
        assertThat(verify(set(signed, "/credentialSubject/fieldCovered", "'07'"))
                        .verdict())
                .isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void a_received_endorsement_says_what_it_endorses_and_why() {
        Received received = Received.of(Json.bytes(signed(endorsement("urn:x", List.of()))));

        assertThat(received.endorsed()).contains("urn:x");
        assertThat(received.endorsementComment()).contains("We hire for **this**.");
    }

    @Test
    void nobody_endorses_his_own_endorsement() {
        assertThatIllegalArgumentException().isThrownBy(() -> endorsement("urn:uuid:1", List.of()));
    }

    private static Endorsement endorsement(String about, List<StatusEntry> status) {
        return new Endorsement(
                URI.create("urn:uuid:1"),
                Badges.anIssuer(Badges.EMPLOYER),
                URI.create(about),
                "In demand",
                Optional.of("We hire for **this**."),
                OpenBadge.Validity.from(Badges.NOW.minusSeconds(60)),
                status,
                Optional.empty(),
                Extension.none());
    }

    private static JsonObject signed(Endorsement endorsement) {
        return Badges.sign(endorsement.toJson(), Badges.EMPLOYER);
    }

    private static OpenBadge.Attachments with(JsonObject endorsement) {
        return new OpenBadge.Attachments(List.of(), List.of(), List.of(endorsement), Extension.none());
    }

    private static Bitstring revoked(int index) {
        Bitstring bits = Bitstring.empty();
        bits.set(index, true);
        return bits;
    }
}
