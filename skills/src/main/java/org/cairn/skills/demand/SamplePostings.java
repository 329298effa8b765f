package org.cairn.skills.demand;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Entry;
import org.cairn.skills.taxonomy.Taxonomy;

/// Made-up postings for figures and tests, with the truth about each. The same seed gives the same postings. Of a
/// hundred, five repeat an earlier one under another reference and five do so with a sentence more. Immutable.
public final class SamplePostings {
    private static final YearMonth FIRST = YearMonth.of(2024, 7);
    private static final int MONTHS = 24;
    private static final int RECENT = 200;
    private static final int MOST_SKILLS = 8;
    private static final List<String> PLACES = List.of("ES-MD", "ES-CT", "ES-AN", "FR-IDF", "DE-BE", "IE-D");
    private static final List<String> OPENINGS = List.of(
            "We are looking for a motivated colleague who joins our team in a growing branch.",
            "Our customers trust us, and for the next years we need somebody who likes responsibility.",
            "You work in a small team with flexible hours and a secure contract.",
            "After a thorough introduction you take over a field of your own.");
    private static final List<String> FRAMES = List.of(
            "You will %s every day.",
            "Experience is needed: %s.",
            "You are able to %s.",
            "Your tasks include: %s.",
            "Whoever can %s is at the right place.");

    private final List<Job> jobs;
    private final long seed;

    /// A kind of job and what it asks for.
    public record Job(String title, List<Asks> skills) {
        public Job {
            skills = List.copyOf(skills);
        }
    }

    /// A skill and what it is called.
    public record Asks(ConceptUri skill, String label) {}

    /// @param skills what the posting asks for
    /// @param repeats whether it repeats an earlier one
    public record Sample(Posting posting, List<ConceptUri> skills, boolean repeats) {}

    private SamplePostings(List<Job> jobs, long seed) {
        this.jobs = List.copyOf(jobs);
        this.seed = seed;
    }

    /// By the occupations of a taxonomy and the skills that it calls essential to them.
    public static SamplePostings of(Taxonomy taxonomy, String language, long seed) {
        return new SamplePostings(
                taxonomy.occupations().stream()
                        .map(occupation -> new Job(
                                occupation.in(language).label(),
                                taxonomy.asks(occupation.uri()).stream()
                                        .filter(Entry.OccupationSkill::essential)
                                        .flatMap(asked -> taxonomy.skill(asked.skill()).stream())
                                        .map(skill -> new Asks(
                                                skill.uri(), skill.in(language).label()))
                                        .toList()))
                        .filter(job -> job.skills().size() >= 3)
                        .toList(),
                seed);
    }

    /// By forty invented kinds of jobs over 240 invented skills.
    public static SamplePostings invented(long seed) {
        List<String> verbs = List.of(
                "mend", "draw", "count", "sell", "plan", "test", "clean", "teach", "move", "mix", "cut", "weigh");
        List<String> things = List.of(
                "sails",
                "maps",
                "engines",
                "gardens",
                "contracts",
                "lenses",
                "bridges",
                "menus",
                "looms",
                "records",
                "pumps",
                "lamps",
                "wheels",
                "signals",
                "barrels",
                "carpets",
                "organs",
                "tunnels",
                "fences",
                "ovens");
        List<Asks> skills = verbs.stream()
                .flatMap(verb -> things.stream().map(thing -> verb + " " + thing))
                .map(label -> new Asks(new ConceptUri("urn:cairn:sample:" + label.replace(' ', '-')), label))
                .toList();
        List<Job> jobs = IntStream.range(0, 40)
                .mapToObj(n -> new Job(
                        "Worker " + n,
                        IntStream.range(0, 10)
                                .mapToObj(k -> skills.get((n * 6 + k * 7) % skills.size()))
                                .distinct()
                                .toList()))
                .toList();
        return new SamplePostings(jobs, seed);
    }

    /// What the jobs ask for, each skill once.
    public List<Asks> skills() {
        return jobs.stream().flatMap(job -> job.skills().stream()).distinct().toList();
    }

    /// So many postings over two years. The stream is to be read once and by one thread.
    public Stream<Sample> stream(int count) {
        Random random = new Random(seed);
        List<Sample> recent = new ArrayList<>();
        return IntStream.range(0, count).mapToObj(n -> {
            int kind = random.nextInt(100);
            if (kind < 10 && !recent.isEmpty()) {
                return repeated(recent.get(random.nextInt(recent.size())), n, kind < 5);
            }
            Sample fresh = fresh(n, random);
            if (recent.size() < RECENT) {
                recent.add(fresh);
            } else {
                recent.set(random.nextInt(RECENT), fresh);
            }
            return fresh;
        });
    }

    private Sample fresh(int n, Random random) {
        // The first kinds of jobs are the common ones.
        Job job = jobs.get((int) (jobs.size() * Math.pow(random.nextDouble(), 2)));
        List<Asks> asked = new ArrayList<>(job.skills());
        java.util.Collections.shuffle(asked, random);
        List<Asks> some = asked.subList(0, Math.min(asked.size(), 3 + random.nextInt(MOST_SKILLS - 2)));
        String text = OPENINGS.get(random.nextInt(OPENINGS.size())) + "\n"
                + some.stream()
                        .map(asks -> FRAMES.get(random.nextInt(FRAMES.size())).formatted(asks.label()))
                        .collect(Collectors.joining("\n"))
                + "\nReference " + noise(random, 24) + ".";
        String place = PLACES.get(random.nextInt(PLACES.size()));
        LocalDate posted = FIRST.plusMonths(random.nextInt(MONTHS)).atDay(1 + random.nextInt(28));
        Posting posting = new Posting(
                "sample",
                "p" + n,
                job.title(),
                text,
                "Employer " + random.nextInt(400),
                new Region(place.substring(0, 2), place),
                "en",
                posted,
                Optional.of(posted.plusDays(30)),
                "");
        return new Sample(posting, some.stream().map(Asks::skill).toList(), false);
    }

    private static Sample repeated(Sample of, int n, boolean exactly) {
        Posting old = of.posting();
        return new Sample(
                new Posting(
                        old.source(),
                        "p" + n,
                        old.title(),
                        exactly ? old.text() : old.text() + "\nApply soon.",
                        old.employer(),
                        old.region(),
                        old.language(),
                        old.posted().plusDays(3),
                        old.closes(),
                        old.url()),
                of.skills(),
                true);
    }

    /// Words of a posting's own, so that two of the same kind are not taken for one.
    private static String noise(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(n -> Integer.toString(1_000 + random.nextInt(9_000), 36) + (char) ('a' + random.nextInt(26)))
                .collect(Collectors.joining(" "));
    }

    /// A posting as a line of JSON that [PostingReader] reads again.
    public static String json(Posting posting) {
        return JsonRows.JSON.writeValueAsString(new java.util.TreeMap<>(java.util.Map.of(
                "id", posting.reference(),
                "source", posting.source(),
                "title", posting.title(),
                "text", posting.text(),
                "company", posting.employer(),
                "country", posting.region().country(),
                "region", posting.region().subdivision(),
                "language", posting.language(),
                "date", posting.posted().toString(),
                "closes", posting.closes().map(LocalDate::toString).orElse(""))));
    }
}
