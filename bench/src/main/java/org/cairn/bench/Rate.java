package org.cairn.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/// How often something is done per second of this thread's time on a processor, which other programs that want the
/// machine change less than the time of the clock: the best of many short looks, after a warm-up.
final class Rate {

    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration MEASURED = Duration.ofSeconds(4);
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static volatile Object sink = "";

    private Rate() {}

    interface Operation {
        Object run() throws Exception;
    }

    static double perCpuSecond(Operation operation) throws Exception {
        best(operation, WARM_UP);
        return best(operation, MEASURED);
    }

    private static double best(Operation operation, Duration duration) throws Exception {
        double best = 0;
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            best = Math.max(best, look(operation));
        }
        return best;
    }

    private static double look(Operation operation) throws Exception {
        long start = THREADS.getCurrentThreadCpuTime();
        long end = System.nanoTime() + LOOK.toNanos();
        long count = 0;
        while (count == 0 || System.nanoTime() < end) {
            sink = operation.run(); // kept, so that nothing can be left out
            count++;
        }
        return count * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
    }
}
