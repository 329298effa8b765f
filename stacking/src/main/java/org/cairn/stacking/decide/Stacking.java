package org.cairn.stacking.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Requirement;
import org.cairn.stacking.rule.Stack;

/// Decides about learners by one version of a stack.
///
/// The same rule and facts give the same decision, on any machine and in any year. Immutable and thread-safe.
public final class Stacking {
    private final Stack stack;
    private final Effort effort;
    private final String rule;

    private Stacking(Stack stack, Effort effort) {
        this.stack = stack;
        this.effort = effort;
        rule = Canonical.text(stack);
    }

    public static Stacking by(Stack stack) {
        return by(stack, Effort.USUAL);
    }

    public static Stacking by(Stack stack, Effort effort) {
        return new Stacking(stack, effort);
    }

    /// Whether what the learner holds meets the rule, and how; without ways to close what is missing.
    public Decision decide(Facts facts) {
        return decide(facts, List.of());
    }

    /// As [#decide(Facts)], with ways to close what is missing by some of the candidates.
    public Decision decide(Facts facts, List<Candidate> candidates) {
        var compiled = new Compiler(stack, facts).compile();
        var found = Solving.of(compiled.problem(), effort);
        var explanation = new Explanation(stack, facts, compiled.problem(), found.allocation());
        var verdict = verdict(found, explanation.conditionsHold());
        var unused = new ArrayList<>(explanation.unused());
        compiled.left().forEach((award, reason) -> unused.add(new Decision.Unused(award, spec(facts, award), reason)));
        var fixes = found.met() || candidates.isEmpty()
                ? List.<Decision.Fix>of()
                : new Fixes(stack, facts, candidates, effort).all();
        return new Decision(
                verdict,
                explanation.placed(),
                unused,
                explanation.shortfalls(),
                fixes,
                explanation.trace(),
                compiled.released(),
                Canonical.hash(rule, Canonical.text(ordered(facts))),
                stack.id(),
                stack.version(),
                facts.today());
    }

    /// In one order, so that the hash does not depend on the one in which they were read.
    private static Facts ordered(Facts facts) {
        return new Facts(
                facts.holdings().stream()
                        .sorted(Comparator.comparing(Holding::award))
                        .toList(),
                facts.registration(),
                facts.today(),
                facts.targetAward(),
                facts.leaving());
    }

    /// The slots that would accept an item, whatever else is counted, in the order of the rule.
    public List<String> slotsFor(Holding held, Facts facts) {
        var matcher = new Matcher(stack, facts);
        return stack.slots().stream()
                .filter(slot -> matcher.accepts(slot.accepts(), held))
                .map(Requirement.Slot::id)
                .toList();
    }

    /// Whether an item could make a difference: a slot or an entry requirement would accept it, or its outcomes are in
    /// use elsewhere and the rule looks at that.
    public boolean concerns(Holding held, Facts facts) {
        var matcher = new Matcher(stack, facts);
        return !slotsFor(held, facts).isEmpty()
                || stack.constraints().stream().anyMatch(constraint -> switch (constraint) {
                    case Constraint.Entry(var of, var _) -> matcher.accepts(of, held);
                    case Constraint.Distinct(var what, var _) ->
                        what == Constraint.Distinct.What.OUTCOME
                                && !held.usedIn().isEmpty();
                    default -> false;
                });
    }

    private static String spec(Facts facts, String award) {
        return facts.holdings().stream()
                .filter(held -> held.award().equals(award))
                .findFirst()
                .orElseThrow()
                .spec();
    }

    private Decision.Verdict verdict(Solving found, boolean conditionsHold) {
        if (!found.proven()) {
            return new Decision.Verdict.Provisional(
                    found.met() && conditionsHold, found.allocation().items(), found.bound());
        }
        if (!found.met() || !conditionsHold) {
            return new Decision.Verdict.NotMet();
        }
        var conditions = stack.constraints(Constraint.Review.class)
                .map(Constraint.Review::text)
                .toList();
        return conditions.isEmpty()
                ? new Decision.Verdict.Met()
                : new Decision.Verdict.MetSubjectTo(List.<Map<String, String>>copyOf(conditions));
    }
}
