package org.cairn.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.e2e.Api;
import org.cairn.e2e.CairnProcess;
import tools.jackson.databind.JsonNode;

/// Awards per second of the packaged application with its embedded database: from the moment a class list is sent
/// until everybody on it has an award and a signed credential. A small class goes first, to warm up.
final class AwardFigures {

    private static final int CLASS = 5_000;
    private static final int FIRST_CLASS = 500;
    private static final long PATIENCE_SECONDS = 300;

    private AwardFigures() {}

    static void run() throws IOException, InterruptedException {
        try (var cairn = CairnProcess.start("demo");
                var api = new Api(cairn.origin(), keyOfAnIssuer(cairn.origin()))) {
            String version = publishedVersion(api);
            awardsPerSecond(api, version, "Early", FIRST_CLASS);
            Bench.result("awards", awardsPerSecond(api, version, "Late", CLASS), "per-second");
        }
    }

    private static String keyOfAnIssuer(String origin) throws IOException, InterruptedException {
        try (var person = new Person(origin)) {
            person.signIn("carmen.ruiz@sierra.example");
            person.open("/o/sierra/keys");
            return person.submit("/o/sierra/keys", Map.of("name", "Class lists", "roles", "ISSUER"))
                    .find("id=\"secret\"[^>]* value=\"([^\"]+)\"");
        }
    }

    private static String publishedVersion(Api api) throws IOException, InterruptedException {
        for (JsonNode spec : api.get("/api/specs").ok()) {
            if (spec.path("versions").asInt() > 0) {
                var versions = api.get("/api/specs/" + spec.path("id").asString() + "/versions");
                return versions.ok().path(0).path("id").asString();
            }
        }
        throw new IllegalStateException("the demonstration has published nothing");
    }

    private static double awardsPerSecond(Api api, String version, String surname, int size)
            throws IOException, InterruptedException {
        byte[] file = IntStream.range(0, size)
                .mapToObj(i -> "Learner %d %s,,%s-%d,2026-06-30,8%n".formatted(i, surname, surname, i))
                .collect(Collectors.joining("", "name,e-mail,learner number,date,grade\n", ""))
                .getBytes(UTF_8);
        long start = System.nanoTime();
        JsonNode batch = api.post("/api/awards/batches?spec=" + version, "text/csv", file)
                .ok();
        int awarded = awaitDone(api, batch.path("id").asString(), start);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (awarded != size) {
            throw new IllegalStateException(awarded + " of " + size + " were awarded");
        }
        return size / seconds;
    }

    private static int awaitDone(Api api, String batch, long start) throws IOException, InterruptedException {
        while (System.nanoTime() - start < PATIENCE_SECONDS * 1_000_000_000L) {
            JsonNode shown = api.get("/api/awards/batches/" + batch).ok();
            if (shown.path("status").asString().equals("DONE")) {
                return shown.path("rows").path("awarded").asInt();
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("the class was not done within " + PATIENCE_SECONDS + " seconds");
    }
}
