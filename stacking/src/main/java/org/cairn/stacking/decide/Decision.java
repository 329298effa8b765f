package org.cairn.stacking.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Filter;

/// What came of a stack's rule for one learner, with everything an appeal would ask.
///
/// @param allocation the best one: of those that meet the rule, one that uses up fewest items, and of those the first
///     in the order of specs and slots
/// @param shortfalls empty when the rule is met
/// @param fixes ways to close all shortfalls, each the best of its kind
/// @param trace every part of the rule with what it asked and what was there
/// @param inputsHash SHA-256 over rule and facts, in hexadecimal: the same hash gives the same decision
/// @param givesUp awards of lower stacks that are given up when this one is conferred
public record Decision(
        Verdict verdict,
        List<Placed> allocation,
        List<Unused> unused,
        List<Shortfall> shortfalls,
        List<Fix> fixes,
        List<Step> trace,
        List<String> givesUp,
        String inputsHash,
        String stack,
        int version,
        LocalDate on) {

    public Decision {
        allocation = List.copyOf(allocation);
        unused = List.copyOf(unused);
        shortfalls = List.copyOf(shortfalls);
        fixes = List.copyOf(fixes);
        trace = List.copyOf(trace);
        givesUp = List.copyOf(givesUp);
    }

    public sealed interface Verdict {
        record Met() implements Verdict {}

        /// Met as far as can be computed; these conditions are for a person to judge.
        ///
        /// @param conditions each by language tag
        record MetSubjectTo(List<Map<String, String>> conditions) implements Verdict {
            public MetSubjectTo {
                conditions = List.copyOf(conditions);
            }
        }

        record NotMet() implements Verdict {}

        /// The work limit was reached before it was proven whether the rule is met, or that nothing better exists.
        ///
        /// @param met whether the allocation found meets the rule
        /// @param items how many items it uses
        /// @param bound the least number of items that could do, as far as is proven; empty while it is open
        ///     whether the rule can be met at all
        record Provisional(boolean met, int items, Optional<Integer> bound) implements Verdict {}
    }

    /// @param credits counted there, in the credits of the stack
    public record Placed(String award, String spec, String slot, BigDecimal credits) {}

    public record Unused(String award, String spec, Reason reason) {}

    /// Why an item is not counted.
    public sealed interface Reason {
        record NotStanding(Holding.Standing standing) implements Reason {}

        record Expired(LocalDate lastDay) implements Reason {}

        /// @param failed by slot, what about the item the slot does not accept
        record NotAccepted(Map<String, Filter> failed) implements Reason {
            public NotAccepted {
                failed = Map.copyOf(failed);
            }
        }

        /// Too long ago for every slot that would accept it otherwise.
        record TooOld(LocalDate lastDay) implements Reason {}

        record UsedElsewhere(String award) implements Reason {}

        /// The stack does not convert any of the schemes in which its credits are stated.
        record NoCredits(Set<String> schemes) implements Reason {
            public NoCredits {
                schemes = Set.copyOf(schemes);
            }
        }

        /// Something it may not stand beside is counted instead.
        ///
        /// @param rule empty when both are the same microcredential
        record Excluded(String by, Optional<Constraint> rule) implements Reason {}

        /// It would break a limit.
        record Limited(Constraint rule) implements Reason {}

        /// Everything it could fill is full without it.
        record NotNeeded() implements Reason {}
    }

    /// In what a need is counted.
    public enum Unit {
        ITEMS,
        CREDITS,
        OUTCOMES,
        POINTS
    }

    /// Something that is not met.
    public sealed interface Shortfall {
        /// @param missing the outcomes that nothing covers; empty for other needs
        /// @param rivals slots that compete for the same few items, where that is the cause
        record OfSlot(
                String slot, Unit unit, BigDecimal need, BigDecimal have, List<String> missing, List<String> rivals)
                implements Shortfall {
            public OfSlot {
                missing = List.copyOf(missing);
                rivals = List.copyOf(rivals);
            }
        }

        record OfConstraint(Constraint constraint, Unit unit, BigDecimal need, BigDecimal have) implements Shortfall {}

        /// Nothing that could be counted: registration, entry, exit.
        record OfCondition(Constraint constraint) implements Shortfall {}
    }

    /// A smallest set that closes every shortfall.
    ///
    /// @param kind by what it is the best
    /// @param take the awards of the candidates, in order
    /// @param days until the last of them is there
    public record Fix(Kind kind, List<String> take, BigDecimal price, int days) {
        public enum Kind {
            FEWEST,
            FASTEST,
            CHEAPEST,
            FREE,
            PRIOR_LEARNING
        }

        public Fix {
            take = List.copyOf(take);
        }
    }

    /// One part of the rule.
    ///
    /// @param path where in the rule: `root/1/0` for the first part of the second part, `constraint/2`
    /// @param unit empty where nothing is counted
    public record Step(String path, boolean met, Optional<Unit> unit, BigDecimal need, BigDecimal have) {}
}
