package org.cairn.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.cairn.quality.Check;
import org.cairn.quality.Packs;
import org.cairn.quality.Report;
import org.cairn.quality.Subject;

/// How long a catalogue takes against all packs in force: from values as a reader of JSON gives them to a
/// report with a finding for each rule, on one thread and on all.
final class QualityFigures {
    private static final int SPECS = 100_000;
    private static final int WARM_UP = 10_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private QualityFigures() {}

    static void run() {
        var packs = Packs.inForce(Packs.bundled(), TODAY);
        var check = new Check(packs, TODAY);
        var catalogue = catalogue(new Random(1));
        catalogue.subList(0, WARM_UP).forEach(facts -> check.run(Subject.of(facts)));

        double start = System.nanoTime();
        Map<Report.Verdict, LongAdder> verdicts = new EnumMap<>(Report.Verdict.class);
        for (var facts : catalogue) {
            count(check.run(Subject.of(facts)), verdicts);
        }
        var seconds = (System.nanoTime() - start) / 1e9;

        start = System.nanoTime();
        var findings = catalogue.parallelStream()
                .mapToLong(facts -> check.run(Subject.of(facts)).frameworks().stream()
                        .mapToLong(framework -> framework.findings().size())
                        .sum())
                .sum();
        var together = (System.nanoTime() - start) / 1e9;

        Bench.result("packs", packs.size(), "packs");
        Bench.result(
                "rules", packs.stream().mapToInt(pack -> pack.rules().size()).sum(), "rules");
        Bench.result("specs", SPECS, "specs");
        Bench.result("catalogue-seconds", seconds, "seconds");
        Bench.result("catalogue-seconds-all-cores", together, "seconds");
        Bench.result("specs-per-second", SPECS / seconds, "per-second-per-thread");
        Bench.result("findings", findings, "findings");
        verdicts.forEach((verdict, number) -> Bench.result("verdicts-" + verdict, number.sum(), "verdicts"));
    }

    private static void count(Report report, Map<Report.Verdict, LongAdder> verdicts) {
        report.frameworks()
                .forEach(framework -> verdicts.computeIfAbsent(framework.verdict(), _ -> new LongAdder())
                        .increment());
    }

    /// Specs of one to eight outcomes, of which some lack what is most often forgotten.
    private static List<Map<String, Object>> catalogue(Random random) {
        List<Map<String, Object>> catalogue = new ArrayList<>(SPECS);
        for (var number = 0; number < SPECS; number++) {
            catalogue.add(Map.of(
                    "spec",
                    spec(number, random),
                    "issuer",
                    Map.of("legalName", "Institute " + number % 300, "country", "ES")));
        }
        return catalogue;
    }

    private static Map<String, Object> spec(int number, Random random) {
        var points = 1 + random.nextInt(10);
        List<Map<String, Object>> outcomes = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        var many = 1 + random.nextInt(8);
        for (var outcome = 0; outcome < many; outcome++) {
            ids.add("o" + outcome);
            outcomes.add(Map.of(
                    "id",
                    "o" + outcome,
                    "kind",
                    random.nextBoolean() ? "skill" : "content",
                    "text",
                    Map.of("en", "Carry out step " + outcome + " of task " + number, "es", "Paso " + outcome)));
        }
        return Map.ofEntries(
                Map.entry("title", Map.of("en", "Task " + number, "es", "Tarea " + number)),
                Map.entry("description", Map.of("en", "How task " + number + " is carried out and why it is done so")),
                Map.entry("awardingBody", List.of(Map.of("name", "Institute " + number % 300))),
                Map.entry("outcome", outcomes),
                Map.entry("workload", Map.of("hours", points * 25)),
                Map.entry(
                        "credit",
                        random.nextInt(5) == 0 ? List.of() : List.of(Map.of("scheme", "ECTS", "points", points))),
                Map.entry("level", List.of(Map.of("framework", "EQF", "value", 3 + random.nextInt(5)))),
                Map.entry(
                        "assessment",
                        List.of(Map.of(
                                "id",
                                "a",
                                "type",
                                "project-assessment",
                                "outcomes",
                                random.nextInt(4) == 0 ? List.of() : ids))),
                Map.entry("participation", List.of("online")),
                Map.entry("language", List.of("en")),
                Map.entry("qualityAssurance", List.of(Map.of("type", "internal-only"))),
                Map.entry("skill", skills(number)),
                Map.entry(
                        "review",
                        Map.of("intervalMonths", 24, "lastReview", "2025-0" + (1 + random.nextInt(9)) + "-01")));
    }

    private static List<Map<String, Object>> skills(int number) {
        return List.of(Map.of(
                "id",
                "https://skills.example/" + number,
                "name",
                "Skill " + number,
                "statement",
                "Do it well.",
                "author",
                "A"));
    }
}
