package org.cairn.fuzz;

/// What the fuzzer calls, over and over, with inputs that reach code no earlier one reached.
public final class Fuzzer {
    static final String TARGET = "fuzz.target";
    private static final Target FED = Target.valueOf(System.getProperty(TARGET, Target.JSON.name()));

    private Fuzzer() {}

    /// Loads all that a first input would have to wait for, so that it does not look like a hang.
    public static void fuzzerInitialize() {
        FED.feed(new byte[0]);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        FED.feed(input);
    }
}
