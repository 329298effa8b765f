package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.credential.verify.Check.STATUS;
import static org.cairn.credential.verify.Checking.assertLine;
import static org.cairn.credential.verify.Checking.set;
import static org.cairn.credential.verify.Checking.verify;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.key.Multibase;
import org.cairn.credential.status.Bitstring;
import org.cairn.credential.status.StatusEntry;
import org.cairn.credential.status.StatusMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bitstring Status List 1.0, section 3.2: every purpose, entries of several bits, lists that must not be believed.
class StatusPurposesTest {

    private static final int INDEX = 4711;
    private static final List<StatusMessage> STATES =
            StatusMessage.of("not yet marked", "passed", "failed", "under appeal");

    @Test
    void a_newer_version_is_told_and_does_not_decide() {
        assertLine(
                check(bit(StatusEntry.REFRESH), Badges.aStatusList("refresh", INDEX)),
                FindingCode.STATUS_NEWER_EXISTS,
                STATUS,
                Verdict.VALID);
        assertLine(
                check(bit(StatusEntry.REFRESH), Badges.aStatusList("refresh", 1)),
                FindingCode.STATUS_NEWEST,
                STATUS,
                Verdict.VALID);
    }

    @ParameterizedTest
    @CsvSource({"0, not yet marked", "1, passed", "2, failed", "3, under appeal"})
    void a_message_is_told_in_the_words_of_the_issuer(int value, String words) {
        Bitstring bits = Bitstring.ofSize(2 * Bitstring.DEFAULT_SIZE);
        bits.setValue(INDEX, 2, value);
        StatusEntry entry = new StatusEntry(Badges.STATUS_LIST, StatusEntry.MESSAGE, INDEX, 2, STATES, List.of());

        VerificationReport report = check(entry, signed("message", bits));

        assertLine(report, FindingCode.STATUS_MESSAGE, STATUS, Verdict.VALID);
        assertThat(report.findings(STATUS).getFirst().message()).isEqualTo("The issuer says of it: \"" + words + "\".");
    }

    @Test
    void a_message_of_one_bit_needs_no_words() {
        VerificationReport report = check(bit(StatusEntry.MESSAGE), Badges.aStatusList("message", INDEX));

        assertLine(report, FindingCode.STATUS_MESSAGE, STATUS, Verdict.VALID);
    }

    @Test
    void any_value_but_zero_revokes() {
        Bitstring bits = Bitstring.ofSize(2 * Bitstring.DEFAULT_SIZE);
        bits.setValue(INDEX, 2, 2);
        StatusEntry entry = new StatusEntry(Badges.STATUS_LIST, StatusEntry.REVOCATION, INDEX, 2, STATES, List.of());

        assertLine(check(entry, signed("revocation", bits)), FindingCode.STATUS_REVOKED, STATUS, Verdict.NOT_VALID);
    }

    @Test
    void a_list_that_is_long_enough_for_single_bits_is_too_short_for_pairs() {
        StatusEntry entry = new StatusEntry(Badges.STATUS_LIST, StatusEntry.REVOCATION, INDEX, 2, STATES, List.of());

        assertLine(
                check(entry, signed("revocation", Bitstring.empty())),
                FindingCode.STATUS_LIST_TOO_SHORT,
                STATUS,
                Verdict.CANNOT_TELL);
    }

    @Test
    void an_index_beyond_the_pairs_is_out_of_range() {
        StatusEntry entry = new StatusEntry(Badges.STATUS_LIST, StatusEntry.REVOCATION, 131_072, 2, STATES, List.of());

        assertLine(
                check(entry, signed("revocation", Bitstring.ofSize(2 * Bitstring.DEFAULT_SIZE))),
                FindingCode.STATUS_INDEX_OUT_OF_RANGE,
                STATUS,
                Verdict.CANNOT_TELL);
    }

    @Test
    void a_list_of_less_than_sixteen_kilobytes_is_too_short() throws IOException {
        assertLine(
                check(bit(StatusEntry.REVOCATION), withList(gzip(new byte[16_383]))),
                FindingCode.STATUS_LIST_TOO_SHORT,
                STATUS,
                Verdict.CANNOT_TELL);
    }

    @Test
    void a_list_that_inflates_without_end_is_not_read() throws IOException {
        assertLine(
                check(bit(StatusEntry.REVOCATION), withList(gzip(new byte[32 * 1024 * 1024]))),
                FindingCode.STATUS_LIST_INVALID,
                STATUS,
                Verdict.CANNOT_TELL);
    }

    @Test
    void a_list_without_its_multibase_prefix_is_not_read() {
        assertLine(
                check(
                        bit(StatusEntry.REVOCATION),
                        withList(Bitstring.empty().encode().substring(1))),
                FindingCode.STATUS_LIST_INVALID,
                STATUS,
                Verdict.CANNOT_TELL);
    }

    @Test
    void a_list_may_serve_several_purposes() {
        JsonObject list = Badges.sign(
                set(
                        Badges.unsignedStatusList("revocation", bitSet()),
                        "/credentialSubject/statusPurpose",
                        "['suspension', 'revocation']"),
                Badges.UNIVERSITY);

        assertLine(check(bit(StatusEntry.SUSPENSION), list), FindingCode.STATUS_SUSPENDED, STATUS, Verdict.NOT_VALID);
    }

    @Test
    void an_entry_whose_id_is_the_list_is_malformed() {
        JsonObject badge = set(
                Badges.aBadge()
                        .with(Badges.withStatus(bit(StatusEntry.REVOCATION)))
                        .toJson(),
                "/credentialStatus/id",
                "'" + Badges.STATUS_LIST + "'");

        assertLine(
                verify(Badges.sign(badge, Badges.UNIVERSITY)),
                FindingCode.STATUS_ENTRY_INVALID,
                STATUS,
                Verdict.CANNOT_TELL);
    }

    private static StatusEntry bit(String purpose) {
        return new StatusEntry(Badges.STATUS_LIST, purpose, INDEX);
    }

    private static Bitstring bitSet() {
        Bitstring bits = Bitstring.empty();
        bits.set(INDEX, true);
        return bits;
    }

    private static VerificationReport check(StatusEntry entry, JsonObject list) {
        JsonObject badge = Badges.signed(Badges.aBadge().with(Badges.withStatus(entry)));
        return verify(badge, new FakeOutside().with(URI.create(Badges.STATUS_LIST.toString()), list));
    }

    private static JsonObject signed(String purpose, Bitstring bits) {
        return Badges.sign(Badges.unsignedStatusList(purpose, bits), Badges.UNIVERSITY);
    }

    private static JsonObject withList(String encoded) {
        return Badges.sign(
                set(
                        Badges.unsignedStatusList("revocation", Bitstring.empty()),
                        "/credentialSubject/encodedList",
                        "'" + encoded + "'"),
                Badges.UNIVERSITY);
    }

    private static String gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return Multibase.base64url(packed.toByteArray());
    }
}
