package org.cairn.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 10;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private StackFigures() {}

    static void run() {
        typical();
        hard();
    }

    private static void typical() {
        var stacking = Stacking.by(StackCases.typical());
        var cases = new StackCases(1);
        var learners = IntStream.range(0, LEARNERS)
                .mapToObj(_ -> cases.typicalLearner())
                .toList();
        var met = all(stacking, learners).stream().filter(StackFigures::met).count();
        Bench.result("decisions-met", 100.0 * met / LEARNERS, "percent");
        for (var round = 0; round < WARM_UP; round++) {
            all(stacking, learners);
        }
        var fastest = Long.MAX_VALUE;
        var leastCpu = Long.MAX_VALUE;
        for (var round = 0; round < ROUNDS; round++) {
            var cpu = MACHINE.getProcessCpuTime();
            var start = System.nanoTime();
            all(stacking, learners);
            fastest = Math.min(fastest, System.nanoTime() - start);
            leastCpu = Math.min(leastCpu, MACHINE.getProcessCpuTime() - cpu);
        }
        Bench.result("decisions", LEARNERS * 1e9 / fastest, Bench.PER_THREAD);
        // Of the whole process: what the solver did on threads of its own is counted.
        Bench.result("decisions-cpu", LEARNERS * 1e9 / leastCpu, Bench.PER_CPU);
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
