package org.cairn.stacking.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.stacking.rule.Source;

/// One thing a learner holds (or could take), as far as rules ask about it.
///
/// @param award unique among the holdings of one decision
/// @param spec the exact version
/// @param family the spec whose version it is
/// @param credits by scheme
/// @param levels by framework
/// @param grades by scheme
/// @param skills by URI: how close what it teaches is, 1 for the skill itself
/// @param expiresOn its last day
/// @param usedIn larger awards that it is already counted for
public record Holding(
        String award,
        String spec,
        String family,
        Map<String, BigDecimal> credits,
        Map<String, BigDecimal> levels,
        Map<String, String> grades,
        Set<String> categories,
        Set<String> outcomes,
        Map<String, BigDecimal> skills,
        LocalDate awardedOn,
        Optional<LocalDate> expiresOn,
        Source source,
        String provider,
        Standing standing,
        List<Use> usedIn) {

    /// Whether the award stands. Only a live one is a fact; the others are named among the unused, with the reason.
    public enum Standing {
        LIVE,
        SUSPENDED,
        REVOKED,
        ANNULLED,
        /// Given up for a larger award.
        ABSORBED
    }

    /// A use that is already committed.
    ///
    /// @param award the larger award
    /// @param spec what that award is of
    /// @param level the level of that award
    /// @param credits how many of the item's credits it took
    public record Use(String award, String spec, String level, BigDecimal credits) {}

    public Holding {
        credits = Map.copyOf(credits);
        levels = Map.copyOf(levels);
        grades = Map.copyOf(grades);
        categories = Set.copyOf(categories);
        outcomes = Set.copyOf(outcomes);
        skills = Map.copyOf(skills);
        usedIn = List.copyOf(usedIn);
    }
}
