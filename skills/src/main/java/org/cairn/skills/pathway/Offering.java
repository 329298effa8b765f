package org.cairn.skills.pathway;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What can be taken: what it asks for, what it brings, what it costs in money and time.
///
/// @param requires skills that must be there before it begins, each at its level
/// @param after offerings that must be finished before it begins
/// @param provides skills up to the level that who finishes it has
/// @param counts how much it brings a registered stack forward, in whatever the caller counts (credits,
///     items); 0 if nothing
public record Offering(
        OfferingId id,
        List<SkillLevel> requires,
        Set<OfferingId> after,
        List<SkillLevel> provides,
        Price price,
        Workload workload,
        Traits traits,
        int counts) {
    static final int MOST_SKILLS = 200;

    public Offering {
        requires = List.copyOf(requires);
        after = Set.copyOf(after);
        provides = List.copyOf(provides);
        if (requires.size() > MOST_SKILLS || provides.size() > MOST_SKILLS || after.size() > MOST_SKILLS) {
            throw new IllegalArgumentException("an offering names at most 200 of each: " + id);
        }
        if (after.contains(id) || counts < 0) {
            throw new IllegalArgumentException("an offering comes not after itself and counts not below 0: " + id);
        }
    }

    /// An offering by its skills alone: free, one week, any language, anywhere.
    public static Offering of(String id, List<SkillLevel> requires, List<SkillLevel> provides) {
        return new Offering(
                new OfferingId(id), requires, Set.of(), provides, Price.FREE, Workload.NONE, Traits.NONE, 0);
    }

    /// @param cents in hundredths of the one currency of the instance
    /// @param waivers of which the one that leaves the least is used
    public record Price(long cents, List<Waiver> waivers) {
        static final long HIGHEST = 100_000_000_00L;
        public static final Price FREE = new Price(0, List.of());

        public Price {
            if (cents < 0 || cents > HIGHEST) {
                throw new IllegalArgumentException("a price is from 0 to 100 million: " + cents);
            }
            waivers = List.copyOf(waivers);
        }

        /// What somebody pays who may use these waivers; rounded up to a cent.
        long after(Set<String> usable) {
            int percent = waivers.stream()
                    .filter(waiver -> usable.contains(waiver.name()))
                    .mapToInt(Waiver::percent)
                    .max()
                    .orElse(0);
            return Math.ceilDiv(cents * (100 - percent), 100);
        }
    }

    /// Who may use the waiver of this name pays so many per cent less.
    public record Waiver(String name, int percent) {
        public Waiver {
            if (name.isBlank() || percent < 0 || percent > 100) {
                throw new IllegalArgumentException("a waiver has a name and is 0 to 100 per cent: " + percent);
            }
        }
    }

    /// How long and how much: `weeks` in a row with `minutes` of work in each.
    ///
    /// @param starts the weeks of the plan in which it can begin; empty where it can begin in any
    public record Workload(int weeks, int minutes, SortedSet<Integer> starts) {
        static final int LONGEST = 520;
        static final int HEAVIEST = 168 * 60;
        public static final Workload NONE = new Workload(1, 0, new TreeSet<>());

        public Workload {
            if (weeks < 1 || weeks > LONGEST || minutes < 0 || minutes > HEAVIEST) {
                throw new IllegalArgumentException(
                        "an offering takes 1 to 520 weeks of at most 168 hours: " + weeks + ", " + minutes / 60.0);
            }
            starts = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(starts));
        }

        public static Workload of(int weeks, double hoursPerWeek) {
            return new Workload(weeks, (int) Math.ceil(hoursPerWeek * 60), new TreeSet<>());
        }

        public Workload startingIn(Integer... weeks) {
            return new Workload(this.weeks, minutes, new TreeSet<>(List.of(weeks)));
        }

        public double hours() {
            return weeks * minutes / 60.0;
        }
    }

    public enum Mode {
        ONLINE,
        BLENDED,
        ON_SITE
    }

    /// What an offering is like. What is empty is not known or does not matter, and passes every limit
    /// except that of `accessibility`.
    ///
    /// @param languages BCP 47 tags of the languages in which it can be followed
    /// @param accessibility names of the needs that it meets
    /// @param quality from 0 to 100 as the caller rates it
    /// @param recognised whether a body that the learner trusts recognises it
    public record Traits(
            Set<String> languages,
            Optional<Mode> mode,
            Set<String> accessibility,
            Optional<String> place,
            int quality,
            boolean recognised) {
        public static final Traits NONE = new Traits(Set.of(), Optional.empty(), Set.of(), Optional.empty(), 0, false);

        public Traits {
            languages = Set.copyOf(languages);
            accessibility = Set.copyOf(accessibility);
            if (quality < 0 || quality > 100) {
                throw new IllegalArgumentException("quality is from 0 to 100: " + quality);
            }
        }
    }
}
