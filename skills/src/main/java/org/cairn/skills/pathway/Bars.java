package org.cairn.skills.pathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What keeps an offering out of any plan by itself, before anything is weighed.
final class Bars {
    private Bars() {}

    /// Empty when it may be taken.
    static List<Reason> of(Offering offering, Instance instance) {
        Limits limits = instance.limits();
        Offering.Traits traits = offering.traits();
        List<Reason> reasons = new ArrayList<>();
        if (limits.exclusions().contains(offering.id()) || isOver(offering.id(), instance.learner())) {
            reasons.add(Reason.EXCLUDED);
        }
        if (misses(limits.filters().languages(), traits.languages())) {
            reasons.add(Reason.LANGUAGE);
        }
        if (!limits.filters().modes().isEmpty()
                && traits.mode()
                        .filter(mode -> !limits.filters().modes().contains(mode))
                        .isPresent()) {
            reasons.add(Reason.MODE);
        }
        if (!traits.accessibility().containsAll(limits.filters().accessibility())) {
            reasons.add(Reason.ACCESSIBILITY);
        }
        if (isElsewhere(limits.filters().places(), traits)) {
            reasons.add(Reason.PLACE);
        }
        if (limits.budget().isPresent()
                && offering.price().after(limits.waivers()) > limits.budget().getAsLong()) {
            reasons.add(Reason.BUDGET);
        }
        return reasons;
    }

    private static boolean isOver(OfferingId id, Learner learner) {
        return learner.past().stream()
                .anyMatch(past -> past.offering().equals(id) && !(past instanceof Learner.Past.Failed));
    }

    private static boolean misses(Set<String> allowed, Set<String> offered) {
        return !allowed.isEmpty() && !offered.isEmpty() && offered.stream().noneMatch(allowed::contains);
    }

    /// What is followed online is in no place.
    private static boolean isElsewhere(Set<String> allowed, Offering.Traits traits) {
        return !allowed.isEmpty()
                && traits.mode().filter(Offering.Mode.ONLINE::equals).isEmpty()
                && traits.place().filter(place -> !allowed.contains(place)).isPresent();
    }
}
