package org.cairn.server.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final SpecVersionId SPEC = new SpecVersionId(UUID.randomUUID());

    @ParameterizedTest
    @CsvSource({
        "2026-03-09, UNDECLARED, 2026-03-09",
        "2026/3/9, UNDECLARED, 2026-03-09",
        "2026-03-09T00:00:00, UNDECLARED, 2026-03-09",
        "2026-03-09 00:00, UNDECLARED, 2026-03-09",
        "20260309, UNDECLARED, 2026-03-09",
        "09.03.2026, UNDECLARED, 2026-03-09",
        "31/01/2026, UNDECLARED, 2026-01-31",
        "01/31/2026, UNDECLARED, 2026-01-31",
        "05/05/2026, UNDECLARED, 2026-05-05",
        "09/03/2026, DAY_FIRST, 2026-03-09",
        "09/03/2026, MONTH_FIRST, 2026-09-03",
        "٠٩-٠٣-٢٠٢٦, DAY_FIRST, 2026-03-09",
    })
    void dates_that_can_mean_one_day_are_read(String typed, DateOrder order, LocalDate day) {
        assertThat(DateText.read(typed, order)).isEqualTo(new DateText.Read.Day(day));
    }

    @ParameterizedTest
    @CsvSource({
        "09/03/2026, UNDECLARED, award.reason.ambiguousDate",
        "9/3/26, UNDECLARED, award.reason.shortYear",
        "2026-02-30, UNDECLARED, award.reason.date",
        "20260230, UNDECLARED, award.reason.date",
        "12345678, UNDECLARED, award.reason.date",
        "31/01/2026, MONTH_FIRST, award.reason.date",
        "yesterday, UNDECLARED, award.reason.date",
        "'', UNDECLARED, award.reason.noDate",
        "2026-03/09, UNDECLARED, award.reason.date",
    })
    void other_dates_are_refused_with_a_reason(String typed, DateOrder order, String reason) {
        assertThat(DateText.read(typed, order)).isEqualTo(new DateText.Read.No(reason));
    }

    @Test
    void spaces_and_capitals_do_not_matter() {
        var checked = new Draft("  Ana \u00A0 Gil ", " ANA@Example.ORG ", " 17 ", "2026-11-24", "", "")
                .check(SPEC, DateOrder.UNDECLARED, TODAY);

        var wish = ((Draft.Checked.Good) checked).wish();
        assertThat(wish.name()).isEqualTo("Ana Gil");
        assertThat(wish.email()).map(Object::toString).contains("ana@example.org");
        assertThat(wish.learnerNumber()).contains("17");
        assertThat(wish.grade()).isEmpty();
    }

    @Test
    void all_faults_are_told_at_once() {
        var checked = new Draft("", "no address", "1".repeat(65), "2026-11-25", "x".repeat(65), "y".repeat(2001))
                .check(SPEC, DateOrder.UNDECLARED, TODAY);

        assertThat(((Draft.Checked.Bad) checked).faults())
                .extracting(f -> f.field() + " " + f.key())
                .containsExactly(
                        "name award.reason.noName",
                        "email award.reason.email",
                        "learnerNumber award.reason.learnerNumber",
                        "grade award.reason.grade",
                        "narrative award.reason.narrative",
                        "date award.reason.future");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana\u0000", "Ana\uD800", "Ana\uFFFD"})
    void names_that_cannot_be_shown_are_refused(String name) {
        var checked = new Draft(name, "", "", "2026-11-24", "", "").check(SPEC, DateOrder.UNDECLARED, TODAY);

        assertThat(((Draft.Checked.Bad) checked).faults().getFirst().key()).isEqualTo("award.reason.name");
    }
}
