package org.cairn.skills.pathway;

import java.util.List;
import java.util.Set;

/// Which share of what is shown is free, near or accessible, beside the same share of the whole catalogue:
/// whether the planner hides what some learners can only take.
public record Exposure(Shares shown, Shares catalogue) {

    /// @param of how many offerings
    /// @param free for this learner, after waivers
    /// @param local in one of the places named; online offerings are not counted as local
    /// @param accessible meets every need named, or any at all where none is named
    public record Shares(int of, double free, double local, double accessible) {}

    /// @param shown the offerings of the plans a learner was shown
    /// @param places that are near her
    public static Exposure of(Instance instance, Set<OfferingId> shown, Set<String> places) {
        return new Exposure(
                shares(
                        instance.offerings().stream()
                                .filter(offering -> shown.contains(offering.id()))
                                .toList(),
                        instance.limits(),
                        places),
                shares(instance.offerings(), instance.limits(), places));
    }

    private static Shares shares(List<Offering> offerings, Limits limits, Set<String> places) {
        Set<String> needs = limits.filters().accessibility();
        long free = offerings.stream()
                .filter(offering -> offering.price().after(limits.waivers()) == 0)
                .count();
        long local = offerings.stream()
                .filter(offering ->
                        offering.traits().place().filter(places::contains).isPresent())
                .count();
        long accessible = offerings.stream()
                .map(offering -> offering.traits().accessibility())
                .filter(met -> needs.isEmpty() ? !met.isEmpty() : met.containsAll(needs))
                .count();
        double all = Math.max(1, offerings.size());
        return new Shares(offerings.size(), free / all, local / all, accessible / all);
    }
}
