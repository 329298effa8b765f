package org.cairn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.skills.pathway.Instance;
import org.cairn.skills.pathway.Learner;
import org.cairn.skills.pathway.Limits;
import org.cairn.skills.pathway.Objective;
import org.cairn.skills.pathway.Offering;
import org.cairn.skills.pathway.OfferingId;
import org.cairn.skills.pathway.SkillLevel;
import org.cairn.skills.pathway.Wishes;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Entry;
import org.cairn.skills.taxonomy.Taxonomy;
import org.cairn.skills.taxonomy.TaxonomyException;

/// Catalogues, learners and jobs by the dice from a fixed seed, over the occupations of ESCO; where ESCO is
/// not at hand, over occupations that are made up with as many skills.
final class PathwayCases {
    private final Random dice;
    private final List<Occupation> occupations;

    /// @param essential what must be there
    /// @param optional what is good to have
    record Occupation(List<String> essential, List<String> optional) {}

    PathwayCases(List<Occupation> occupations, long seed) {
        this.occupations = occupations;
        dice = new Random(seed);
    }

    static List<Occupation> occupations() throws IOException, TaxonomyException, InterruptedException {
        Optional<Path> esco = Stream.concat(
                        Stream.ofNullable(System.getenv("CAIRN_SHARED_DATA")).map(Path::of),
                        Stream.of(Path.of("../../shared/data"), Path.of("../shared/data")))
                .map(folder -> folder.resolve("esco"))
                .filter(Files::isDirectory)
                .findFirst();
        System.out.println(esco.map(folder -> "occupations of " + folder.getFileName())
                .orElse("ESCO is not at hand (CAIRN_SHARED_DATA names its folder): made-up occupations"));
        return esco.isPresent() ? of(Taxonomy.esco(esco.get())) : madeUp();
    }

    private static List<Occupation> of(Taxonomy esco) {
        return esco.occupations().stream()
                .map(occupation ->
                        new Occupation(skills(esco, occupation.uri(), true), skills(esco, occupation.uri(), false)))
                .filter(occupation -> occupation.essential.size() >= 5)
                .toList();
    }

    private static List<String> skills(Taxonomy esco, ConceptUri occupation, boolean essential) {
        return esco.asks(occupation).stream()
                .filter(asked -> asked.essential() == essential)
                .map(Entry.OccupationSkill::skill)
                .map(ConceptUri::value)
                .distinct()
                .sorted()
                .toList();
    }

    /// 3,000 occupations in 120 fields, each with skills of its field and some that many fields share.
    private static List<Occupation> madeUp() {
        Random dice = new Random(7);
        return IntStream.range(0, 3_000)
                .mapToObj(number -> {
                    List<String> skills = new ArrayList<>(dice.ints(40, 0, 110)
                            .distinct()
                            .mapToObj(skill -> "urn:skill:" + number % 120 + ":" + skill)
                            .toList());
                    dice.ints(6, 0, 150).distinct().forEach(skill -> skills.add("urn:skill:shared:" + skill));
                    Collections.shuffle(skills, dice);
                    return new Occupation(
                            skills.subList(0, skills.size() / 2), skills.subList(skills.size() / 2, skills.size()));
                })
                .toList();
    }

    List<Offering> catalogue(int size) {
        return IntStream.range(0, size).mapToObj(this::offering).toList();
    }

    /// One to five skills of an occupation, a quarter of them free, one to twenty weeks, two to ten hours a
    /// week.
    private Offering offering(int number) {
        Occupation occupation = pick(occupations);
        Map<String, SkillLevel> provides = new LinkedHashMap<>();
        int count = 1 + dice.nextInt(5);
        for (int each = 0; each < count; each++) {
            String skill = skill(occupation);
            provides.put(skill, SkillLevel.of(skill, 1 + dice.nextInt(3)));
        }
        Map<String, SkillLevel> requires = new LinkedHashMap<>();
        for (SkillLevel skill : provides.values()) {
            if (skill.level() > 1 && dice.nextInt(8) == 0) {
                requires.put(skill.uri().value(), new SkillLevel(skill.uri(), skill.level() - 1));
            }
        }
        if (dice.nextInt(12) == 0) {
            String other = skill(occupation);
            if (!provides.containsKey(other)) {
                requires.put(other, SkillLevel.of(other, 1));
            }
        }
        long cents = dice.nextInt(4) == 0 ? 0 : Math.round(Math.exp(3.4 + dice.nextDouble() * 4)) * 100;
        return new Offering(
                new OfferingId("offering-%05d".formatted(number)),
                List.copyOf(requires.values()),
                Set.of(),
                List.copyOf(provides.values()),
                new Offering.Price(
                        cents, dice.nextInt(5) == 0 ? List.of(new Offering.Waiver("low-income", 50)) : List.of()),
                new Offering.Workload(1 + dice.nextInt(20), (2 + dice.nextInt(9)) * 60, starts()),
                traits(),
                dice.nextInt(4) == 0 ? 5 : 0);
    }

