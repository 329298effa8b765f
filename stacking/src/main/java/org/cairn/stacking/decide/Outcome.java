package org.cairn.stacking.decide;

/// What a search came to.
sealed interface Outcome {
    /// The best there is.
    record Best(Allocation allocation) implements Outcome {}

    /// Proven: there is none.
    record Impossible() implements Outcome {}

    /// The work limit was reached before anything was found or excluded.
    record Unknown() implements Outcome {}

    /// The work limit was reached with something in hand.
    ///
    /// @param bound no allocation uses fewer items
    record Provisional(Allocation allocation, int bound) implements Outcome {}
}
