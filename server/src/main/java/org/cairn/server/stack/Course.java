package org.cairn.server.stack;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.stacking.decide.Candidate;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.rule.Source;

/// A published microcredential that a learner does not hold and that would fit.
///
/// @param holding as if she held it, with the best grade a rule knows
/// @param from the name of who awards it
/// @param days until she would have it, as far as its workload tells
record Course(PublishedSpec spec, Holding holding, String from, int days) {
    private static final String PRIOR = "prior:";

    String key() {
        return holding.award();
    }

    /// Bought with time. No price is known of it here.
    Candidate candidate() {
        return new Candidate(holding, BigDecimal.ZERO, days, Candidate.Kind.COURSE);
    }

    /// The same by recognition of prior learning: a little dearer, so that of two equal ways the course is named.
    Candidate prior() {
        var like = new Holding(
                PRIOR + spec.id(),
                holding.spec(),
                holding.family(),
                holding.credits(),
                holding.levels(),
                holding.grades(),
                holding.categories(),
                holding.outcomes(),
                holding.skills(),
                holding.awardedOn(),
                Optional.empty(),
                Source.RPL,
                holding.provider(),
                Holding.Standing.LIVE,
                holding.usedIn());
        return new Candidate(like, BigDecimal.ONE, days + 1, Candidate.Kind.PRIOR_LEARNING);
    }

    /// What decisions that speak of it call it.
    Map<String, Item> items() {
        return Map.of(key(), item(key()), PRIOR + spec.id(), item(PRIOR + spec.id()));
    }

    private Item item(String key) {
        return new Item(key, spec.content().title(), from, holding.awardedOn(), Optional.empty(), Optional.empty());
    }
}
