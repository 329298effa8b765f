package org.cairn.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.skills.match.Judged;
import org.cairn.skills.match.JudgedSets;
import org.cairn.skills.match.Means;
import org.cairn.skills.match.Progress;
import org.cairn.skills.match.Quality;
import org.cairn.skills.match.SkillMatch;
import org.cairn.skills.match.SkillMatcher;
import org.cairn.skills.match.Tuning;
import org.cairn.skills.taxonomy.Taxonomy;

/// How well and how fast sentences of job postings are matched with ESCO's skills. Needs the data beside the
/// checkout.
final class MatchingFigures {
    private static final int FOLDS = 5;
    private static final int TIMES = 4;
    private static final int SENTENCES = 4000;
    private static final int ROUNDS = 4;
    private static final int DEPTH = 50;

    private MatchingFigures() {}

    static void run() throws Exception {
        Path data = data();
        Taxonomy esco = Taxonomy.esco(data.resolve("esco"));
        List<Judged> house = set(data, "house", esco);
        List<Judged> tech = set(data, "tech", esco);
        long start = System.nanoTime();
        try (SkillMatcher matcher = SkillMatcher.open(esco, Path.of("target", "vectors"), Progress.none())) {
            Bench.result("open", (System.nanoTime() - start) / 1e9, "seconds");
            fitted("house", matcher, house);
            fitted("tech", matcher, tech);
            List<Judged> all = Stream.concat(house.stream(), tech.stream()).toList();
            Set<Integer> houses = IntStream.range(0, house.size()).boxed().collect(Collectors.toSet());
            Set<Integer> techs =
                    IntStream.range(house.size(), all.size()).boxed().collect(Collectors.toSet());
            for (Means means : Means.values()) {
                crossValidated(new Tuning(matcher, all, means), means, houses, techs);
            }
            speed(matcher, all);
        }
    }

    private static void fitted(String name, SkillMatcher matcher, List<Judged> judged) throws InterruptedException {
        var rankings = matcher.match(judged.stream().map(Judged::sentence).toList(), "en", DEPTH).stream()
                .map(matches -> matches.stream().map(SkillMatch::skill).toList())
                .toList();
        tell(name, Quality.of(judged, rankings));
    }

    private static void crossValidated(Tuning tuning, Means means, Set<Integer> houses, Set<Integer> techs) {
        String name = means.name().toLowerCase(Locale.ROOT) + ".cv.";
        share(name + "reach", tuning.reach());
        var house = tuning.crossValidated(FOLDS, TIMES, houses, Set.of());
        var tech = tuning.crossValidated(FOLDS, TIMES, techs, Set.of());
        tell(name + "house", house.quality());
        tell(name + "tech", tech.quality());
        share(name + "house.calibration-error", house.calibration().error());
        share(name + "tech.calibration-error", tech.calibration().error());
        for (Set<String> without : tuning.parts()) {
            tell(
                    name + "house.without " + without,
                    tuning.crossValidated(FOLDS, TIMES, houses, without).quality());
            tell(
                    name + "tech.without " + without,
                    tuning.crossValidated(FOLDS, TIMES, techs, without).quality());
        }
        System.out.println(tuning.fitted());
    }

    /// The whole way from sentences to ten skills each, with all processors, the fastest of a few rounds.
    private static void speed(SkillMatcher matcher, List<Judged> judged) throws InterruptedException {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < SENTENCES; i++) {
            sentences.add(judged.get(i % judged.size()).sentence());
        }
        Collections.shuffle(sentences, new java.util.Random(1));
        var machine = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        double fastest = 0;
        double leastCpu = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long cpu = machine.getProcessCpuTime();
            long start = System.nanoTime();
            matcher.match(sentences, "en", 10);
            fastest = Math.max(fastest, SENTENCES * 1e9 / (System.nanoTime() - start));
            leastCpu = Math.min(leastCpu, (machine.getProcessCpuTime() - cpu) / 1e6 / SENTENCES);
        }
        Bench.result("sentences", fastest, "1/s");
        Bench.result("sentences-cpu", 1000 / leastCpu, Bench.PER_CPU);
    }

    private static void tell(String name, Quality quality) {
        share(name + ".mrr", quality.mrr());
        share(name + ".rp5", quality.rp5());
        share(name + ".rp10", quality.rp10());
    }

    private static void share(String metric, double value) {
        System.out.printf(Locale.ROOT, "RESULT %s %.3f share%n", metric.replace(' ', '-'), value);
    }

    private static List<Judged> set(Path data, String name, Taxonomy esco) throws Exception {
        return JudgedSets.of(data.resolve("skill-extraction/" + name + "_validation_annotations.csv"), esco);
    }

    private static Path data() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("CAIRN_SHARED_DATA")).stream(),
                        Stream.of("../../shared/data", "../shared/data"))
                .flatMap(places -> places)
                .map(Path::of)
                .filter(place -> Files.isDirectory(place.resolve("skill-extraction")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the data is not beside the checkout; CAIRN_SHARED_DATA names its folder"));
    }
}
