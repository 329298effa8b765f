package org.cairn.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.quality.Mistake.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A pack as a quality body would write it, and what becomes of each slip of the pen.
class PackTextTest {
    static final String PACK = """
            pack: GUILD
            version: "1"
            effectiveFrom: 2026-01-01
            name: {en: Guild of wheelwrights}
            sources: {statute: "Statute of the guild, 1924"}
            lists: {craft: [wheel, hub]}
            rules:
              - id: G-1
                level: MUST
                scope: SPEC
                kind: VOCABULARY
                path: spec.kind
                check: {oneOf: {fact: spec.kind, list: craft}}
                message: {en: It is a craft of the guild}
                fixHint: {en: Choose wheel or hub.}
                cites: {source: statute, clause: "3"}
                confidence: V
              - id: G-2
                level: SHOULD
                scope: SPEC
                kind: ATTESTATION
                path: spec.outcome
                check: {all: [{each: {of: spec.outcome, that: {present: it.text}}}, {attested: {withinMonths: 12}}]}
                message: {en: A master has looked at it}
                fixHint: {en: Ask a master.}
                cites: {source: statute, clause: "4"}
                confidence: K
            """;

    @Test
    void a_pack_of_somebody_elses_is_read() {
        var pack = ((Packs.Read) Packs.read("guild.yaml", PACK)).pack();

        assertThat(pack.nameIn(Locale.of("es"))).isEqualTo("Guild of wheelwrights");
        assertThat(pack.rules()).extracting(Rule::status).containsExactly(Rule.Status.SETTLED, Rule.Status.DRAFT);
        assertThat(pack.isDraft()).isTrue();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("level: MUST", "level: MUSST", 9, Code.MISSPELT),
                Arguments.of("level: MUST", "level: PERHAPS", 9, Code.UNKNOWN_WORD),
                Arguments.of("level: MUST", "lefel: MUST", 9, Code.MISSPELT),
                Arguments.of("level: MUST", "importance: MUST", 9, Code.UNKNOWN_KEY),
                Arguments.of("    level: MUST\n", "", 8, Code.MISSING),
                Arguments.of("level: MUST", "level:", 9, Code.EMPTY),
                Arguments.of("level: MUST", "level: [MUST]", 9, Code.NOT_A_TEXT),
                Arguments.of("level: MUST", "level: MUST\n    level: MAY", 10, Code.DUPLICATE_KEY),
                Arguments.of("fact: spec.kind", "fact: spec.kindd", 13, Code.MISSPELT),
                Arguments.of("fact: spec.kind", "fact: spec.theWholeTruth", 13, Code.UNKNOWN_PATH),
                Arguments.of("fact: spec.kind", "fact: spec.outcome", 13, Code.WRONG_TYPE),
                Arguments.of("fact: spec.kind", "fact: it.kind", 13, Code.MEMBER_OUTSIDE),
                Arguments.of("list: craft", "list: crafts", 13, Code.MISSPELT),
                Arguments.of("list: craft", "list: trades", 13, Code.UNKNOWN_LIST),
                Arguments.of("list: craft", "list: craft, codes: [hub]", 13, Code.ONE_KEY),
                Arguments.of("check: {oneOf", "check: {not: {any: []}, oneOf", 13, Code.ONE_KEY),
                Arguments.of("source: statute, clause: \"3\"", "source: law, clause: \"3\"", 16, Code.UNKNOWN_SOURCE),
                Arguments.of("id: G-2", "id: G-1", 18, Code.RULE_TWICE),
                Arguments.of("id: G-2", "id: G 2", 18, Code.NOT_A_NAME),
                Arguments.of("kind: ATTESTATION", "kind: PRESENCE\n    status: SETTLED", 22, Code.NOT_SETTLED),
                Arguments.of("kind: VOCABULARY", "kind: ATTESTATION", 11, Code.KIND_DISAGREES),
                Arguments.of("withinMonths: 12", "withinMonths: soon", 23, Code.NOT_A_NUMBER),
                Arguments.of("withinMonths: 12", "withinMonths: 0", 23, Code.OUT_OF_BOUNDS),
                Arguments.of("2026-01-01", "2026-02-30", 3, Code.NOT_A_DAY),
                Arguments.of("2026-01-01", "2026-01-01\neffectiveUntil: 2025-01-01", 1, Code.LEAST_ABOVE_MOST),
                Arguments.of("name: {en: Guild", "name: {English: Guild", 4, Code.NOT_A_LANGUAGE),
                Arguments.of("name: {en: Guild of wheelwrights}", "name: Guild", 4, Code.NOT_A_MAPPING),
                Arguments.of("rules:\n", "rules: none\nmore:\n", 7, Code.NOT_A_LIST),
                Arguments.of("It is a craft", "x".repeat(1001), 14, Code.TOO_LONG),
                Arguments.of("{en: It is a craft of the guild}", "{en: \"bell \\a\"}", 14, Code.CONTROL_CHARACTER),
                Arguments.of("[wheel, hub]", "[" + "a,".repeat(2001) + "b]", 6, Code.TOO_MANY),
                Arguments.of(
                        "{oneOf: {fact: spec.kind, list: craft}}",
                        "{matches: {fact: spec.kind, form: (a+)+}}",
                        13,
                        Code.NOT_A_FORM),
                Arguments.of(
                        "{present: it.text}",
                        "{some: {of: spec.assessment, that: {present: it.id}}}",
                        23,
                        Code.LIST_IN_LIST),
                Arguments.of(
                        "path: spec.outcome", "path: spec.outcome\n    ifApplicable: perhaps", 23, Code.NOT_A_FLAG),
                Arguments.of("lists: {craft: [wheel, hub]}", "lists: &all {craft: [wheel, hub]}", 6, Code.ANCHOR),
                Arguments.of("version: \"1\"", "version: !!java.net.URL \"1\"", 2, Code.TAG),
                Arguments.of("version: \"1\"", "---", 2, Code.SECOND_DOCUMENT),
                Arguments.of("version: \"1\"", "version: [\"1\"", 3, Code.NOT_YAML),
                Arguments.of("path: spec.kind", "path: " + "[".repeat(60) + "]".repeat(60), 12, Code.TOO_DEEP));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_with_file_line_and_remedy(String part, String by, int line, Code code) {
        assertThat(PACK).contains(part);

        var mistakes = ((Packs.Refused)
                        Packs.read("guild.yaml", PACK.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(by))))
                .mistakes();

