package org.cairn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.quality.SubjectException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What becomes facts, and what is not even looked at.
class SubjectTest {
    static Stream<Arguments> hostile() {
        Map<String, Object> deep = Map.of("a", 1);
        for (var level = 0; level < 20; level++) {
            deep = Map.of("a", deep);
        }
        return Stream.of(
                Arguments.of(deep, Code.TOO_DEEP),
                Arguments.of(Map.of("a", Collections.nCopies(20_001, "x")), Code.TOO_MANY_FACTS),
                Arguments.of(Map.of("a", "x".repeat(2_097_153)), Code.TEXT_TOO_LONG),
                Arguments.of(Map.of("a", Double.NaN), Code.NOT_A_NUMBER),
                Arguments.of(Map.of("a", new BigDecimal("1e999999999")), Code.NOT_A_NUMBER),
                Arguments.of(Map.of("a", LocalDate.EPOCH), Code.UNKNOWN_KIND));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void what_is_larger_or_stranger_than_any_microcredential_is_refused(Map<String, ?> facts, Code code) {
        assertThatThrownBy(() -> Subject.of(facts))
                .isInstanceOfSatisfying(
                        SubjectException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void values_of_a_reader_of_json_become_facts() {
        var subject = Subject.of(
                Map.of("a", List.of(1, 2.5, true, "t", Optional.empty()), "b", Map.of("c", Optional.of("d"))));

        assertThat(subject.facts().part("a"))
                .isEqualTo(new Fact.Many(List.of(
                        new Fact.Amount(BigDecimal.ONE),
                        new Fact.Amount(new BigDecimal("2.5")),
                        new Fact.Flag(true),
                        new Fact.Text("t"),
                        Fact.Nothing.NOTHING)));
        assertThat(subject.facts().part("b").part("c")).isEqualTo(new Fact.Text("d"));
        assertThat(subject.facts().part("x").part("y").isSaid()).isFalse();
    }
}