    private TreeSet<Integer> starts() {
        TreeSet<Integer> starts = new TreeSet<>();
        if (dice.nextBoolean()) {
            dice.ints(1 + dice.nextInt(4), 1, 60).forEach(starts::add);
        }
        return starts;
    }

    private Offering.Traits traits() {
        return new Offering.Traits(
                Set.of(dice.nextInt(10) < 6 ? "en" : pick(List.of("es", "ar", "de"))),
                Optional.of(pick(List.of(
                        Offering.Mode.ONLINE, Offering.Mode.ONLINE, Offering.Mode.BLENDED, Offering.Mode.ON_SITE))),
                dice.nextInt(10) < 6 ? Set.of("captions", "screen-reader") : Set.of(),
                Optional.of("town-" + dice.nextInt(20)),
                40 + dice.nextInt(60),
                dice.nextInt(3) > 0);
    }

    /// Somebody of one occupation who wants another, with limits as people have them.
    Instance gap(List<Offering> catalogue) {
        Occupation goal = pick(occupations);
        Map<String, Objective.Wanted> wanted = new LinkedHashMap<>();
        for (String skill : goal.essential) {
            wanted.put(skill, new Objective.Wanted(SkillLevel.of(skill, 2 + dice.nextInt(2)), 3));
        }
        for (String skill : goal.optional) {
            wanted.put(skill, new Objective.Wanted(SkillLevel.of(skill, 1 + dice.nextInt(2)), 1));
        }
        Limits limits = Limits.of(dice.nextInt(5) * 400.0, 4 + dice.nextInt(9), 26 + dice.nextInt(53))
                .withFilters(new Limits.Filters(
                        dice.nextBoolean() ? Set.of("en") : Set.of("en", "es"),
                        dice.nextInt(3) == 0 ? Set.of(Offering.Mode.ONLINE, Offering.Mode.BLENDED) : Set.of(),
                        dice.nextInt(8) == 0 ? Set.of("captions") : Set.of(),
                        Set.of()));
        return new Instance(
                learner(), new Objective.CloseGap(List.copyOf(wanted.values())), catalogue, limits, Wishes.NONE);
    }

    Learner learner() {
        Map<String, SkillLevel> has = new LinkedHashMap<>();
        Occupation before = pick(occupations);
        for (String skill : before.essential) {
            if (dice.nextInt(10) < 7) {
                has.put(skill, SkillLevel.of(skill, 1 + dice.nextInt(3)));
            }
        }
        return Learner.with(List.copyOf(has.values()));
    }

    /// Five to fifteen skills of an occupation at a level.
    List<Objective.Job> jobs(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> {
                    Occupation occupation = pick(occupations);
                    Map<String, Objective.Wanted> requires = new LinkedHashMap<>();
                    int count = Math.min(occupation.essential.size(), 5 + dice.nextInt(11));
                    for (int each = 0; each < count; each++) {
                        String skill = skill(occupation);
                        requires.put(skill, new Objective.Wanted(SkillLevel.of(skill, 1 + dice.nextInt(3)), 1));
                    }
                    return new Objective.Job("job-%05d".formatted(number), List.copyOf(requires.values()));
                })
                .toList();
    }

    Instance jobs(List<Offering> catalogue, List<Objective.Job> jobs, int k) {
        return new Instance(
                learner(),
                new Objective.MostJobs(k, 0.8, Objective.Counting.LEVELS, jobs),
                catalogue,
                Limits.NONE,
                Wishes.NONE);
    }

    private String skill(Occupation occupation) {
        return occupation.optional.isEmpty() || dice.nextInt(3) > 0
                ? pick(occupation.essential)
                : pick(occupation.optional);
    }

    private <T> T pick(List<T> from) {
        return from.get(dice.nextInt(from.size()));
    }
}
