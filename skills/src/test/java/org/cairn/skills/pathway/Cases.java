package org.cairn.skills.pathway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Instances by the dice from a seed, of any size and density.
final class Cases {
    private final Random dice;
    private final int skills;

    Cases(long seed, int skills) {
        dice = new Random(seed);
        this.skills = skills;
    }

    /// @param locked how many of ten offerings ask for something
    Instance jobs(int offerings, int jobs, int k, double threshold, int locked, int asked) {
        List<SkillLevel> has = levels(1 + dice.nextInt(Math.max(1, skills / 5)), 3);
        List<Offering> catalogue = new ArrayList<>();
        for (int number = 0; number < offerings; number++) {
            Offering plain = Offering.of(
                    "o" + number,
                    dice.nextInt(10) < locked ? levels(1 + dice.nextInt(2), 2) : List.of(),
                    levels(1 + dice.nextInt(4), 3));
            catalogue.add(new Offering(
                    plain.id(),
                    plain.requires(),
                    Set.of(),
                    plain.provides(),
                    new Offering.Price(dice.nextInt(10) * 5_000L, List.of()),
                    Offering.Workload.of(1 + dice.nextInt(10), 4),
                    Offering.Traits.NONE,
                    0));
        }
        List<Objective.Job> wanted = new ArrayList<>();
        for (int number = 0; number < jobs; number++) {
            wanted.add(new Objective.Job(
                    "j" + number,
                    levels(2 + dice.nextInt(asked - 1), 3).stream()
                            .map(skill -> new Objective.Wanted(skill, 1 + dice.nextInt(2)))
                            .toList()));
        }
        return new Instance(
                Learner.with(has),
                new Objective.MostJobs(k, threshold, Objective.Counting.LEVELS, wanted),
                catalogue,
                Limits.NONE,
                Wishes.NONE);
    }

    /// Everything that a schedule has to keep to, small enough to try out.
    Instance gap(int offerings, int weeks) {
        List<Offering> catalogue = new ArrayList<>();
        for (int number = 0; number < offerings; number++) {
            catalogue.add(new Offering(
                    new OfferingId("o" + number),
                    dice.nextInt(3) == 0 ? levels(1, 2) : List.of(),
                    number > 0 && dice.nextInt(6) == 0 ? Set.of(new OfferingId("o" + dice.nextInt(number))) : Set.of(),
                    levels(1 + dice.nextInt(3), 3),
                    new Offering.Price(dice.nextInt(4) * 5_000L, List.of()),
                    new Offering.Workload(
                            1 + dice.nextInt(3),
                            dice.nextInt(5) * 60,
                            dice.nextInt(3) == 0 ? new TreeSet<>(Set.of(1 + dice.nextInt(weeks))) : new TreeSet<>()),
                    new Offering.Traits(Set.of(), Optional.empty(), Set.of(), Optional.empty(), 0, dice.nextBoolean()),
                    dice.nextInt(3)));
        }
        return new Instance(
                Learner.with(levels(1, 2)),
                new Objective.CloseGap(levels(Math.min(4, skills), 3).stream()
                        .map(skill -> new Objective.Wanted(skill, 1 + dice.nextInt(3)))
                        .toList()),
                catalogue,
                Limits.of(dice.nextInt(5) * 50.0, 2 + dice.nextInt(4), weeks),
                new Wishes(Set.of(), Set.of(), Set.of(), dice.nextInt(4) == 0, 0));
    }

    private List<SkillLevel> levels(int count, int highest) {
        Map<Integer, SkillLevel> levels = new HashMap<>();
        while (levels.size() < Math.min(count, skills)) {
            int skill = dice.nextInt(skills);
            levels.put(skill, SkillLevel.of("urn:skill:" + skill, 1 + dice.nextInt(highest)));
        }
        return List.copyOf(levels.values());
    }
}
