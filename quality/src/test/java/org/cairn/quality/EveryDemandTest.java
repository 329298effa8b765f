package org.cairn.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each MUST of every pack, once met and once not, by published microcredentials.
class EveryDemandTest {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    static List<String> packs() {
        return Packs.files();
    }

    static Stream<Arguments> demands() {
        return packs().stream()
                .flatMap(pack -> Example.of(pack).fails().entrySet().stream()
                        .map(fail -> Arguments.of(pack, fail.getKey(), fail.getValue())));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_demand_has_an_example_that_meets_it_and_one_that_does_not(String name) {
        var demands = pack(name).rules().stream()
                .filter(rule -> rule.level() == Rule.Level.MUST)
                .map(Rule::id);

        assertThat(Example.of(name).fails().keySet()).containsExactlyInAnyOrderElementsOf(demands.toList());
    }

    @ParameterizedTest
    @MethodSource("packs")
    void the_published_microcredential_conforms(String name) {
        var report = check(name, Subject.of(Example.of(name).subject()));

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().level() == Rule.Level.MUST)
                .allSatisfy(finding -> assertThat(finding.outcome())
                        .as(finding.rule().id())
                        .isInstanceOfAny(Outcome.Pass.class, Outcome.NotApplicable.class));
        assertThat(report.verdict()).isEqualTo(Report.Verdict.CONFORMS);
    }

    @ParameterizedTest
    @MethodSource("demands")
    void one_change_and_its_demand_is_not_met(String name, String rule, Example.Change change) {
        var before = finding(check(name, Subject.of(Example.of(name).subject())), rule);
        var after = check(name, Subject.of(Example.of(name).changed(change.at(), change.to())));

        assertThat(before.outcome().word()).isIn("PASS", "NOT_APPLICABLE");
        assertThat(finding(after, rule).outcome().word()).isEqualTo(change.outcome());
        assertThat(after.verdict()).isNotEqualTo(Report.Verdict.CONFORMS);
        assertThat(finding(after, rule).fixIn(Locale.of("ar"))).isNotBlank();
    }

    static Report.Framework check(String name, Subject subject) {
        return new Check(List.of(pack(name)), TODAY).run(subject).frameworks().getFirst();
    }

    static Finding finding(Report.Framework report, String rule) {
        return report.findings().stream()
                .filter(each -> each.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    static Pack pack(String name) {
        return ((Packs.Read) Packs.read(name + ".yaml", Packs.text(name))).pack();
    }
}
