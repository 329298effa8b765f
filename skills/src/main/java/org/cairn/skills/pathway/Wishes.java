package org.cairn.skills.pathway;

import java.util.Set;

/// What a learner would rather have. Of plans that close as much, the one whose steps leave the fewest
/// wishes open is taken, whatever it costs within the budget. Empty, false and 0 wish for nothing.
///
/// @param recognised rather what a trusted body recognises
/// @param quality rather what is rated at least so
public record Wishes(
        Set<Offering.Mode> modes, Set<String> places, Set<String> languages, boolean recognised, int quality) {
    public static final Wishes NONE = new Wishes(Set.of(), Set.of(), Set.of(), false, 0);

    public Wishes {
        modes = Set.copyOf(modes);
        places = Set.copyOf(places);
        languages = Set.copyOf(languages);
    }

    /// How many wishes an offering leaves open.
    int openFor(Offering.Traits traits) {
        int open = 0;
        open += !modes.isEmpty() && traits.mode().filter(modes::contains).isEmpty() ? 1 : 0;
        open += !places.isEmpty() && traits.place().filter(places::contains).isEmpty() ? 1 : 0;
        open += !languages.isEmpty() && traits.languages().stream().noneMatch(languages::contains) ? 1 : 0;
        open += recognised && !traits.recognised() ? 1 : 0;
        open += traits.quality() < quality ? 1 : 0;
        return open;
    }
}
