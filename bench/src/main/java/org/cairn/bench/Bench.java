package org.cairn.bench;

import java.util.Locale;

/// `./dev bench NAME` ends here. Every figure is one line, `RESULT <metric> <value> <unit>`, among other output.
final class Bench {

    static final String PER_THREAD = "per-second-per-thread";

    private Bench() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        switch (name) {
            case "credential" -> {
                CredentialBenchmarks.run();
                NpmFigures.run();
                AwardFigures.run();
            }
            default -> {
                System.err.println("no such benchmark: \"" + name + "\". There is: credential");
                System.exit(2);
            }
        }
    }

    static void result(String metric, double value, String unit) {
        System.out.printf(Locale.ROOT, "RESULT %s %.1f %s%n", metric, value, unit);
    }
}
