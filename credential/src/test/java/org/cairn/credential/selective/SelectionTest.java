package org.cairn.credential.selective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.util.List;
import org.cairn.credential.json.Json;
import org.cairn.credential.selective.DisclosureException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// selectJsonLd of the standard, and JSON pointers as RFC 6901 defines them.
class SelectionTest {

    private static final JsonObject DOCUMENT = json("""
            {'@context': ['c'], 'id': 'urn:1', 'type': ['A', 'B'], 'name': 'n', 'a/b': 1, 'm~n': 2, '': 3, '0': 4,
             'thing': {'id': 'urn:2', 'type': 'T', 'x': 1, 'y': {'@context': 'd', 'z': [1, 2], 'w': null}},
             'blank': {'id': '_:b0', 'x': 1, 'y': 2},
             'list': [{'id': 'urn:3', 'x': 1}, {'type': 'T', 'x': 2, 'y': 3}, 'text', [5, 6]]}""");

    private static final String ROOT = "'@context': ['c'], 'id': 'urn:1', 'type': ['A', 'B']";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/name | 'name': 'n'",
                "/a~1b | 'a/b': 1",
                "/m~0n | 'm~n': 2",
                "/ | '': 3",
                "/0 | '0': 4",
                "/thing/x | 'thing': {'id': 'urn:2', 'type': 'T', 'x': 1}",
                "/thing/y/z | 'thing': {'id': 'urn:2', 'type': 'T', 'y': {'@context': 'd', 'z': [1, 2]}}",
                "/thing/y/w | 'thing': {'id': 'urn:2', 'type': 'T', 'y': {'@context': 'd', 'w': null}}",
                "/thing/type | 'thing': {'id': 'urn:2', 'type': 'T'}",
                "/blank/x | 'blank': {'x': 1}",
                "/blank | 'blank': {'id': '_:b0', 'x': 1, 'y': 2}",
                "/list/2 | 'list': ['text']",
                "/list/1/y | 'list': [{'type': 'T', 'y': 3}]",
                "/list/3/1 | 'list': [[6]]",
                "/list/3 /list/0 | 'list': [{'id': 'urn:3', 'x': 1}, [5, 6]]",
                "/list/1/x /list/1/y | 'list': [{'type': 'T', 'x': 2, 'y': 3}]",
                "/list/1 /list/1/y | 'list': [{'type': 'T', 'x': 2, 'y': 3}]",
                "/list/1/y /list/1 | 'list': [{'type': 'T', 'x': 2, 'y': 3}]",
                "/name /name | 'name': 'n'",
                "/type | ",
                "/@context | ",
                "/id | ",
            })
    void takes_what_the_pointers_lead_to_with_ids_types_and_contexts_on_the_way(String pointers, String members) {
        String more = members == null ? "" : ", " + members;

        assertThat(Selection.of(DOCUMENT, List.of(pointers.split(" ", -1)))).contains(json("{" + ROOT + more + "}"));
    }

    @Test
    void the_empty_pointer_takes_everything_and_no_pointer_nothing() {
        assertThat(Selection.of(DOCUMENT, List.of(""))).contains(DOCUMENT);
        assertThat(Selection.of(DOCUMENT, List.of("/name", ""))).contains(DOCUMENT);
        assertThat(Selection.of(DOCUMENT, List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/none",
                "/name/more",
                "/list/4",
                "/list/-",
                "/list/01",
                "/list/+1",
                "/list/x",
                "/list/",
                "/list/99999999999",
                "/thing/y/z/2",
                "//",
                "/thing/y/w/v",
                "/list/-1",
                "/Name"
            })
    void refuses_pointers_that_lead_nowhere(String pointer) {
        DisclosureException alone = refusal(List.of(pointer));

        assertThat(alone.code()).isEqualTo(Code.POINTER_UNKNOWN);
        assertThat(alone.detail()).isEqualTo(pointer);
        assertThat(refusal(List.of("", pointer)).code()).isEqualTo(Code.POINTER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "#/name", "/a~b", "/~", "/~2", " /name"})
    void refuses_what_is_no_pointer(String pointer) {
        assertThat(refusal(List.of(pointer)).code()).isEqualTo(Code.POINTER_MALFORMED);
    }

    @Test
    void refuses_pointers_of_any_length() {
        assertThat(refusal(List.of("/a".repeat(2_000))).code()).isEqualTo(Code.POINTER_MALFORMED);
    }

    private static DisclosureException refusal(List<String> pointers) {
        return catchThrowableOfType(DisclosureException.class, () -> Selection.of(DOCUMENT, pointers));
    }

    private static JsonObject json(String text) {
        return Json.object(text.replace('\'', '"'));
    }
}
