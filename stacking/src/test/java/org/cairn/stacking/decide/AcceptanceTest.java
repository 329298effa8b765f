package org.cairn.stacking.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cairn.stacking.decide.Decision.Fix;
import org.cairn.stacking.decide.Decision.Reason;
import org.cairn.stacking.decide.Decision.Shortfall;
import org.cairn.stacking.decide.Decision.Unit;
import org.cairn.stacking.decide.Decision.Verdict;
import org.cairn.stacking.rule.Source;
import org.cairn.stacking.rule.Stack;
import org.cairn.stacking.text.StackText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The cases that rules get wrong elsewhere.
class AcceptanceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Effort USUAL = Effort.USUAL;
    /// No steps by hand: the solver decides.
    private static final Effort SOLVER = new Effort(0, 20);

    private static Stack rule(String slots, String constraints) {
        return rule(slots, constraints, "whole", "LOST");
    }

    private static Stack rule(String slots, String constraints, String splitting, String surplus) {
        var text = """
                stack: test
                version: 1
                title: {en: Test}
                awards: https://example.org/spec
                level: L6
                inForce: {from: 2026-01-01}
                credit: {scheme: ECTS, rounding: exact}
                root:
                  all:
                %s
                constraints:
                  - distinct: {what: ITEM, scope: SAME_LEVEL_AWARDS}
                %s
                options: {denominator: AWARD_TOTAL, rounding: exact, splitting: %s, surplus: %s, recency: TODAY, expiry: STANDS, annulment: REVIEW, confirmation: REGISTRAR}
                """.formatted(slots.indent(4), constraints.indent(2), splitting, surplus);
        return switch (StackText.read(text)) {
            case StackText.Read(var stack) -> stack;
            case StackText.Refused(var faults) ->
                throw new AssertionError(faults.getFirst().sentence());
        };
    }

    private static String slot(String id, String need, String... kinds) {
        return "- {slot: %s, title: {en: %s}, need: %s, accepts: {category: [%s]}}%n"
                .formatted(id, id, need, String.join(", ", kinds));
    }

    private static Holding held(String name, int credits, String... kinds) {
        return new Holding(
                name,
                name,
                name,
                Map.of("ECTS", BigDecimal.valueOf(credits)),
                Map.of(),
                Map.of(),
                Set.of(kinds),
                Set.of(),
                Map.of(),
                LocalDate.of(2026, 5, 1),
                Optional.empty(),
                Source.OWN,
                "p",
                Holding.Standing.LIVE,
                List.of());
    }

    private static Holding on(Holding held, LocalDate day) {
        return copy(held, day, held.expiresOn(), held.standing());
    }

    private static Holding copy(Holding held, LocalDate day, Optional<LocalDate> last, Holding.Standing standing) {
        return new Holding(
                held.award(),
                held.spec(),
                held.family(),
                held.credits(),
                held.levels(),
                held.grades(),
                held.categories(),
                held.outcomes(),
                held.skills(),
                day,
                last,
                held.source(),
                held.provider(),
                standing,
                held.usedIn());
    }

    private static Facts holding(Holding... held) {
        return new Facts(Arrays.asList(held), Optional.empty(), TODAY, TODAY, false);
    }

    /// Both ways to decide, which must not differ.
    private static Decision decide(Stack rule, Facts facts) {
        var byHand = Stacking.by(rule, USUAL).decide(facts);
        assertThat(Stacking.by(rule, SOLVER).decide(facts)).isEqualTo(byHand);
        return byHand;
    }

    private static Map<String, String> placed(Decision decision) {
        return decision.allocation().stream()
                .collect(java.util.stream.Collectors.toMap(Decision.Placed::award, Decision.Placed::slot));
    }

    @Test
    void the_item_that_fits_both_slots_is_kept_for_the_one_that_needs_it() {
        var rule = rule(slot("elective", "{count: 1}", "core", "elective") + slot("core", "{count: 1}", "core"), "");

        var decision = decide(rule, holding(held("a", 5, "core"), held("b", 5, "elective")));

        assertThat(decision.verdict()).isEqualTo(new Verdict.Met());
        assertThat(placed(decision)).isEqualTo(Map.of("a", "core", "b", "elective"));
    }

    @Test
    void a_large_item_is_not_wasted_on_a_slot_that_a_small_one_fills() {
        var rule = rule(
                slot("first", "{credits: 5}", "x") + slot("second", "{credits: 10}", "x", "y"), "- totalCredits: 15");

        var decision = decide(rule, holding(held("a", 10, "x"), held("b", 5, "x")));

        assertThat(decision.verdict()).isEqualTo(new Verdict.Met());
        assertThat(placed(decision)).isEqualTo(Map.of("a", "second", "b", "first"));
    }

    @Test
    void two_slots_that_compete_for_one_item_are_both_named() {
        var rule = rule(slot("first", "{count: 1}", "x") + slot("second", "{count: 1}", "x"), "");

        var decision = decide(rule, holding(held("a", 5, "x")));

        assertThat(decision.shortfalls())
                .containsExactly(new Shortfall.OfSlot(
                        "second", Unit.ITEMS, BigDecimal.ONE, BigDecimal.ZERO, List.of(), List.of("first")));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-02-29, 2025-02-28, true",
        "2020-02-29, 2025-03-01, false",
        "2019-02-28, 2024-02-28, true",
        "2019-02-28, 2024-02-29, false",
        "2020-03-01, 2025-03-01, true",
        "2020-03-01, 2025-03-02, false",
    })
    void a_window_of_five_years_ends_to_the_day(LocalDate awarded, LocalDate decided, boolean counts) {
        var rule = rule("""
                - {slot: recent, title: {en: Recent}, need: {count: 1}, accepts: {awardedWithin: P5Y}}
                """, "");

        var decision =
                decide(rule, new Facts(List.of(on(held("a", 5), awarded)), Optional.empty(), decided, decided, false));

        assertThat(decision.verdict() instanceof Verdict.Met).isEqualTo(counts);
        assertThat(decision.unused().stream().map(Decision.Unused::reason))
                .isEqualTo(counts ? List.of() : List.of(new Reason.TooOld(awarded.plusYears(5))));
    }

    @ParameterizedTest
    @CsvSource({"SUSPENDED", "ANNULLED", "REVOKED"})
    void only_what_stands_is_counted(Holding.Standing standing) {
        var rule = rule(slot("any", "{count: 1}", "x"), "");
        var held = held("a", 5, "x");

        var decision = decide(rule, holding(copy(held, held.awardedOn(), Optional.empty(), standing)));

        assertThat(decision.verdict()).isEqualTo(new Verdict.NotMet());
        assertThat(decision.unused()).containsExactly(new Decision.Unused("a", "a", new Reason.NotStanding(standing)));
    }

    @Test
    void of_several_ways_the_one_that_uses_up_least_is_taken() {
        var rule = rule(slot("any", "{credits: 10}", "x"), "");

        var decision = decide(rule, holding(held("a", 5, "x"), held("b", 5, "x"), held("c", 10, "x")));

        assertThat(placed(decision)).isEqualTo(Map.of("c", "any"));
        assertThat(decision.unused()).extracting(Decision.Unused::reason).containsOnly(new Reason.NotNeeded());
    }

    @Test
    void the_same_microcredential_twice_counts_once() {
        var rule = rule(slot("any", "{count: 2}", "x"), "");
        var again = new Holding(
                "a2",
                "a",
                "a",
                Map.of("ECTS", BigDecimal.TEN),
                Map.of(),
                Map.of(),
                Set.of("x"),
                Set.of(),
                Map.of(),
                TODAY,
                Optional.empty(),
                Source.OWN,
                "p",
                Holding.Standing.LIVE,
                List.of());

        var decision = decide(rule, holding(held("a", 5, "x"), again));

        assertThat(decision.verdict()).isEqualTo(new Verdict.NotMet());
        assertThat(decision.unused())
                .containsExactly(new Decision.Unused("a2", "a", new Reason.Excluded("a", Optional.empty())));
    }

    @Test
    void a_cap_on_prior_learning_leaves_out_what_is_beyond_it() {
        var rule = rule(
                slot("any", "{credits: 30}", "x"),
                "- totalCredits: 30\n- shareAtMost: {fraction: 1/3, of: {source: [RPL]}}");
        var holdings = IntStream.range(0, 6)
                .mapToObj(number -> {
                    var held = held("m" + number, 5, "x");
                    return number < 3 ? rpl(held) : held;
                })
                .toArray(Holding[]::new);

        var decision = decide(rule, holding(holdings));

        assertThat(decision.shortfalls())
                .contains(new Shortfall.OfSlot(
                        "any", Unit.CREDITS, new BigDecimal(30), new BigDecimal(25), List.of(), List.of()));
        assertThat(decision.unused())
                .hasSize(1)
                .first()
                .satisfies(unused -> assertThat(unused.reason()).isInstanceOf(Reason.Limited.class));
    }

    private static Holding rpl(Holding held) {
        return new Holding(
                held.award(),
                held.spec(),
                held.family(),
                held.credits(),
                held.levels(),
                held.grades(),
                held.categories(),
                held.outcomes(),
                held.skills(),
                held.awardedOn(),
                held.expiresOn(),
                Source.RPL,
                held.provider(),
                held.standing(),
                held.usedIn());
    }

    @Test
    void an_item_that_may_be_split_fills_two_slots() {
        var slots = slot("first", "{credits: {atLeast: 5, atMost: 5}}", "x")
                + slot("second", "{credits: {atLeast: 5, atMost: 5}}", "x");

        var whole = decide(rule(slots, "", "whole", "LOST"), holding(held("a", 10, "x")));
        var split = decide(rule(slots, "", "{by: 5}", "LOST"), holding(held("a", 10, "x")));

        assertThat(whole.verdict()).isEqualTo(new Verdict.NotMet());
        assertThat(split.verdict()).isEqualTo(new Verdict.Met());
        assertThat(split.allocation()).extracting(Decision.Placed::credits).containsOnly(new BigDecimal(5));
    }

    @ParameterizedTest
    @CsvSource({"LOST, NotMet, 8", "COUNTED, Met, 12", "REFUSED, NotMet, 0"})
    void what_becomes_of_credits_beyond_a_slots_most_is_the_rules_to_say(String surplus, String verdict, int total) {
        var rule = rule(slot("any", "{credits: {atLeast: 4, atMost: 8}}", "x"), "- totalCredits: 12", "whole", surplus);

        var decision = decide(rule, holding(held("a", 12, "x")));

        assertThat(decision.verdict().getClass().getSimpleName()).isEqualTo(verdict);
        assertThat(decision.allocation().stream()
                        .map(Decision.Placed::credits)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(total));
    }

    @Test
    void what_a_person_has_to_judge_is_not_decided_by_the_machine() {
        var rule = rule(slot("any", "{count: 1}", "x"), "- review: {en: The portfolio was seen.}");

        assertThat(decide(rule, holding(held("a", 5, "x"))).verdict())
                .isEqualTo(new Verdict.MetSubjectTo(List.of(Map.of("en", "The portfolio was seen."))));
    }

    @Test
    void ways_to_close_what_is_missing_are_the_best_of_their_kind() {
        var rule = rule(slot("any", "{credits: 20}", "x"), "- totalCredits: 20");
        var candidates = List.of(
                candidate("large", 15, 300, 200, Candidate.Kind.COURSE),
                candidate("cheap1", 10, 50, 120, Candidate.Kind.COURSE),
                candidate("cheap2", 5, 40, 120, Candidate.Kind.COURSE),
                candidate("quick1", 8, 400, 10, Candidate.Kind.COURSE),
                candidate("quick2", 7, 400, 20, Candidate.Kind.COURSE),
                candidate("free1", 9, 0, 150, Candidate.Kind.COURSE),
                candidate("free2", 6, 0, 300, Candidate.Kind.COURSE),
                candidate("known", 15, 80, 60, Candidate.Kind.PRIOR_LEARNING));

        var fixes =
                Stacking.by(rule).decide(holding(held("a", 5, "x")), candidates).fixes();

        assertThat(fixes)
                .extracting(Fix::kind, Fix::take, Fix::days)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Fix.Kind.FEWEST, List.of("known"), 60),
                        org.assertj.core.groups.Tuple.tuple(Fix.Kind.FASTEST, List.of("quick1", "quick2"), 20),
                        org.assertj.core.groups.Tuple.tuple(Fix.Kind.CHEAPEST, List.of("free1", "free2"), 300),
                        org.assertj.core.groups.Tuple.tuple(Fix.Kind.FREE, List.of("free1", "free2"), 300),
                        org.assertj.core.groups.Tuple.tuple(Fix.Kind.PRIOR_LEARNING, List.of("known"), 60));
    }

    private static Candidate candidate(String name, int credits, int price, int days, Candidate.Kind kind) {
        return new Candidate(held(name, credits, "x"), BigDecimal.valueOf(price), days, kind);
    }

    @Test
    void the_order_in_which_facts_are_told_changes_neither_decision_nor_hash() {
        var rule = rule(slot("any", "{credits: 10}", "x", "y"), "- totalCredits: 10");
        var some = List.of(held("a", 5, "x", "y"), held("b", 5, "y"), held("c", 5, "x"));

        var forwards = Stacking.by(rule).decide(holding(some.toArray(Holding[]::new)));
        var backwards = Stacking.by(rule).decide(holding(some.reversed().toArray(Holding[]::new)));

        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void other_facts_give_another_hash() {
        var rule = rule(slot("any", "{count: 1}", "x"), "");

        assertThat(Stacking.by(rule).decide(holding(held("a", 5, "x"))).inputsHash())
                .isNotEqualTo(
                        Stacking.by(rule).decide(holding(held("a", 6, "x"))).inputsHash());
    }

    @Test
    void without_enough_work_a_decision_is_provisional_and_never_a_silent_no() {
        var generated = new Generated(7, true);
        var facts = generated.facts(40);

        var decision = Stacking.by(generated.stack(4), new Effort(0, 1e-9)).decide(facts);

        assertThat(decision.verdict()).isInstanceOf(Verdict.Provisional.class);
    }
}
