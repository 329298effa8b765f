package org.cairn.stacking.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import org.cairn.stacking.rule.Stack;

class StackTextPropertyTest {

    @Property(tries = 400)
    @Domain(Stacks.class)
    void what_is_written_reads_back_equal(@ForAll Stack stack) {
        var written = StackText.write(stack);

        assertThat(StackTextTest.stack(written)).as(written).isEqualTo(stack);
        assertThat(StackText.write(StackTextTest.stack(written))).isEqualTo(written);
    }

    @Property(tries = 1_500)
    void a_damaged_text_gives_an_answer(
            @ForAll @IntRange(max = 3_000) int from,
            @ForAll @IntRange(max = 30) int length,
            @ForAll("awkward") String instead) {
        var start = from % Sample.TEXT.length();
        var end = Math.min(Sample.TEXT.length(), start + length);
        var damaged = Sample.TEXT.substring(0, start) + instead + Sample.TEXT.substring(end);

        answers(damaged);
    }

    @Property(tries = 1_000)
    void any_text_gives_an_answer(@ForAll String text) {
        answers(text);
    }

    private static void answers(String text) {
        switch (StackText.read(text)) {
            case StackText.Read(var stack) ->
                assertThat(StackTextTest.stack(StackText.write(stack))).isEqualTo(stack);
            case StackText.Refused(var faults) ->
                assertThat(faults)
                        .isNotEmpty()
                        .allSatisfy(fault ->
                                assertThat(fault.sentence()).matches("line [1-9][0-9]*, column [1-9][0-9]*: .+"));
        }
    }

    @Provide
    Arbitrary<String> awkward() {
        return Arbitraries.oneOf(
                Arbitraries.of(Stacks.awkward().toList()),
                Arbitraries.just(""),
                Arbitraries.strings().ofMaxLength(6),
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(6));
    }
}
