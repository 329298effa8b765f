package org.cairn.stacking.rule;

import java.math.BigDecimal;

/// What the owner of a curriculum has to decide. None has a default: an appeal turns on them.
///
/// @param denominator of shares that do not name their own
/// @param rounding of shares that do not name their own
/// @param recency the day on which age and expiry are judged
public record Options(
        Denominator denominator,
        Rounding rounding,
        Splitting splitting,
        Surplus surplus,
        Anchor recency,
        Expiry expiry,
        Annulment annulment,
        Confirmation confirmation) {

    /// Whether one item may be spread over several slots.
    public sealed interface Splitting {
        record Whole() implements Splitting {}

        record By(BigDecimal credits) implements Splitting {
            public By {
                Stack.require(credits.signum() > 0, "a portion must be more than zero");
            }
        }
    }

    /// Credits beyond the most that a slot takes.
    public enum Surplus {
        /// The item is taken, what is over counts nowhere.
        LOST,
        /// The item is taken and counts whole in the total.
        COUNTED,
        /// An item that would go beyond is not taken.
        REFUSED
    }

    /// What becomes of the larger award when a component expires later.
    public enum Expiry {
        STANDS,
        REVIEW
    }

    /// What becomes of the larger award when a component is annulled or revoked later.
    public enum Annulment {
        STANDS,
        REVIEW
    }

    /// Who confirms that the rule is met.
    public enum Confirmation {
        REGISTRAR,
        AUTOMATIC
    }
}
