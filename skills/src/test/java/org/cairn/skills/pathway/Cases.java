package org.cairn.skills.pathway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

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

    private List<SkillLevel> levels(int count, int highest) {
        Map<Integer, SkillLevel> levels = new HashMap<>();
        while (levels.size() < Math.min(count, skills)) {
            int skill = dice.nextInt(skills);
            levels.put(skill, SkillLevel.of("urn:skill:" + skill, 1 + dice.nextInt(highest)));
        }
        return List.copyOf(levels.values());
    }
}
