package org.cairn.server.stack;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
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
/// @param days until she would have it: by the soonest offering, else as far as its workload tells
/// @param offers what one can apply for today, the cheapest of each currency
record Course(PublishedSpec spec, Holding holding, String from, int days, List<Offer> offers) {
    private static final String PRIOR = "prior:";

    Course {
        offers = List.copyOf(offers);
    }

    /// An offering as far as ways are compared.
    ///
    /// @param currency ISO 4217 code; blank when it is free for everybody
    record Offer(BigDecimal price, String currency, int days) {}

    String key() {
        return holding.award();
    }

    /// At the price of one that is offered in this currency; empty when none is.
    Optional<Candidate> pricedIn(String currency) {
        return offers.stream()
                .filter(offer -> offer.price().signum() == 0 || offer.currency().equals(currency))
                .min(Comparator.comparing(Offer::price))
                .map(offer -> new Candidate(holding, offer.price(), offer.days(), Candidate.Kind.COURSE));
    }

    /// Compared by number and time only.
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
