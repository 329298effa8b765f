package org.cairn.fuzz;

/// What the fuzzer calls, over and over, with inputs that reach code no earlier one reached.
public final class Fuzzer {
    static final String TARGET = "fuzz.target";
    private static final Target FED = Target.valueOf(System.getProperty(TARGET, Target.JSON.name()));

    private Fuzzer() {}

    public static void fuzzerTestOneInput(byte[] input) {
        FED.feed(input);
    }
}
