package org.cairn.stacking.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How a computed number of credits becomes one that exists.
public sealed interface Rounding {
    /// As computed.
    record Exact() implements Rounding {}

    /// Up to the next multiple.
    record Up(BigDecimal multipleOf) implements Rounding {
        public Up {
            positive(multipleOf);
        }
    }

    /// Down to the multiple before.
    record Down(BigDecimal multipleOf) implements Rounding {
        public Down {
            positive(multipleOf);
        }
    }

    /// To the nearest multiple, a half up.
    record HalfUp(BigDecimal multipleOf) implements Rounding {
        public HalfUp {
            positive(multipleOf);
        }
    }

    /// Applies the rule to a product that is kept as a quotient, so that nothing is lost before rounding.
    default BigDecimal apply(BigDecimal whole, Fraction part) {
        var numerator = whole.multiply(BigDecimal.valueOf(part.numerator()));
        var denominator = BigDecimal.valueOf(part.denominator());
        return switch (this) {
            // Nine places are finer than any credit; up, so that a threshold is never met by rounding.
            case Exact() ->
                numerator.divide(denominator, 9, RoundingMode.CEILING).stripTrailingZeros();
            case Up(var step) -> multiples(numerator, denominator, step, RoundingMode.CEILING);
            case Down(var step) -> multiples(numerator, denominator, step, RoundingMode.FLOOR);
            case HalfUp(var step) -> multiples(numerator, denominator, step, RoundingMode.HALF_UP);
        };
    }

    private static BigDecimal multiples(BigDecimal over, BigDecimal under, BigDecimal step, RoundingMode mode) {
        return over.divide(under.multiply(step), 0, mode).multiply(step);
    }

    private static void positive(BigDecimal multipleOf) {
        Stack.require(multipleOf.signum() > 0, "a multiple must be of more than zero");
    }
}
