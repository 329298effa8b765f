package org.cairn.skills.pathway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything a plan depends on. The same instance gives the same plan.
public record Instance(Learner learner, Objective objective, List<Offering> offerings, Limits limits, Wishes wishes) {
    static final int MOST_OFFERINGS = 100_000;

    /// @throws IllegalArgumentException when two offerings have the same id
    public Instance {
        offerings = List.copyOf(offerings);
        if (offerings.size() > MOST_OFFERINGS) {
            throw new IllegalArgumentException("at most 100,000 offerings");
        }
        Map<OfferingId, Offering> seen = HashMap.newHashMap(offerings.size());
        for (Offering offering : offerings) {
            if (seen.put(offering.id(), offering) != null) {
                throw new IllegalArgumentException("two offerings have the id " + offering.id());
            }
        }
    }

    public Instance with(Limits limits) {
        return new Instance(learner, objective, offerings, limits, wishes);
    }

    public Instance with(Learner learner) {
        return new Instance(learner, objective, offerings, limits, wishes);
    }
}
