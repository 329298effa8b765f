package org.cairn.credential.datamodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.credential.datamodel.Documents.aCredentialWith;
import static org.cairn.credential.datamodel.Documents.brief;
import static org.cairn.credential.datamodel.Documents.with;

import java.util.Map;
import org.cairn.credential.datamodel.Problem.Code;
import org.cairn.credential.json.DateTimeStamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Section 4.9 and XML Schema's `dateTimeStamp`.
class DateTimeStampTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-06T07:08:09Z",
                "2026-05-06T07:08:09.123Z",
                "2026-05-06T07:08:09.12345678901234567890Z",
                "2026-05-06T07:08:09-07:00",
                "2026-05-06T07:08:09+14:00",
                "2026-05-06T07:08:09-00:00",
                "2026-05-06T24:00:00Z",
                "2026-05-06T24:00:00.000Z",
                "2024-02-29T00:00:00Z",
                "12026-05-06T07:08:09Z",
                "-0044-03-15T12:00:00Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z"
            })
    void accepts_every_form_of_the_standard(String date) {
        assertThat(DateTimeStamp.parse(date)).isPresent();
        assertThat(DataModel.credential(aCredentialWith("validFrom", "\"" + date + "\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-05-06",
                "2026-05-06T07:08:09",
                "2026-05-06T07:08Z",
                "2026-05-06 07:08:09Z",
                "2026-05-06t07:08:09z",
                "2026-05-06T07:08:09.Z",
                "2026-05-06T07:08:09,5Z",
                "2026-05-06T07:08:60Z",
                "2026-05-06T07:60:09Z",
                "2026-05-06T25:00:00Z",
                "2026-05-06T24:00:01Z",
                "2026-05-06T24:00:00.1Z",
                "2025-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-05-06T07:08:09+14:01",
                "2026-05-06T07:08:09+15:00",
                "2026-05-06T07:08:09+0700",
                "2026-05-06T07:08:09+07:60",
                "02026-05-06T07:08:09Z",
                "26-05-06T07:08:09Z",
                "+2026-05-06T07:08:09Z",
                " 2026-05-06T07:08:09Z",
                "9999999999-01-01T00:00:00Z",
                "20260506T070809Z",
                "Wed, 06 May 2026 07:08:09 GMT"
            })
    void refuses_every_other_form(String date) {
        assertThat(DateTimeStamp.parse(date)).isEmpty();
        assertThat(brief(DataModel.credential(aCredentialWith("validUntil", "\"" + date + "\""))))
                .containsExactly(Map.entry(Code.DATE_FORM, "/validUntil"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1778051289", "{}", "[\"2026-05-06T07:08:09Z\"]", "true"})
    void refuses_dates_that_are_no_strings(String json) {
        assertThat(brief(DataModel.credential(aCredentialWith("validFrom", json))))
                .containsExactly(Map.entry(Code.DATE_FORM, "/validFrom"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z,2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00Z,2026-01-01T00:00:00.000Z",
        "2026-01-01T00:00:00Z,2025-12-31T24:00:00Z",
        "2026-01-01T12:00:00+02:00,2026-01-01T10:00:00Z",
        "2026-01-01T00:00:00Z,12026-01-01T00:00:00Z"
    })
    void accepts_an_end_at_or_after_the_start(String from, String until) {
        assertThat(DataModel.credential(withPeriod(from, until))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:01Z,2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.00000000002Z,2026-01-01T00:00:00.00000000001Z",
        "2026-01-01T12:00:00-02:00,2026-01-01T13:59:59Z",
        "0001-01-01T00:00:00Z,-0001-01-01T00:00:00Z"
    })
    void refuses_an_end_before_the_start(String from, String until) {
        assertThat(brief(DataModel.credential(withPeriod(from, until))))
                .containsExactly(Map.entry(Code.PERIOD_REVERSED, "/validUntil"));
    }

    @Test
    void takes_an_old_date_without_zone_as_utc() {
        assertThat(DateTimeStamp.parseDateTime("2026-05-06T07:08:09"))
                .isEqualTo(DateTimeStamp.parse("2026-05-06T07:08:09Z"));
    }

    private static jakarta.json.JsonObject withPeriod(String from, String until) {
        return with(aCredentialWith("validFrom", "\"" + from + "\""), "/validUntil", "\"" + until + "\"");
    }
}
