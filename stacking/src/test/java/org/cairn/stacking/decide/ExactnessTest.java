package org.cairn.stacking.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Search by hand, solver and brute force come to the same allocation, item by item.
class ExactnessTest {
    private static final double SOLVER = 20;

    private static Problem problem(long seed, boolean simple, int items) {
        var generated = new Generated(seed, simple);
        var stack = generated.stack(1 + (int) Math.floorMod(seed, 4L));
        return new Compiler(stack, generated.facts(items)).compile().problem();
    }

    @Property(tries = 1500)
    void search_by_hand_finds_what_brute_force_finds(@ForAll long seed) {
        var problem = problem(seed, true, 6);

        var found = new Search(problem, Long.MAX_VALUE).meeting();

        assertThat(text(problem, found)).isEqualTo(text(problem, BruteForce.meeting(problem)));
    }

    @Property(tries = 1500)
    void search_by_hand_comes_as_near_as_brute_force(@ForAll long seed) {
        var problem = problem(seed, true, 6);

        var found = new Search(problem, Long.MAX_VALUE).nearest();

        assertThat(text(problem, found)).isEqualTo(text(problem, BruteForce.nearest(problem)));
    }

    @Property(tries = 60)
    void the_solver_finds_what_the_search_by_hand_finds(@ForAll long seed) {
        var problem = problem(seed, true, 12);

        assertThat(text(problem, new CpSat(problem, SOLVER).meeting()))
                .isEqualTo(text(problem, new Search(problem, Long.MAX_VALUE).meeting()));
    }

    @Property(tries = 60)
    void the_solver_comes_as_near_as_the_search_by_hand(@ForAll long seed) {
        var problem = problem(seed, true, 9);

        assertThat(text(problem, new CpSat(problem, SOLVER).nearest()))
                .isEqualTo(text(problem, new Search(problem, Long.MAX_VALUE).nearest()));
    }

    @Property(tries = 60)
    void the_solver_finds_what_brute_force_finds_with_every_option(@ForAll long seed) {
        var problem = problem(seed, false, 4);

        assertThat(text(problem, new CpSat(problem, SOLVER).meeting()))
                .isEqualTo(text(problem, BruteForce.meeting(problem)));
    }

    @Property(tries = 60)
    void the_solver_comes_as_near_as_brute_force_with_every_option(@ForAll long seed) {
        var problem = problem(seed, false, 4);

        assertThat(text(problem, new CpSat(problem, SOLVER).nearest()))
                .isEqualTo(text(problem, BruteForce.nearest(problem)));
    }

    /// The verdict comes from numbers, the explanation from the rule: they agree.
    @Property(tries = 1000)
    void a_rule_is_met_exactly_when_nothing_is_short(@ForAll long seed) {
        var generated = new Generated(seed, true);
        var stack = generated.stack(1 + (int) Math.floorMod(seed, 4L));

        var decision = Stacking.by(stack).decide(generated.facts(7));

        assertThat(decision.shortfalls().isEmpty()).isEqualTo(decision.verdict() instanceof Decision.Verdict.Met);
    }

    private static String text(Problem problem, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Best(var allocation) -> text(problem, Optional.of(allocation));
            case Outcome.Impossible _ -> "impossible";
            case Outcome.Unknown _ -> "unknown";
            case Outcome.Provisional(var allocation, var bound) ->
                "provisional " + bound + " " + text(problem, Optional.of(allocation));
        };
    }

    private static String text(Problem problem, Optional<Allocation> allocation) {
        return allocation
                .map(each -> Nearness.of(problem, each) + " away: " + java.util.Arrays.deepToString(each.credits()))
                .orElse("impossible");
    }
}
