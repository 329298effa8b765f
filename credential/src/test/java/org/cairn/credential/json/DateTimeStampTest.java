package org.cairn.credential.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimeStampTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00:00Z, 2026-11-24T12:00:00Z",
        "2026-11-24T12:00:00.5Z, 2026-11-24T12:00:00.5Z",
        "2026-11-24T12:00:00.1234567891234Z, 2026-11-24T12:00:00.123456789Z",
        "2026-11-24T12:00:00+02:00, 2026-11-24T10:00:00Z",
        "2026-11-24T12:00:00-14:00, 2026-11-25T02:00:00Z",
        "2026-12-31T24:00:00Z, 2027-01-01T00:00:00Z",
        "2026-12-31T24:00:00.000+01:00, 2026-12-31T23:00:00Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "12026-01-01T00:00:00Z, +12026-01-01T00:00:00Z",
        "-0044-03-15T00:00:00Z, -0044-03-15T00:00:00Z"
    })
    void is(String text, Instant moment) {
        assertThat(DateTimeStamp.read(text)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-24",
                "2026-11-24T12:00:00",
                "2026-11-24T12:00Z",
                "2026-11-24t12:00:00z",
                "2026-11-24 12:00:00Z",
                "2026-11-24T12:00:00+2:00",
                "2026-11-24T12:00:00+0200",
                "2026-11-24T12:00:00+15:00",
                "2026-11-24T12:00:00+01:00:30",
                "2026-11-24T25:00:00Z",
                "2026-11-24T24:00:01Z",
                "2026-11-24T12:60:00Z",
                "2026-11-24T12:00:60Z",
                "2026-02-30T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "02026-01-01T00:00:00Z",
                "+2026-01-01T00:00:00Z",
                "9999999999-01-01T00:00:00Z",
                "2026-11-24T12:00:00.Z",
                "2026-11-24T12:00:00Z ",
                "invalidDate"
            })
    void is_none(String text) {
        assertThat(DateTimeStamp.read(text)).isEmpty();
    }

    @Test
    void no_digit_of_a_fraction_is_lost() {
        DateTimeStamp earlier =
                DateTimeStamp.parse("2026-11-24T12:00:00.12345678901Z").orElseThrow();
        DateTimeStamp later =
                DateTimeStamp.parse("2026-11-24T12:00:00.12345678902Z").orElseThrow();

        assertThat(earlier).isLessThan(later);
        assertThat(earlier.instant()).isEqualTo(later.instant());
    }

    @Test
    void a_text_without_end_is_none() {
        assertThat(DateTimeStamp.read("2026-11-24T12:00:00." + "1".repeat(100) + "Z"))
                .isEmpty();
    }

    @Property
    void every_instant_comes_back(@ForAll @LongRange(min = -62_000_000_000L, max = 250_000_000_000L) long seconds) {
        Instant moment = Instant.ofEpochSecond(seconds);

        assertThat(DateTimeStamp.read(moment.toString())).contains(moment);
    }
}
