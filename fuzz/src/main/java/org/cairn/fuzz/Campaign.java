package org.cairn.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Runs the fuzzer over one parser, or over all one after the other, each in a process of its own.
public final class Campaign {
    private static final int HANG_SECONDS = 10;

    private Campaign() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var name = arguments[0];
        var seconds = Integer.parseInt(arguments[1]);
        var chosen = Arrays.stream(Target.values())
                .filter(target -> name.equals("all") || name.equals(target.label()))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("which parser? One of: all, "
                    + String.join(
                            ", ",
                            Arrays.stream(Target.values()).map(Target::label).toList()));
        }
        var failed = false;
        for (var target : chosen) {
            failed |= !run(target, seconds);
        }
        if (failed) {
            throw new IllegalStateException("the fuzzer found something; see above and the files named crash-… there");
        }
    }

    private static boolean run(Target target, int seconds) throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of("fuzz", target.label()));
        Seeds.write(folder.resolve("seeds"));
        Files.createDirectories(folder.resolve("corpus"));
        var exit = new ProcessBuilder(command(target, seconds))
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (exit == 0) {
            System.out.printf("RESULT fuzz-%s %d seconds-without-finding%n", target.label(), seconds);
        }
        return exit == 0;
    }

    private static List<String> command(Target target, int seconds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + Fuzzer.TARGET + "=" + target.name(),
                "-classpath",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzer.class.getName(),
                "--instrumentation_includes=org.cairn.credential.**",
                "--reproducer_path=.",
                "-max_total_time=" + seconds,
                "-timeout=" + HANG_SECONDS,
                "-max_len=65536",
                "-print_final_stats=1",
                "corpus",
                "seeds");
    }
}
