package org.cairn.credential.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.cairn.credential.Badges;
import org.cairn.credential.json.Json;
import org.cairn.credential.status.StatusException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bitstring Status List 1.0, section 2: what an entry and a list must look like, written and read.
class StatusEntryTest {

    private static final URI LIST = Badges.STATUS_LIST;

    @Test
    void an_entry_is_written_with_its_index_as_text_and_an_id_that_is_not_the_list() {
        JsonObject entry = new StatusEntry(LIST, StatusEntry.REVOCATION, 7).toJson();

        assertThat(entry.getString("type")).isEqualTo("BitstringStatusListEntry");
        assertThat(entry.getString("statusPurpose")).isEqualTo("revocation");
        assertThat(entry.getString("statusListIndex")).isEqualTo("7");
        assertThat(entry.getString("id")).isNotEqualTo(entry.getString("statusListCredential"));
        assertThat(entry).doesNotContainKeys("statusSize", "statusMessage", "statusReference");
    }

    @Test
    void an_entry_of_two_bits_has_four_messages() {
        List<StatusMessage> messages = StatusMessage.of("pending", "accepted", "refused", "undefined");
        StatusEntry entry = new StatusEntry(
                LIST, StatusEntry.MESSAGE, 7, 2, messages, List.of(URI.create("https://uni.example.edu/states")));

        JsonObject json = entry.toJson();

        assertThat(json.getInt("statusSize")).isEqualTo(2);
        assertThat(json.getJsonArray("statusMessage")).hasSize(4);
        assertThat(json.getJsonArray("statusMessage").getJsonObject(3).getString("status"))
                .isEqualTo("0x3");
        assertThat(StatusEntry.read(json)).isEqualTo(entry);
        assertThat(entry.messageOf(2)).contains("refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type | 'Other'",
                "type | 5",
                "statusPurpose | 5",
                "statusPurpose | ''",
                "statusListIndex | 5",
                "statusListIndex | true",
                "statusListIndex | '-1'",
                "statusListIndex | '1.5'",
                "statusListIndex | '0x10'",
                "statusListIndex | ''",
                "statusListCredential | 'lists/1'",
                "statusListCredential | 5",
                "statusListCredential | 'https://exa mple.org'",
                "id | 'https://status.example.edu/lists/1'",
                "id | 5",
                "statusSize | 0",
                "statusSize | -1",
                "statusSize | 1.5",
                "statusSize | '1'",
                "statusSize | null",
                "statusSize | 9",
                "statusSize | 1e99",
                "statusSize | 2",
                "statusMessage | []",
                "statusMessage | [{'status': '0x0', 'message': 'a'}]",
                "statusMessage | [{'status': '0x0', 'message': 'a'}, {'status': '0x0', 'message': 'b'}]",
                "statusMessage | [{'status': '0x0', 'message': 'a'}, {'status': '0x1'}]",
                "statusMessage | [{'status': '0x0', 'message': 'a'}, {'status': 1, 'message': 'b'}]",
                "statusMessage | [{'status': '0x0', 'message': 'a'}, {'status': '1', 'message': 'b'}]",
                "statusMessage | [{'status': '0x0', 'message': 'a'}, 'b']",
                "statusMessage | 'a'",
                "statusReference | 5",
                "statusReference | ['https://uni.example.edu', 'not absolute']",
            })
    void an_entry_with_a_malformed_value_is_refused_and_the_member_named(String member, String value) {
        JsonObject entry = with(new StatusEntry(LIST, StatusEntry.REVOCATION, 7).toJson(), member, value);

        StatusException refusal = catchThrowableOfType(StatusException.class, () -> StatusEntry.read(entry));

        assertThat(refusal.code()).isEqualTo(Code.MALFORMED_VALUE_ERROR);
        assertThat(refusal.problemType())
                .isEqualTo("https://www.w3.org/ns/credentials/status-list#MALFORMED_VALUE_ERROR");
        assertThat(refusal.member())
                .isEqualTo(member.equals("statusSize") && value.equals("2") ? "statusMessage" : member);
    }

    @Test
    void an_index_beyond_all_lists_is_out_of_range_and_not_malformed() {
        JsonObject entry = with(
                new StatusEntry(LIST, StatusEntry.REVOCATION, 7).toJson(), "statusListIndex", "'99999999999999999999'");

        assertThat(catchThrowableOfType(StatusException.class, () -> StatusEntry.read(entry))
                        .code())
                .isEqualTo(Code.RANGE_ERROR);
    }

    @Test
    void an_entry_without_an_id_and_of_the_draft_of_2021_is_read() {
        JsonObject entry = Json.object("""
                {"type": "StatusList2021Entry", "statusPurpose": "suspension", "statusListIndex": "94567",
                 "statusListCredential": "https://example.com/credentials/status/3"}""");

        assertThat(StatusEntry.read(entry))
                .isEqualTo(new StatusEntry(
                        URI.create("https://example.com/credentials/status/3"), StatusEntry.SUSPENSION, 94_567));
    }

    @Test
    void a_list_for_two_purposes_is_written_and_read() {
        Bitstring bits = Bitstring.empty();
        bits.set(9, true);

        JsonObject list = StatusListCredential.unsigned(
                LIST, "did:example:1", List.of("revocation", "suspension"), bits, Badges.NOW, Duration.ofHours(1));
        StatusListCredential.Content read = StatusListCredential.read(list);

        assertThat(read.purposes()).containsExactly("revocation", "suspension");
        assertThat(read.bits().get(9)).isTrue();
        assertThat(read.ttl()).contains(Duration.ofHours(1));
        assertThat(list.getJsonObject("credentialSubject").getString("encodedList"))
                .startsWith("u");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type | 'Other' | type",
                "statusPurpose | 5 | statusPurpose",
                "statusPurpose | [] | statusPurpose",
                "statusPurpose | ['revocation', 5] | statusPurpose",
                "encodedList | 5 | encodedList",
                "encodedList | 'H4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA' | encodedList",
                "encodedList | 'z6MkhaXgBZDv' | encodedList",
                "ttl | '5' | ttl",
                "ttl | -5 | ttl",
                "ttl | 1.5 | ttl",
                "ttl | 1e30 | ttl",
            })
    void a_list_with_a_malformed_value_is_refused_and_the_member_named(String member, String value, String named) {
        JsonObject list = Badges.unsignedStatusList("revocation", Bitstring.empty());
        JsonObject subject = with(list.getJsonObject("credentialSubject"), member, value);
        JsonObject changed = Json.PROVIDER
                .createObjectBuilder(list)
                .add("credentialSubject", subject)
                .build();

        StatusException refusal = catchThrowableOfType(StatusException.class, () -> StatusListCredential.read(changed));

        assertThat(refusal.code()).isEqualTo(Code.MALFORMED_VALUE_ERROR);
        assertThat(refusal.member()).isEqualTo(named);
    }

    @Test
    void a_list_of_the_draft_of_2021_has_no_prefix() {
        JsonObject list = Json.object("""
                {"type": ["VerifiableCredential", "StatusList2021Credential"],
                 "credentialSubject": {"type": "StatusList2021", "statusPurpose": "revocation", "encodedList":
                 "%s"}}""".formatted(Bitstring.empty().encode().substring(1)));

        assertThat(StatusListCredential.read(list).bits().size()).isEqualTo(131_072);
    }

    static JsonObject with(JsonObject object, String member, String json) {
        var value = Json.object("{\"v\":" + json.replace('\'', '"') + "}").get("v");
        return Json.PROVIDER.createObjectBuilder(object).add(member, value).build();
    }
}
