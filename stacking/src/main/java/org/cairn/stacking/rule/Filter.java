package org.cairn.stacking.rule;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A question about one held item, answered yes or no.
public sealed interface Filter {
    record Anything() implements Filter {}

    record All(List<Filter> of) implements Filter {
        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Filter> of) implements Filter {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Filter of) implements Filter {}

    /// Exactly one of these versions or specs.
    record Spec(Set<String> in) implements Filter {
        public Spec {
            in = sorted(in);
        }
    }

    /// Any version of one of these specs.
    record Family(Set<String> in) implements Filter {
        public Family {
            in = sorted(in);
        }
    }

    record Category(Set<String> in) implements Filter {
        public Category {
            in = sorted(in);
        }
    }

    /// Covers at least one of these outcomes.
    record Outcome(Set<String> in) implements Filter {
        public Outcome {
            in = sorted(in);
        }
    }

    record Level(String framework, BigDecimal atLeast) implements Filter {}

    record Grade(String scheme, String atLeast) implements Filter {}

    record Provider(Set<String> in) implements Filter {
        public Provider {
            in = sorted(in);
        }
    }

    record From(Set<Source> in) implements Filter {
        public From {
            in = Collections.unmodifiableSet(new TreeSet<>(in));
        }
    }

    /// Teaches the skill, or one that is so close to it (1: the same).
    record Skill(String uri, BigDecimal similarity) implements Filter {
        public Skill {
            Stack.require(
                    similarity.signum() > 0 && similarity.compareTo(BigDecimal.ONE) <= 0,
                    "a similarity lies above 0 and up to 1");
        }
    }

    /// Awarded so long ago at most: the day of the award and the period after it reach the anchor's day. An award of
    /// 29 February counts for years until 28 February of a year that has no 29th.
    ///
    /// @param anchor empty for the one of [Options#recency]
    record AwardedWithin(Period period, Optional<Anchor> anchor) implements Filter {
        public AwardedWithin {
            Stack.require(!period.isNegative() && !period.isZero(), "a period must be longer than nothing");
        }
    }

    /// Not past its own last day on the anchor's day of [Options#recency].
    record NotExpired() implements Filter {}

    private static Set<String> sorted(Set<String> in) {
        Stack.require(!in.isEmpty(), "nothing is named");
        return Collections.unmodifiableSet(new TreeSet<>(in));
    }
}
