package org.cairn.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cairn.quality.Difference.Change;
import org.junit.jupiter.api.Test;

/// What a new version of a pack changes.
class DifferenceTest {
    @Test
    void the_rules_of_2022_find_other_things_in_what_conformed_to_those_of_2018() {
        var lending = Subject.of(Example.of("nzqa-2018").subject());
        var before = on(LocalDate.of(2022, 8, 31), lending);
        var after = on(LocalDate.of(2026, 11, 30), lending);

        var difference = Difference.between(before, after).stream()
                .filter(each -> each.after().pack().id().equals("NZQA"))
                .findFirst()
                .orElseThrow();

        assertThat(difference.before().pack().version()).isEqualTo("2018.1");
        assertThat(difference.after().pack().version()).isEqualTo("2022.1");
        assertThat(difference.changesTheVerdict()).isTrue();
        assertThat(difference.changes())
                .filteredOn(Change.Removed.class::isInstance)
                .extracting(change -> ((Change.Removed) change).finding().rule().id())
                .containsExactly("NZ-D1");
        assertThat(difference.changes())
                .filteredOn(Change.Added.class::isInstance)
                .extracting(change -> ((Change.Added) change).finding().rule().id())
                .contains("NZ-L1", "NZ-L3", "NZ-T1");
        assertThat(difference.changes())
                .filteredOn(Change.Changed.class::isInstance)
                .extracting(change -> ((Change.Changed) change).after().rule().id())
                .contains("NZ-L2");
    }

    @Test
    void nothing_changes_where_nothing_did() {
        var lending = Subject.of(Example.of("nzqa-2022").subject());
        var day = LocalDate.of(2026, 11, 30);

        assertThat(Difference.between(on(day, lending), on(day, lending)))
                .hasSize(Packs.inForce(Packs.bundled(), day).size())
                .allSatisfy(difference -> assertThat(difference.changes()).isEmpty());
    }

    private static Report on(LocalDate day, Subject subject) {
        return new Check(Packs.inForce(Packs.bundled(), day), day).run(subject);
    }

    @Test
    void each_version_is_named_in_the_report() {
        var report = on(LocalDate.of(2026, 11, 30), Subject.of(Example.of("cmf").subject()));

        assertThat(report.frameworks())
                .extracting(framework -> framework.pack().id())
                .doesNotHaveDuplicates()
                .containsAll(List.of("EU-2022", "NZQA", "CMF"));
    }
}
