package org.cairn.stacking.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Fraction;
import org.cairn.stacking.rule.GradeScale;
import org.cairn.stacking.rule.Need;
import org.cairn.stacking.rule.Requirement;
import org.cairn.stacking.rule.Rounding;
import org.cairn.stacking.rule.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StackTextTest {

    @Test
    void reads_what_the_text_says() {
        var stack = stack(Sample.TEXT);

        assertThat(stack.title()).isEqualTo(Map.of("en", "Certificate", "es", "Certificado"));
        assertThat(stack.credit().worth()).isEqualTo(Map.of("ECTS", BigDecimal.valueOf(2)));
        assertThat(stack.slots().stream().map(Requirement.Slot::id)).containsExactly("core", "electives", "project");
        assertThat(stack.slots().get(1).need())
                .isEqualTo(new Need.Credits(BigDecimal.valueOf(6), Optional.of(BigDecimal.valueOf(9))));
        assertThat(stack.grades().values().stream().flatMap(scale -> scale.equals().entrySet().stream()))
                .contains(Map.entry(new GradeScale.Foreign("percent", "70"), "B"));
        assertThat(stack.constraints().get(1))
                .isEqualTo(new Constraint.Share(
                        Constraint.Bound.AT_LEAST,
                        new Filter.Category(java.util.Set.of("practice")),
                        new Fraction(3, 4),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(stack.options().rounding()).isEqualTo(new Rounding.Up(BigDecimal.valueOf(3)));
    }

    @Test
    void writes_a_text_that_reads_back_equal_and_is_written_the_same() {
        var stack = stack(Sample.TEXT);

        var written = StackText.write(stack);

        assertThat(stack(written)).isEqualTo(stack);
        assertThat(StackText.write(stack(written))).isEqualTo(written);
    }

    @Test
    void reads_json() {
        var stack = stack(Sample.TEXT);

        assertThat(stack(SchemaTest.json(Sample.TEXT))).isEqualTo(stack);
    }

    @Test
    void keeps_words_that_yaml_takes_for_something_else() {
        var stack = stack(Sample.with("es: Certificado", "no: yes").replace("category: practice", "category: 010"));

        assertThat(stack.title()).containsEntry("no", "yes");
        assertThat(stack.slots().getFirst().accepts()).isEqualTo(new Filter.Category(java.util.Set.of("010")));
        assertThat(stack(StackText.write(stack))).isEqualTo(stack);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void tells_a_fault_where_it_stands(String part, String by, Fault.Code code, Optional<String> path) {
        var marked = Sample.with(part, by);
        var at = marked.indexOf('«');
        var text = marked.replace("«", "");

        var faults = faults(text);

        assertThat(faults).extracting(Fault::code).as("%s", faults).containsExactly(code);
        path.ifPresent(expected -> assertThat(faults.getFirst().path()).isEqualTo(expected));
        assertThat(at < 0 ? -1 : place(faults.getFirst())).isEqualTo(at < 0 ? -1 : place(text, at));
        assertThat(faults.getFirst().sentence())
                .doesNotContain("%s")
                .doesNotContain("null")
                .matches("line .+: .{10,}");
    }

    static Stream<Arguments> faults() {
        return Arrays.stream(Sample.FAULTS)
                .map(each -> Arguments.of(each[0], each[1], each[2], Optional.ofNullable((String) each[3])));
    }

    @Test
    void every_kind_of_fault_has_been_seen_here() {
        var seen =
                Arrays.stream(Sample.FAULTS).map(each -> (Fault.Code) each[2]).collect(Collectors.toSet());
        var elsewhere = EnumSet.of(Fault.Code.EMPTY_TEXT, Fault.Code.TEXT_TOO_LONG, Fault.Code.TOO_DEEP);

        assertThat(Stream.concat(seen.stream(), elsewhere.stream())).containsExactlyInAnyOrder(Fault.Code.values());
    }

    @Test
    void tells_all_faults_in_the_order_of_the_text() {
        var faults = faults(Sample.with("version: 1", "version: one")
                .replace("slot: core", "slot: kore")
                .replace("rounding: {up: 3}", "rounding: {up: x}")
                .replace("  denominator: AWARD_TOTAL\n", ""));

        assertThat(faults)
                .extracting(Fault::code)
                .containsExactly(
                        Fault.Code.NOT_A_NUMBER,
                        Fault.Code.UNKNOWN_SLOT,
                        Fault.Code.UNKNOWN_SLOT,
                        Fault.Code.MISSING,
                        Fault.Code.NOT_A_NUMBER);
    }

    @Test
    void says_what_to_do() {
        assertThat(sentence(Sample.with("  denominator: AWARD_TOTAL\n", "")))
                .isEqualTo("line 45, column 3: 'denominator' is missing; say AWARD_TOTAL or COUNTED");
        assertThat(sentence(Sample.with("surplus", "surpluss")))
                .isEqualTo("line 48, column 3: 'surpluss' means nothing here; did you mean 'surplus'?");
        assertThat(sentence(Sample.with("after: [core]", "after: [x]")))
                .isEqualTo("line 38, column 39: there is no slot 'x'; there is core, electives or project");
        assertThat(sentence(Sample.with("gradeAverage: {scheme: letter", "gradeAverage: {scheme: pass")))
                .endsWith("the average needs points for every grade of 'pass'; these have none: fail, pass");
    }

    @Test
    void refuses_what_is_empty_too_long_or_too_deep() {
        assertThat(faults("")).extracting(Fault::code).containsExactly(Fault.Code.EMPTY_TEXT);
        assertThat(faults("# nothing\n")).extracting(Fault::code).containsExactly(Fault.Code.EMPTY_TEXT);
        assertThat(faults("a".repeat(300_000))).extracting(Fault::code).containsExactly(Fault.Code.TEXT_TOO_LONG);
        assertThat(faults("[".repeat(200_000))).extracting(Fault::code).containsExactly(Fault.Code.TOO_DEEP);
        assertThat(faults("{a: ".repeat(50))).extracting(Fault::code).containsExactly(Fault.Code.TOO_DEEP);
        assertThat(faults("hello")).extracting(Fault::code).containsExactly(Fault.Code.NOT_A_MAPPING);
    }

    @Test
    void refuses_more_slots_than_anyone_can_oversee() {
        var slots = new StringBuilder("root:\n  all:\n");
        for (var part = 0; part < 3; part++) {
            slots.append("    - all:\n");
            for (var slot = 0; slot < 14; slot++) {
                slots.append("        - {slot: s%d-%d, title: {en: S}, need: {count: 1}, accepts: anything}%n"
                        .formatted(part, slot));
            }
        }
        var text = Sample.TEXT.replaceAll("(?s)root:.*options:", slots + "options:");

        assertThat(faults(text)).extracting(Fault::code).containsExactly(Fault.Code.TOO_MANY);
    }

    static Stack stack(String text) {
        return switch (StackText.read(text)) {
            case StackText.Read(var stack) -> stack;
            case StackText.Refused(var faults) ->
                throw new AssertionError(faults.stream().map(Fault::sentence).collect(Collectors.joining("\n")));
        };
    }

    static List<Fault> faults(String text) {
        return switch (StackText.read(text)) {
            case StackText.Read _ -> List.of();
            case StackText.Refused(var faults) -> faults;
        };
    }

    private static String sentence(String text) {
        return faults(text).getFirst().sentence();
    }

    private static int place(Fault fault) {
        return fault.line() * 1_000 + fault.column();
    }

    private static int place(String text, int at) {
        var before = text.substring(0, at);
        var line = (int) before.chars().filter(each -> each == '\n').count() + 1;
        return line * 1_000 + at - before.lastIndexOf('\n');
    }
}
