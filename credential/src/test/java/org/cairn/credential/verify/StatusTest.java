package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.credential.verify.Check.STATUS;
import static org.cairn.credential.verify.Checking.assertLine;
import static org.cairn.credential.verify.Checking.codes;
import static org.cairn.credential.verify.Checking.set;
import static org.cairn.credential.verify.Checking.verify;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.json.Json;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.status.Bitstring;
import org.cairn.credential.status.StatusEntry;
import org.cairn.credential.status.StatusListCredential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {

    private static final int INDEX = 4711;
    private static final JsonObject BADGE = badge(new StatusEntry(Badges.STATUS_LIST, StatusEntry.REVOCATION, INDEX));

    @Test
    void a_bit_that_is_not_set_is_good() {
        assertLine(verifyWith(list(1)), FindingCode.STATUS_GOOD, STATUS, Verdict.VALID);
    }

    @Test
    void a_set_revocation_bit_revokes() {
        assertLine(verifyWith(list(INDEX)), FindingCode.STATUS_REVOKED, STATUS, Verdict.NOT_VALID);
    }

    @Test
    void a_set_suspension_bit_suspends_beside_a_clean_revocation_list() {
        URI second = URI.create("https://status.example.edu/lists/2");
        JsonObject badge = badge(
                new StatusEntry(Badges.STATUS_LIST, StatusEntry.REVOCATION, INDEX),
                new StatusEntry(second, StatusEntry.SUSPENSION, 7));
        Bitstring bits = Bitstring.empty();
        bits.set(7, true);
        JsonObject suspension = Badges.sign(
                StatusListCredential.unsigned(
                        second, Badges.UNIVERSITY.didKey(), "suspension", bits, Badges.NOW, Duration.ofDays(1)),
                Badges.UNIVERSITY);

        VerificationReport report = verify(
                badge, new FakeOutside().with(Badges.STATUS_LIST, list(1)).with(second, suspension));

        assertThat(codes(report, STATUS)).containsExactly(FindingCode.STATUS_GOOD, FindingCode.STATUS_SUSPENDED);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void no_status_is_not_present_and_does_not_limit() {
        assertLine(verify(Badges.signed(Badges.aBadge())), FindingCode.STATUS_NONE, STATUS, Verdict.VALID);
    }

    @Test
    void an_unreachable_list_is_unknown_and_never_not_revoked() {
        assertLine(verify(BADGE, new FakeOutside()), FindingCode.STATUS_LIST_UNREACHABLE, STATUS, Verdict.CANNOT_TELL);
    }

    @ParameterizedTest
    @CsvSource({"404, STATUS_LIST_MISSING", "410, STATUS_LIST_MISSING", "503, STATUS_LIST_UNREACHABLE"})
    void a_list_that_is_not_there_is_unknown(int status, FindingCode code) {
        FakeOutside outside = new FakeOutside().with(Badges.STATUS_LIST, new Fetched.Missing(status));

        assertLine(verify(BADGE, outside), code, STATUS, Verdict.CANNOT_TELL);
    }

    @Test
    void a_list_that_is_no_credential_is_unknown() {
        FakeOutside outside = new FakeOutside().with(Badges.STATUS_LIST, "<html>moved</html>");

        assertLine(verify(BADGE, outside), FindingCode.STATUS_LIST_INVALID, STATUS, Verdict.CANNOT_TELL);
    }

    @Test
    void a_tampered_list_says_nothing() {
        JsonObject tampered = set(
                list(INDEX),
                "/credentialSubject/encodedList",
                "'" + Bitstring.empty().encode() + "'");

        assertLine(verifyWith(tampered), FindingCode.STATUS_LIST_PROOF_INVALID, STATUS, Verdict.CANNOT_TELL);
    }

    @Test
    void an_unsigned_list_says_nothing() {
        JsonObject unsigned = Badges.unsignedStatusList("revocation", Bitstring.empty());

        assertLine(verifyWith(unsigned), FindingCode.STATUS_LIST_PROOF_INVALID, STATUS, Verdict.CANNOT_TELL);
    }

    @Test
    void a_list_signed_by_another_says_nothing() {
        JsonObject foreign = Badges.sign(
                StatusListCredential.unsigned(
                        Badges.STATUS_LIST,
                        Badges.STRANGER.didKey(),
                        "revocation",
                        Bitstring.empty(),
                        Badges.NOW,
                        Duration.ofDays(1)),
                Badges.STRANGER);

        assertLine(verifyWith(foreign), FindingCode.STATUS_LIST_ISSUER_DIFFERS, STATUS, Verdict.CANNOT_TELL);
    }

    @Test
    void a_list_whose_context_is_not_known_cannot_be_judged() {
        JsonObject list = set(list(1), "/@context/-", "'https://example.org/unknown'");

        assertLine(verifyWith(list), FindingCode.STATUS_LIST_PROOF_UNDECIDED, STATUS, Verdict.CANNOT_TELL);
    }

    @Test
    void an_expired_list_says_nothing() {
        assertLine(
                verifyWith(listFrom(Badges.NOW.minus(Duration.ofDays(9)))),
                FindingCode.STATUS_LIST_EXPIRED,
                STATUS,
                Verdict.CANNOT_TELL);
    }

    @Test
    void a_list_from_the_future_says_nothing() {
        assertLine(
                verifyWith(listFrom(Badges.NOW.plus(Duration.ofDays(1)))),
                FindingCode.STATUS_LIST_NOT_YET_VALID,
                STATUS,
                Verdict.CANNOT_TELL);
    }

    @Test
    void a_list_for_another_purpose_says_nothing() {
        assertLine(
                verifyWith(Badges.aStatusList("suspension", INDEX)),
                FindingCode.STATUS_LIST_PURPOSE_DIFFERS,
                STATUS,
                Verdict.CANNOT_TELL);
    }

    @Test
    void another_list_of_the_same_issuer_cannot_be_passed_off() {
        JsonObject other = Badges.sign(
                set(
                        Badges.unsignedStatusList("revocation", Bitstring.empty()),
                        "/id",
                        "'https://status.example.edu/2'"),
                Badges.UNIVERSITY);

        assertLine(verifyWith(other), FindingCode.STATUS_LIST_INVALID, STATUS, Verdict.CANNOT_TELL);
    }

    @Test
    void a_list_with_damaged_bits_says_nothing() {
        JsonObject damaged = Badges.sign(
                set(
                        Badges.unsignedStatusList("revocation", Bitstring.empty()),
                        "/credentialSubject/encodedList",
                        "'uH4sIAAAA'"),
                Badges.UNIVERSITY);

        assertLine(verifyWith(damaged), FindingCode.STATUS_LIST_INVALID, STATUS, Verdict.CANNOT_TELL);
    }

    @Test
    void an_index_beyond_the_list_is_unknown() {
        JsonObject badge = badge(new StatusEntry(Badges.STATUS_LIST, StatusEntry.REVOCATION, 131_072));

        assertLine(
                verify(badge, new FakeOutside().with(Badges.STATUS_LIST, list(1))),
                FindingCode.STATUS_INDEX_OUT_OF_RANGE,
                STATUS,
                Verdict.CANNOT_TELL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/credentialStatus/statusSize | 2 | STATUS_ENTRY_INVALID",
                "/credentialStatus/statusListIndex | '-1' | STATUS_ENTRY_INVALID",
                "/credentialStatus/statusListIndex | 'x' | STATUS_ENTRY_INVALID",
                "/credentialStatus/statusListCredential | 'file:///etc/passwd' | STATUS_ENTRY_INVALID",
            })
    void an_entry_that_cannot_be_used_is_unknown(String pointer, String value, FindingCode code) {
        JsonObject badge = Badges.aBadge()
                .with(Badges.withStatus(new StatusEntry(Badges.STATUS_LIST, StatusEntry.REVOCATION, INDEX)))
                .toJson();

        VerificationReport report = verify(Badges.sign(set(badge, pointer, value), Badges.UNIVERSITY));

        assertLine(report, code, STATUS, Verdict.CANNOT_TELL);
    }

    @Test
    void a_status_of_another_kind_is_unknown() {
        JsonObject badge = set(
                Badges.aBadge().toJson(), "/@context/-", "'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'");
        String status = "{'id': 'https://example.org/revocations', 'type': '1EdTechRevocationList'}";

        VerificationReport report = verify(Badges.sign(set(badge, "/credentialStatus", status), Badges.UNIVERSITY));

        assertLine(report, FindingCode.STATUS_UNSUPPORTED, STATUS, Verdict.CANNOT_TELL);
    }

    @Test
    void another_purpose_does_not_decide() {
        VerificationReport report = verify(badge(new StatusEntry(Badges.STATUS_LIST, "message", INDEX)));

        assertLine(report, FindingCode.STATUS_OTHER_PURPOSE, STATUS, Verdict.VALID);
    }

    @Test
    void a_list_the_host_has_itself_is_not_fetched_but_is_checked() {
        Verifier verifier = Checking.verifier(new FakeOutside());

        var good = verifier.withStatusLists(address -> Optional.of(list(1)));
        var forged = verifier.withStatusLists(
                address -> Optional.of(Badges.unsignedStatusList("revocation", Bitstring.empty())));

        assertThat(good.verify(Json.bytes(BADGE), "").verdict()).isEqualTo(Verdict.VALID);
        assertThat(forged.verify(Json.bytes(BADGE), "").verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    private static JsonObject badge(StatusEntry... entries) {
        return Badges.signed(Badges.aBadge().with(Badges.withStatus(entries)));
    }

    private static JsonObject list(int set) {
        return Badges.aStatusList(StatusEntry.REVOCATION, set);
    }

    private static JsonObject listFrom(java.time.Instant validFrom) {
        return Badges.sign(
                StatusListCredential.unsigned(
                        Badges.STATUS_LIST,
                        Badges.UNIVERSITY.didKey(),
                        "revocation",
                        Bitstring.empty(),
                        validFrom,
                        Duration.ofDays(7)),
                Badges.UNIVERSITY);
    }

    private static VerificationReport verifyWith(JsonObject list) {
        return verify(BADGE, new FakeOutside().with(Badges.STATUS_LIST, list));
    }
}
