package org.cairn.stacking.decide;

import java.math.BigDecimal;

/// Something the learner could still bring: a course that is offered, or prior learning that she could have recognised.
///
/// @param holding what she would hold; its day is the day on which she would have it
/// @param price in the currency of the caller
/// @param days until she would have it
/// @param kind what it asks of her
public record Candidate(Holding holding, BigDecimal price, int days, Kind kind) {
    public enum Kind {
        COURSE,
        PRIOR_LEARNING
    }

    public Candidate {
        if (price.signum() < 0 || days < 0) {
            throw new IllegalArgumentException("a price and a duration are not negative");
        }
    }

    /// Whether it asks for no money.
    public boolean free() {
        return price.signum() == 0;
    }
}
