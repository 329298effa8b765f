package org.cairn.bench;

import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.cairn.credential.did.Dids;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.key.Ed25519PublicKey;
import org.cairn.credential.key.Signer;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.Proof;
import org.cairn.credential.proof.ProofResult;
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
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// One Open Badge on one thread, from bytes to bytes, and Ed25519 alone for comparison.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 4)
@Measurement(iterations = 4, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Xms512m", "-Xmx512m", "-Xmn64m", "-XX:+AlwaysPreTouch"
        })
@Threads(1)
public class CredentialBenchmarks {

    private final Contexts contexts = Contexts.bundled();
    private final DataIntegrity integrity = new DataIntegrity(contexts);
    private final Ed25519Key key = ABadge.key();
    private final Signer signer = key.signer(key.didKeyMethod());
    private final byte[] unsigned = Json.bytes(ABadge.unsigned(key.didKey()));
    private final byte[] signed = Json.bytes(integrity.sign(Json.object(unsigned), signer, ABadge.NOW));
    private final byte[] message = new byte[64];
    private final byte[] signature = signer.sign(message);
    private final Ed25519PublicKey publicKey = publicKey(key.didKey());
    private final Verifier verifier = new Verifier(
            contexts,
            Dids.standard((uri, accept, max) -> new Fetched.Unreachable("offline")),
            (uri, accept, max) -> new Fetched.Unreachable("offline"),
            () -> ABadge.NOW);

    /// Reads an unsigned badge, signs it, writes it.
    @Benchmark
    public byte[] sign() {
        return Json.bytes(integrity.sign(Json.object(unsigned), signer, ABadge.NOW));
    }

    /// Reads a signed badge, takes the key out of its proof's did:key, checks the signature.
    @Benchmark
    public ProofResult verify() {
        JsonObject badge = Json.object(signed);
        var proof = (Proof.Checkable) Proof.read(badge.getJsonObject("proof"));
        String did = proof.verificationMethod()
                .substring(0, proof.verificationMethod().indexOf('#'));
        ProofResult result = integrity.verify(badge, proof, publicKey(did), ABadge.NOW);
        if (!(result instanceof ProofResult.Intact)) {
            throw new IllegalStateException(result.toString());
        }
        return result;
    }

    /// What the product's verifier does: the signature, then issuer, status, period, structure and endorsements.
    @Benchmark
    public VerificationReport report() {
        VerificationReport report = verifier.verify(signed, "application/json");
        if (report.verdict() != Verdict.VALID) {
            throw new IllegalStateException(report.toString());
        }
        return report;
    }

    @Benchmark
    public byte[] bareSign() {
        return signer.sign(message);
    }

    @Benchmark
    public boolean bareVerify() {
        return publicKey.verifies(message, signature);
    }

    static void run() throws Exception {
        var options = new OptionsBuilder()
                .include(CredentialBenchmarks.class.getName() + "\\..*")
                .build();
        for (RunResult result : new Runner(options).run()) {
            String metric = result.getPrimaryResult().getLabel().replaceAll("([A-Z])", "-$1");
            Bench.result(
                    metric.toLowerCase(Locale.ROOT), result.getPrimaryResult().getScore(), Bench.PER_THREAD);
        }
        CredentialBenchmarks here = new CredentialBenchmarks();
        Bench.result("sign-cpu", Rate.perCpuSecond(here::sign), Bench.PER_CPU);
        Bench.result("verify-cpu", Rate.perCpuSecond(here::verify), Bench.PER_CPU);
    }

    private static Ed25519PublicKey publicKey(String didKey) {
        return Ed25519PublicKey.ofMultibase(didKey.substring("did:key:".length()))
                .orElseThrow();
    }
}
