package org.cairn.bench;

import java.util.Locale;

/// `./dev bench NAME` ends here. Every figure is one line, `RESULT <metric> <value> <unit>`, among other output.
final class Bench {

    static final String PER_THREAD = "per-second-per-thread";

    /// As the other, but not counting the time that other programs had the processor.
    static final String PER_CPU = "per-cpu-second";

    private Bench() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        switch (name) {
            case "credential" -> {
                CredentialBenchmarks.run();
                NpmFigures.run();
                SuiteFigures.run();
                AwardFigures.run();
            }
            case "memory" -> MemoryFigures.run();
            case "stacking" -> StackFigures.run();
            case "matching" -> MatchingFigures.run();
            case "pathway" -> PathwayFigures.run();
            case "quality" -> QualityFigures.run();
            default -> {
                System.err.println("no such benchmark: \"" + name
                        + "\". There are: credential, matching, memory, pathway, quality, stacking");
                System.exit(2);
            }
        }
    }

    static void result(String metric, double value, String unit) {
        System.out.printf(Locale.ROOT, "RESULT %s %.1f %s%n", metric, value, unit);
    }
}
