package org.cairn.bench;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.cairn.credential.did.Dids;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.key.Signer;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.verify.Verdict;
import org.cairn.credential.verify.VerificationReport;
import org.cairn.credential.verify.Verifier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Signing and verifying one Open Badge on one thread, beside Digital Bazaar's packages on the same badge.
/// Verifying is the whole report from the bytes on: JSON, signature, issuer, status, period, schema, endorsements.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
@Threads(1)
public class CredentialBenchmarks {

    private static final Path NPM = Path.of("..", "credential", "src", "test", "npm");

    private final Contexts contexts = Contexts.bundled();
    private final DataIntegrity integrity = new DataIntegrity(contexts);
    private final Ed25519Key key = ABadge.key();
    private final Signer signer = key.signer(key.didKeyMethod());
    private final JsonObject unsigned = ABadge.unsigned(key.didKey());
    private final byte[] signed = Json.bytes(integrity.sign(unsigned, signer, ABadge.NOW));
    private final Verifier verifier = new Verifier(
            contexts,
            Dids.standard((uri, accept, max) -> new Fetched.Unreachable("offline")),
            (uri, accept, max) -> new Fetched.Unreachable("offline"),
            () -> ABadge.NOW);

    @Benchmark
    public JsonObject sign() {
        return integrity.sign(unsigned, signer, ABadge.NOW);
    }

    @Benchmark
    public VerificationReport verify() {
        VerificationReport report = verifier.verify(signed, "application/json");
        if (report.verdict() != Verdict.VALID) {
            throw new IllegalStateException(report.toString());
        }
        return report;
    }

    /// Prints our figures, then theirs.
    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        var options = new OptionsBuilder()
                .include(CredentialBenchmarks.class.getName() + "\\..*")
                .build();
        for (RunResult result : new Runner(options).run()) {
            var primary = result.getPrimaryResult();
            System.out.printf(Locale.ROOT, "RESULT %s %.1f ops/s%n", primary.getLabel(), primary.getScore());
        }
        theirs();
    }

    private static void theirs() throws IOException, InterruptedException {
        if (!Files.isDirectory(NPM.resolve("node_modules"))) {
            run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        }
        Path badge = Files.createTempFile("badge", ".json");
        Files.write(badge, Json.bytes(ABadge.unsigned(ABadge.key().didKey())));
        run("node", "bench.mjs", badge.toAbsolutePath().toString(), ABadge.SEED, ABadge.NOW.toString());
        Files.delete(badge);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command)
                .directory(NPM.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit);
        }
    }
}
