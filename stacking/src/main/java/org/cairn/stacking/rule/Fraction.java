package org.cairn.stacking.rule;

/// A part of a whole, kept exactly: a third is 1/3 and not 0.33.
public record Fraction(int numerator, int denominator) {
    public Fraction {
        Stack.require(denominator >= 1 && denominator <= 10_000, "the lower number lies between 1 and 10000");
        Stack.require(numerator >= 0 && numerator <= denominator, "a fraction lies between 0 and 1");
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
