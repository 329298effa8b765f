package org.cairn.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// A class of a thousand, and the power fails: after the restart, and after the file was sent once more, everybody has
/// exactly one award and one signed credential.
class KilledInTheMiddleIT {
    private static final int CLASS = 1_000;
    private static final int NOT_EVEN_ACCEPTED = -1;

    private static CairnProcess cairn;
    private static String key;
    private static List<String> versions;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cairn = CairnProcess.start("demo");
        try (var chromium = new Chromium();
                var admin = new Visitor(chromium, cairn.origin(), "key", "en-GB", 1280, true)) {
            admin.signIn("carmen.ruiz@sierra.example").open("/o/sierra/keys");
            admin.fill("name", "Class lists").tick("roles", "ISSUER").press("main form button[type=submit]");
            key = admin.page().locator("#secret").inputValue();
            assertThat(admin.complaints()).isEmpty();
        }
        try (var api = new Api(cairn.origin(), key)) {
            versions = published(api);
        }
    }

    @AfterAll
    static void stop() {
        cairn.close();
    }

    /// @param awarded the power fails when at least so many have their award
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "-1, while the file is sent",
        "0, as soon as it was accepted",
        "1, after the first chunk",
        "600, late",
    })
    void nobodyIsLostAndNobodyDoubled(int awarded, String when) throws IOException, InterruptedException {
        var course = when.replaceAll("[^a-z]+", "");
        try (var api = new Api(cairn.origin(), key)) {
            var spec = versions.removeFirst();
            var before = total(api, spec);

            if (awarded == NOT_EVEN_ACCEPTED) {
                sendAndFail(api, spec, course);
            } else {
                awaitAwarded(api, send(api, spec, course), awarded);
                cairn.killHard();
            }
            cairn.restart();
            awaitDone(api, send(api, spec, course));

            var everybody = awaitAwards(api, course);
            assertThat(names(everybody)).isEqualTo(classOf(course));
            assertThat(credentials(api, everybody)).hasSize(CLASS);
            assertThat(send(api, spec, course).path("rows").path("already").asInt())
                    .isEqualTo(CLASS);
            assertThat(total(api, spec)).isEqualTo(before + CLASS);
        }
    }

    private static List<String> published(Api api) throws IOException, InterruptedException {
        var published = new ArrayList<String>();
        for (var spec : api.get("/api/specs").ok()) {
            if (spec.path("versions").asInt() > 0) {
                var of = api.get("/api/specs/" + spec.path("id").asString() + "/versions");
                published.add(of.ok().path(0).path("id").asString());
            }
        }
        return published;
    }

    private static int total(Api api, String spec) throws IOException, InterruptedException {
        return api.get("/api/awards?spec=" + spec).ok().path("total").asInt();
    }

    /// The power fails while the request is under way: whether it took effect, the sender cannot know.
    private static void sendAndFail(Api api, String spec, String course) throws InterruptedException {
        var sending = Thread.ofVirtual().start(() -> {
            try {
                send(api, spec, course);
            } catch (IOException | InterruptedException e) {
                System.out.println("sending ended with " + e);
            }
        });
        Thread.sleep(120);
        cairn.killHard();
        sending.join();
    }

    private static JsonNode send(Api api, String spec, String course) throws IOException, InterruptedException {
        var file = classOf(course).stream()
                .map(name -> name + ",," + name.replace(' ', '-') + ",2026-06-30,8\n")
                .collect(Collectors.joining("", "name,e-mail,learner number,date,grade\n", ""));
        return api.post("/api/awards/batches?spec=" + spec, "text/csv", file.getBytes(UTF_8))
                .ok();
    }

    private static Set<String> classOf(String course) {
        return IntStream.range(0, CLASS).mapToObj(i -> course + " Learner " + i).collect(Collectors.toSet());
    }

    private static void awaitAwarded(Api api, JsonNode batch, int awarded) throws IOException, InterruptedException {
        int seen;
        do {
            seen = shown(api, batch).path("rows").path("awarded").asInt();
        } while (seen < awarded);
        System.out.printf("killed when at least %d of %d were awarded%n", seen, CLASS);
    }

    private static void awaitDone(Api api, JsonNode batch) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + 120_000_000_000L;
        // A file whose every row was awarded already stays a preview: there is nothing to do.
        while (!Set.of("DONE", "PREVIEW")
                .contains(shown(api, batch).path("status").asString())) {
            assertThat(System.nanoTime())
                    .as("the work goes on after the restart")
                    .isLessThan(deadline);
            Thread.sleep(200);
        }
    }

    private static JsonNode shown(Api api, JsonNode batch) throws IOException, InterruptedException {
        return api.get("/api/awards/batches/" + batch.path("id").asString()).ok();
    }

    /// The file of before the failure may still be at work beside the one sent after it.
    private static List<JsonNode> awaitAwards(Api api, String course) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + 120_000_000_000L;
        var awards = awards(api, course);
        while (awards.size() < CLASS && System.nanoTime() < deadline) {
            Thread.sleep(500);
            awards = awards(api, course);
        }
        assertThat(awards).hasSize(CLASS);
        return awards;
    }

    private static List<JsonNode> awards(Api api, String course) throws IOException, InterruptedException {
        var found = new ArrayList<JsonNode>();
        for (int page = 1; ; page++) {
            var awards = api.post("/api/awards/search", Map.of("words", course, "page", page))
                    .ok()
                    .path("awards");
            if (awards.isEmpty()) {
                return found;
            }
            awards.forEach(found::add);
        }
    }

    private static Set<String> names(List<JsonNode> awards) {
        return awards.stream()
                .map(award -> award.path("recipient").path("name").asString())
                .collect(Collectors.toSet());
    }

    private static Set<String> credentials(Api api, List<JsonNode> awards) throws IOException, InterruptedException {
        var ids = new HashSet<String>();
        for (var award : awards) {
            var credentials = api.get("/api/awards/" + award.path("id").asString() + "/credentials")
                    .ok();
            assertThat(credentials.size()).as("credentials of an award").isOne();
            ids.add(credentials.path(0).path("id").asString());
        }
        return ids;
    }
}
