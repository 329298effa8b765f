package org.cairn.stacking.rule;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A condition on everything that is counted, or on the learner.
public sealed interface Constraint {
    /// Which way a limit holds.
    enum Bound {
        AT_LEAST,
        AT_MOST
    }

    record TotalCredits(BigDecimal atLeast) implements Constraint {
        public TotalCredits {
            Stack.require(atLeast.signum() > 0, "a total must be more than zero");
        }
    }

    /// A share of credits of one kind.
    ///
    /// @param denominator empty for the one of [Options]
    /// @param rounding empty for the one of [Options]
    record Share(
            Bound bound, Filter of, Fraction fraction, Optional<Denominator> denominator, Optional<Rounding> rounding)
            implements Constraint {}

    record CreditLimit(Bound bound, Filter of, BigDecimal credits) implements Constraint {}

    record CountLimit(Bound bound, Filter of, int items) implements Constraint {}

    /// So many credits of the institution's own awards.
    record ResidencyCredits(BigDecimal atLeast) implements Constraint {}

    /// Such a share of the institution's own awards.
    record ResidencyShare(Fraction atLeast, Optional<Denominator> denominator, Optional<Rounding> rounding)
            implements Constraint {}

    record GradeAverage(String scheme, BigDecimal atLeast, Weight weight, Ungraded ungraded) implements Constraint {
        public enum Weight {
            CREDITS,
            EQUAL
        }

        /// What an item without a grade of the scheme does.
        public enum Ungraded {
            LEFT_OUT,
            REFUSED
        }
    }

    /// The last piece of work: nothing in the slots named was awarded after it, and prior learning cannot replace it.
    record Capstone(String slot, List<String> after, Optional<Filter.Grade> grade) implements Constraint {
        public Capstone {
            after = List.copyOf(after);
        }
    }

    /// Everything in the first slot was awarded on or before the day of anything in the second.
    record Order(String before, String after) implements Constraint {}

    /// No double counting.
    record Distinct(What what, Scope scope) implements Constraint {
        public enum What {
            ITEM,
            OUTCOME
        }

        public enum Scope {
            WITHIN_AWARD,
            SAME_LEVEL_AWARDS,
            ALL_AWARDS
        }
    }

    /// Of these specs, which teach the same, one counts.
    record Equivalent(Set<String> specs) implements Constraint {
        public Equivalent {
            specs = Collections.unmodifiableSet(new TreeSet<>(specs));
            Stack.require(specs.size() >= 2, "at least two specs are equivalent");
        }
    }

    /// Two items that are both counted have so many outcomes in common at most.
    record SharedOutcomes(int atMost) implements Constraint {}

    /// So many credits may also be in use for an award of one of these levels.
    record SharedCredits(BigDecimal atMost, Set<String> levels) implements Constraint {
        public SharedCredits {
            levels = Collections.unmodifiableSet(new TreeSet<>(levels));
        }
    }

    /// From the first counted item, or from registration, to the last.
    record Completion(Period within, From from) implements Constraint {
        public enum From {
            FIRST_ITEM,
            REGISTRATION
        }
    }

    /// Only who is registered for the stack can get the award.
    record Registration() implements Constraint {}

    /// What becomes of a lower award of the same learner.
    record Absorbs(String spec, Policy policy) implements Constraint {
        public enum Policy {
            /// Given up for the higher one: its items count again.
            SURRENDER,
            /// Kept beside it: its items stay used.
            KEEP,
            /// Kept until the higher one is conferred, then given up.
            KEEP_UNLESS_COMPLETED
        }
    }

    /// So many held items of this kind open the door; they are not used up.
    record Entry(Filter of, int items) implements Constraint {}

    /// Given only to a learner who leaves without the higher award.
    record ExitOnly() implements Constraint {}

    /// A condition that a person has to judge.
    ///
    /// @param text by language tag
    record Review(Map<String, String> text) implements Constraint {
        public Review {
            text = Map.copyOf(text);
        }
    }
}
