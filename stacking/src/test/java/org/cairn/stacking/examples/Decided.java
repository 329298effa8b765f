package org.cairn.stacking.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.decide.Facts;
import org.cairn.stacking.decide.Stacking;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.text.StackText;

/// What an example's rule says of a learner, and what a test expects of it.
record Decided(Decision decision) {
    static Decided by(String example, Facts learner) {
        return switch (StackText.read(Examples.text(example))) {
            case StackText.Read(var stack) -> new Decided(Stacking.by(stack).decide(learner));
            case StackText.Refused(var faults) ->
                throw new AssertionError(example + ": " + faults.getFirst().sentence());
        };
    }

    Decided isMet() {
        assertThat(decision.verdict()).as("%s", decision).isInstanceOf(Decision.Verdict.Met.class);
        assertThat(decision.shortfalls()).isEmpty();
        return this;
    }

    /// Met, and a person still has to judge something.
    Decided isMetSubjectToReview() {
        assertThat(decision.verdict()).as("%s", decision).isInstanceOf(Decision.Verdict.MetSubjectTo.class);
        assertThat(decision.shortfalls()).isEmpty();
        return this;
    }

    Decided isNotMet() {
        assertThat(decision.verdict()).as("%s", decision).isInstanceOf(Decision.Verdict.NotMet.class);
        return this;
    }

    /// The slot is short.
    Decided lacks(String slot, int need, int have) {
        assertThat(decision.shortfalls())
                .anySatisfy(shortfall -> assertThat(shortfall)
                        .isInstanceOfSatisfying(Decision.Shortfall.OfSlot.class, of -> {
                            assertThat(of.slot()).isEqualTo(slot);
                            assertNumbers(of.need(), of.have(), need, have);
                        }));
        return this;
    }

    /// A constraint of the kind is short.
    Decided lacks(Class<? extends Constraint> kind, String need, String have) {
        assertThat(decision.shortfalls())
                .as("%s", decision.shortfalls())
                .anySatisfy(shortfall -> assertThat(shortfall)
                        .isInstanceOfSatisfying(Decision.Shortfall.OfConstraint.class, of -> {
                            assertThat(of.constraint()).isInstanceOf(kind);
                            assertThat(of.need()).isEqualByComparingTo(need);
                            assertThat(of.have()).isEqualByComparingTo(have);
                        }));
        return this;
    }

    /// A condition on the learner does not hold.
    Decided lacksCondition(Class<? extends Constraint> kind) {
        assertThat(decision.shortfalls())
                .anySatisfy(shortfall -> assertThat(shortfall)
                        .isInstanceOfSatisfying(
                                Decision.Shortfall.OfCondition.class,
                                of -> assertThat(of.constraint()).isInstanceOf(kind)));
        return this;
    }

    Decided counts(int items) {
        assertThat(decision.allocation().stream().map(Decision.Placed::award).distinct())
                .hasSize(items);
        return this;
    }

    Decided leavesOut(String award, Class<? extends Decision.Reason> because) {
        return leavesOut(award, because, _ -> {});
    }

    <R extends Decision.Reason> Decided leavesOut(String award, Class<R> because, Consumer<R> saying) {
        assertThat(decision.unused()).as("%s", decision.unused()).anySatisfy(unused -> {
            assertThat(unused.award()).isEqualTo(award);
            assertThat(unused.reason()).isInstanceOfSatisfying(because, saying);
        });
        return this;
    }

    private static void assertNumbers(BigDecimal need, BigDecimal have, int needed, int had) {
        assertThat(need).isEqualByComparingTo(BigDecimal.valueOf(needed));
        assertThat(have).isEqualByComparingTo(BigDecimal.valueOf(had));
    }
}
