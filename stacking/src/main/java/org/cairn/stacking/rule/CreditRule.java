package org.cairn.stacking.rule;

import java.math.BigDecimal;
import java.util.Map;

/// The credits in which a stack counts, and what a credit of another scheme is worth in them. A scheme that is not
/// named
/// counts nothing: nothing is converted by guesswork.
///
/// @param scheme for example ECTS
/// @param worth by scheme: credits of this stack for one credit of that scheme, more than zero
/// @param rounding of a converted number
public record CreditRule(String scheme, Map<String, BigDecimal> worth, Rounding rounding) {
    public CreditRule {
        worth = Map.copyOf(worth);
        Stack.require(worth.values().stream().allMatch(each -> each.signum() > 0), "a rate must be more than zero");
        Stack.require(!worth.containsKey(scheme), "a scheme is not converted into itself");
    }
}
