package org.cairn.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Forms of texts.
class FormTest {
    @ParameterizedTest
    @CsvSource({
        "'[0-9]{6}', 080301, true",
        "'[0-9]{6}', 80301, false",
        "'[0-9]{6}', 0803011, false",
        "'\\d+\\.\\d{4}', 14.2101, true",
        "'\\d+\\.\\d{4}', 14x2101, false",
        "'https?://[^ ]{1,9}', https://a.b, true",
        "'https?://[^ ]{1,9}', http://a b, false",
        "'a*b?c+', aaacc, true",
        "'a*b?c+', bc, true",
        "'a*b?c+', bbc, false",
        "'[a-c-]+', a-c, true",
        "'.{2,3}', xyz, true",
        "'.{2,3}', x, false"
    })
    void fits_or_does_not(String form, String text, boolean fits) {
        assertThat(Form.of(form).orElseThrow().fits(text)).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "(a+)+", "a|b", "^a$", "a{2", "a{3,2}", "a{0}", "[]", "[a", "*", "\\w", "a{999}", "a**"})
    void what_is_no_form_or_too_long_is_refused(String form) {
        assertThat(Form.of(form)).isEmpty();
    }

    @Test
    void what_makes_backtracking_explode_takes_its_length_only() {
        var form = Form.of("a*a*a*a*a*a*a*a*a*a*b").orElseThrow();

        assertThat(Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> form.fits("a".repeat(Form.LONGEST_TEXT))))
                .isFalse();
    }
}
