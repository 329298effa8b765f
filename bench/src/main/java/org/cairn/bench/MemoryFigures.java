package org.cairn.bench;

import jakarta.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.cairn.credential.did.Dids;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.verify.Verdict;
import org.cairn.credential.verify.Verifier;

/// Whether memory stays flat: a million verifications, with everything that the product's verifier looks at, of 20,000
/// different badges by 3,000 issuers. What is in use is looked at after collection, before and after.
final class MemoryFigures {

    private static final int VERIFICATIONS = 1_000_000;
    private static final int BADGES = 20_000;

    /// More than the library remembers.
    private static final int ISSUERS = 3_000;

    private final Contexts contexts = Contexts.bundled();
    private final DataIntegrity integrity = new DataIntegrity(contexts);
    private final Verifier verifier = new Verifier(
            contexts,
            Dids.standard((uri, accept, max) -> new Fetched.Unreachable("offline")),
            (uri, accept, max) -> new Fetched.Unreachable("offline"),
            () -> ABadge.NOW);
    private final List<byte[]> badges =
            IntStream.range(0, BADGES).mapToObj(this::signed).toList();

    private MemoryFigures() {}

    static void run() {
        MemoryFigures figures = new MemoryFigures();
        figures.verify(BADGES);
        double start = usedMegabytes();
        Bench.result("verify-heap-start", start, "MB");
        figures.verify(VERIFICATIONS);
        double end = usedMegabytes();
        Bench.result("verify-heap-end", end, "MB");
        Bench.result("verify-heap-growth", end - start, "MB");
    }

    private void verify(int count) {
        for (int i = 0; i < count; i++) {
            var report = verifier.verify(badges.get(i % BADGES), "application/json");
            if (report.verdict() != Verdict.VALID) {
                throw new IllegalStateException(report.toString());
            }
        }
    }

    private byte[] signed(int number) {
        Ed25519Key key = key(number % ISSUERS);
        JsonObject unsigned = Json.PROVIDER
                .createObjectBuilder(ABadge.unsigned(key.didKey()))
                .add("id", "https://uni.example.edu/credentials/" + number)
                .build();
        return Json.bytes(integrity.sign(unsigned, key.signer(key.didKeyMethod()), ABadge.NOW));
    }

    private static Ed25519Key key(int number) {
        return Ed25519Key.ofSecret(ByteBuffer.allocate(32).putInt(number).array());
    }

    private static double usedMegabytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
