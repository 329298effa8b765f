package org.cairn.stacking.decide;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Stack;

/// Whether a holding is free to be counted at all: its standing, its use in other awards, the time allowed.
final class Availability {
    private final Stack stack;
    private final Facts facts;
    private final Matcher matcher;
    private final Set<String> givenUp;

    Availability(Stack stack, Facts facts) {
        this.stack = stack;
        this.facts = facts;
        matcher = new Matcher(stack, facts);
        givenUp = stack.constraints(Constraint.Absorbs.class)
                .filter(each -> each.policy() != Constraint.Absorbs.Policy.KEEP)
                .map(Constraint.Absorbs::spec)
                .collect(Collectors.toSet());
    }

    Optional<Decision.Reason> reason(Holding held) {
        if (held.standing() != Holding.Standing.LIVE) {
            return Optional.of(new Decision.Reason.NotStanding(held.standing()));
        }
        return usedElsewhere(held).or(() -> ungraded(held)).or(() -> tooLate(held));
    }

    /// Uses that stay: those in awards that this one does not absorb.
    List<Holding.Use> uses(Holding held) {
        return held.usedIn().stream()
                .filter(use -> !givenUp.contains(use.spec()))
                .toList();
    }

    /// The awards that are given up when the stack's own is conferred.
    List<String> released() {
        return facts.holdings().stream()
                .flatMap(held -> held.usedIn().stream())
                .filter(use -> givenUp.contains(use.spec()))
                .map(Holding.Use::award)
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<Decision.Reason> usedElsewhere(Holding held) {
        return stack.constraints(Constraint.Distinct.class)
                .flatMap(distinct -> clashes(distinct, held))
                .map(Holding.Use::award)
                .sorted()
                .findFirst()
                .map(Decision.Reason.UsedElsewhere::new);
    }

    private Stream<Holding.Use> clashes(Constraint.Distinct distinct, Holding held) {
        var concerned = switch (distinct.what()) {
            case ITEM -> uses(held).stream();
            case OUTCOME ->
                facts.holdings().stream()
                        .filter(other -> !other.award().equals(held.award()))
                        .filter(other -> other.outcomes().stream().anyMatch(held.outcomes()::contains))
                        .flatMap(other -> uses(other).stream());
        };
        return switch (distinct.scope()) {
            case WITHIN_AWARD -> Stream.empty();
            case SAME_LEVEL_AWARDS -> concerned.filter(use -> use.level().equals(stack.level()));
            case ALL_AWARDS -> concerned;
        };
    }

    private Optional<Decision.Reason> ungraded(Holding held) {
        return stack.constraints(Constraint.GradeAverage.class)
                .filter(average -> average.ungraded() == Constraint.GradeAverage.Ungraded.REFUSED)
                .filter(average -> matcher.pointsOf(average.scheme(), held).isEmpty())
                .findFirst()
                .map(Decision.Reason.Limited::new);
    }

    private Optional<Decision.Reason> tooLate(Holding held) {
        return stack.constraints(Constraint.Completion.class)
                .filter(each -> each.from() == Constraint.Completion.From.REGISTRATION)
                .filter(each -> facts.registration()
                        .map(registered ->
                                held.awardedOn().isAfter(registered.on().plus(each.within())))
                        .orElse(false))
                .findFirst()
                .map(Decision.Reason.Limited::new);
    }
}
