package org.cairn.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.cairn.skills.pathway.Effort;
import org.cairn.skills.pathway.Instance;
import org.cairn.skills.pathway.InstanceException;
import org.cairn.skills.pathway.InstanceJson;
import org.cairn.skills.pathway.Outcome;
import org.cairn.skills.pathway.PlanJson;
import org.cairn.skills.pathway.Planner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cairn pathway plan --in instance.json --out plan.json`.
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Plans for an instance in JSON: the best plan with its proof, or the best found with a bound.",
        footer = "Exit code: 0 a plan was written, 1 there is none or a file could not be used, 2 asked wrongly.")
final class PathwayPlan implements Callable<Integer> {
    private static final int COULD_NOT = 1;
    private static final long DAY = 86_400;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "The instance.")
    @SuppressWarnings("NullAway.Init")
    private Path in;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the plan is written.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "Stop then with the best found and a bound (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() {
        PrintWriter errors = spec.commandLine().getErr();
        if (seconds < 1 || seconds > DAY) {
            errors.println("--seconds is from 1 to " + DAY + ".");
            return spec.exitCodeOnInvalidInput();
        }
        try {
            Instance instance = read();
            long start = System.nanoTime();
            Outcome outcome = new Planner().plan(instance, new Effort(Duration.ofSeconds(seconds)));
            write(PlanJson.write(instance.objective(), outcome, Duration.ofNanos(System.nanoTime() - start)));
            if (outcome instanceof Outcome.Impossible) {
                errors.println("No plan keeps to these limits: " + out + " says which contradict each other.");
                return COULD_NOT;
            }
            return spec.exitCodeOnSuccess();
        } catch (InstanceException e) {
            errors.println(in + " is not an instance that can be planned for:");
            e.faults().forEach(fault -> errors.println("  " + fault));
        } catch (NoSuchFileException e) {
            errors.println("There is no file or folder " + e.getFile() + ".");
        } catch (IOException e) {
            errors.println("A file cannot be read or written: " + e.getMessage());
        }
        return COULD_NOT;
    }

    private Instance read() throws IOException, InstanceException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(in), 1 << 16)) {
            return InstanceJson.read(file);
        }
    }

    /// Whole or not at all: whoever waits for the file never sees half of it.
    private void write(byte[] plan) throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, ".plan", ".part");
        try {
            Files.write(part, plan);
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