        assertThat(mistakes).anySatisfy(mistake -> {
            assertThat(mistake.code()).isEqualTo(code);
            assertThat(mistake.line()).isEqualTo(line);
            assertThat(mistake.toString()).startsWith("guild.yaml, line " + line);
        });
    }

    @Test
    void several_mistakes_are_told_at_once_in_the_order_of_the_text() {
        var text = PACK.replace("MUST", "MUSST").replace("it.text", "it.texxt").replace("K\n", "Q\n");

        assertThat(((Packs.Refused) Packs.read("guild.yaml", text)).mistakes())
                .extracting(Mistake::line)
                .containsExactly(9, 23, 27);
    }

    @Test
    void a_misspelt_path_names_the_one_that_was_meant() {
        var mistake = ((Packs.Refused) Packs.read("guild.yaml", PACK.replace("it.text", "it.txet")))
                .mistakes()
                .getFirst();

        assertThat(mistake.messageIn(Locale.ENGLISH)).isEqualTo("'it.txet' means nothing here");
        assertThat(mistake.remedyIn(Locale.of("es"))).isEqualTo("¿Querías decir 'it.text'?");
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void every_mistake_has_words_in_three_languages(Code code) {
        var mistake = new Mistake("a.yaml", 1, 1, "", code, List.of("one", "two", "three"));

        assertThat(Stream.of("en", "es", "ar").map(Locale::of))
                .allSatisfy(language -> {
                    assertThat(mistake.messageIn(language)).isNotBlank().doesNotContain("''");
                    assertThat(mistake.remedyIn(language)).isNotBlank().doesNotContain("''");
                })
                .extracting(mistake::messageIn)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_example_stands_here_for_nearly_every_mistake() {
        var shown = mistakes().map(example -> (Code) example.get()[3]).toList();

        assertThat(Arrays.asList(Code.values()))
                .filteredOn(code -> !shown.contains(code))
                .containsExactlyInAnyOrder(Code.EMPTY_TEXT, Code.TEXT_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "a", "- 1", "{", "pack: ~", "? [a]\n: b", "%YAML 9.9\n---\na"})
    void any_text_gives_an_answer(String text) {
        assertThat(Packs.read("x", text)).isInstanceOf(Packs.Refused.class);
    }
}
