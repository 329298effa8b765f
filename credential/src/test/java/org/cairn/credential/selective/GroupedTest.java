package org.cairn.credential.selective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.util.List;
import org.cairn.credential.Badges;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.StatementReader;
import org.cairn.credential.selective.DisclosureException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Documents of every shape: each selection finds its own statements again among all.
class GroupedTest {

    private static final StatementReader READER = new StatementReader(Badges.CONTEXTS);

    private static final String CONTEXT = """
            {'d': {'@id': 'urn:d', '@type': 'http://www.w3.org/2001/XMLSchema#decimal'},
             'j': {'@id': 'urn:j', '@type': '@json'}, 'l': {'@id': 'urn:l', '@container': '@list'},
             'm': {'@id': 'urn:m', '@container': '@language'}, 'g': {'@id': 'urn:g', '@container': '@graph'},
             'r': {'@id': 'urn:r', '@type': '@id'}, 'u': 'urn:u', 'v': 'urn:v'}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'u': [{'v': 1}, {'v': 1}, {'v': 2}] | /u/0 | /u/1 | /u/2",
                "'u': [{'u': {'v': 1}}, {'u': {'v': 1}}] | /u/0/u/v | /u/1",
                "'u': {} | /u",
                "'u': ['b', 'a', 'b'] | /u/0 | /u/1 | /u/2",
                "'u': {'@value': 'x', '@language': 'de'}, 'v': {'@value': 1} | /u | /v",
                "'m': {'en': 'a', 'id': 'b'} | /m/en | /m/id | /m",
                "'j': {'a': {'b': [1, {}]}, 'id': 'x'} | /j",
                "'l': ['a', {'v': 1}, 'a'], 'u': {'l': ['a', {'v': 1}, 'a']} | /l | /u | /u/l",
                "'l': [], 'u': {'l': ['x']} | /l | /u/l",
                "'l': [['a', 'b'], ['a', 'b'], []] | /l",
                "'u': [{'l': ['a']}, {'l': ['a']}] | /u/0 | /u/1",
                "'u': {'@list': [{'v': 1}, 2]} | /u",
                "'g': {'v': 1, 'l': ['a']}, 'u': {'g': {'v': 1}} | /g | /u | /g/v",
                "'g': [{'v': 1}, {'id': 'urn:x', 'v': 2}] | /g/0 | /g/1",
                "'u': {'id': '_:b0', 'v': 1}, 'r': '_:b0' | /u",
                "'u': {'@context': {'w': 'urn:w'}, 'w': {'w': 1}} | /u/w | /u",
                "'r': {'id': 'urn:x', 'v': 1}, 'u': {'r': 'urn:x'} | /r | /u/r",
                "'u': {'type': 'Profile', 'official': 'x'} | /u/official",
                "'d': [1, 2.50], 'u': [true, null] | /d/0 | /u/0",
            })
    void every_selection_finds_its_statements_again(String members, String pointers) {
        Grouped grouped = grouped(members);

        for (String pointer : pointers.split(" \\| ", -1)) {
            assertThat(grouped.select(List.of(pointer))).as(pointer).isNotEmpty();
        }
        assertThat(grouped.select(List.of(""))).hasSameSizeAs(grouped.all());
        assertThat(grouped.select(List.of())).isEmpty();
    }

    @Test
    void equal_things_are_told_apart() {
        Grouped grouped = grouped("'u': [{'v': 1, 'u': {'v': 7}}, {'v': 1, 'u': {'v': 8}}]");

        List<String> first = grouped.at(grouped.select(List.of("/u/0/u")));

        assertThat(String.join("", first)).contains("\"7\"").doesNotContain("\"8\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'l': ['a', 'b'] | /l/0",
                "'l': [['a', 'b']] | /l/0/1",
                "'u': {'id': '_:b0', 'v': 1, 'u': 2}, 'r': '_:b0' | /r /u/u",
            })
    void what_cannot_be_shown_in_parts_is_not_derived(String members, String pointers) {
        JsonObject base = Kind.BBS.sign(document(members), "/issuer");

        assertThat(Kind.BBS.accepts(Kind.BBS.derive(base, ""))).isTrue();
        assertThat(refusal(() -> Kind.BBS.derive(base, pointers.split(" ", -1))))
                .isEqualTo(Code.NOT_SEPARABLE);
    }

    @Test
    void ids_that_look_like_made_up_ones_are_refused() {
        assertThat(refusal(() -> grouped("'u': {'id': 'urn:bnid:m.0'}"))).isEqualTo(Code.NOT_SEPARABLE);
    }

    private static Code refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        return catchThrowableOfType(DisclosureException.class, action).code();
    }

    private static Grouped grouped(String members) {
        return Grouped.of(READER, document(members), Labels.hmac(new byte[32]));
    }

    private static JsonObject document(String members) {
        return Json.object("""
                {'@context': ['https://www.w3.org/ns/credentials/v2',
                              'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', %s],
                 'type': ['VerifiableCredential'], 'issuer': 'did:x:1', %s}""".formatted(CONTEXT, members).replace('\'', '"'));
    }
}
