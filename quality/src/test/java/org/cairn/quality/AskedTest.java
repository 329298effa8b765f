package org.cairn.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskedTest {
    @Test
    void every_fact_that_a_bundled_rule_looks_at_is_known_and_can_be_typed_in() {
        var asked = Packs.bundled().stream()
                .flatMap(pack -> pack.rules().stream())
                .flatMap(rule -> Asked.by(rule).stream())
                .toList();

        assertThat(asked).isNotEmpty().allSatisfy(each -> {
            assertThat(Asked.typeAt(each.path())).contains(each.type());
            assertThat(each.type()).isNotIn(FactType.GROUP, FactType.LIST, FactType.ANYTHING);
        });
    }

    @Test
    void a_rule_about_members_of_a_list_asks_for_each_of_them() {
        var rule = Packs.bundled().stream()
                .filter(pack -> pack.id().equals("TMC"))
                .flatMap(pack -> pack.rules().stream())
                .filter(each -> Asked.by(each).stream().anyMatch(AskedTest::isCodedComplexity))
                .findFirst()
                .orElseThrow();

        var complexity = Asked.by(rule).stream()
                .filter(AskedTest::isCodedComplexity)
                .findFirst()
                .orElseThrow();

        assertThat(complexity.type()).isEqualTo(FactType.TEXT);
        assertThat(complexity.list()).isEqualTo(Optional.of("spec.assessment"));
        assertThat(complexity.codes()).contains("skill-complex", "portfolio-with-reflection");
        assertThat(complexity.meaning()).isNotBlank();
    }

    private static boolean isCodedComplexity(Asked asked) {
        return asked.path().equals("spec.assessment.complexity")
                && !asked.codes().isEmpty();
    }
}
