package org.cairn.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.decide.Facts;
import org.cairn.stacking.decide.Stacking;

/// How fast learners are decided about: whole decisions, from facts to explanation and hash.
final class StackFigures {
    private static final int LEARNERS = 1000;
    private static final int HARD = 200;

    private StackFigures() {}

    static void run() throws Exception {
        typical();
        hard();
    }

    private static void typical() throws Exception {
        var stacking = Stacking.by(StackCases.typical());
        var cases = new StackCases(1);
        var learners = IntStream.range(0, LEARNERS)
                .mapToObj(_ -> cases.typicalLearner())
                .toList();
        var met = learners.stream().filter(facts -> met(stacking.decide(facts))).count();
        Bench.result("decisions-met", 100.0 * met / LEARNERS, "percent");
        Bench.result("decisions", Rate.perCpuSecond(() -> all(stacking, learners)) * LEARNERS, Bench.PER_CPU);
    }

    private static List<Decision> all(Stacking stacking, List<Facts> learners) {
        return learners.stream().map(stacking::decide).toList();
    }

    private static void hard() {
        var seconds = new double[HARD];
        var met = 0;
        var unproven = new ArrayList<Integer>();
        for (var number = -5; number < HARD; number++) {
            var cases = new StackCases(1000 + number);
            var stacking = Stacking.by(cases.hard());
            var facts = cases.hardLearner();
            var start = System.nanoTime();
            var decision = stacking.decide(facts);
            if (number < 0) {
                continue; // warms up
            }
            seconds[number] = (System.nanoTime() - start) / 1e9;
            if (met(decision)) {
                met++;
            }
            if (decision.verdict() instanceof Decision.Verdict.Provisional) {
                unproven.add(number);
            }
        }
        Arrays.sort(seconds);
        Bench.result("hard-met", 100.0 * met / HARD, "percent");
        Bench.result("hard-unproven", unproven.size(), "cases");
        System.out.printf(java.util.Locale.ROOT, "RESULT hard-median-seconds %.3f seconds%n", seconds[HARD / 2]);
        System.out.printf(java.util.Locale.ROOT, "RESULT hard-p95-seconds %.3f seconds%n", seconds[HARD * 95 / 100]);
        System.out.printf(java.util.Locale.ROOT, "RESULT hard-slowest-seconds %.3f seconds%n", seconds[HARD - 1]);
    }

    private static boolean met(Decision decision) {
        return decision.verdict() instanceof Decision.Verdict.Met;
    }
}
