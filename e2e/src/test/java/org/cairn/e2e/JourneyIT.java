package org.cairn.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The main job from the first word of a microcredential to its revocation, in the three languages, on a wide and a
/// narrow screen, with and without JavaScript; and what a learner's first page weighs.
class JourneyIT {
    /// What a first view of a learner's page may weigh over the wire.
    private static final long BUDGET = 100 * 1024;

    private static CairnProcess cairn;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cairn = CairnProcess.start("demo");
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        cairn.close();
    }

    @ParameterizedTest(name = "{0}: {1}, {2} px, JavaScript {3}")
    @CsvSource({"wide,en-GB,1280,true", "plain,es-ES,360,false", "rtl,ar-EG,360,true"})
    void designAwardClaimShareVerifyRevoke(String run, String language, int width, boolean javaScript)
            throws IOException, InterruptedException {
        try (var story = new Story(chromium, cairn.origin(), run, language, width, javaScript)) {
            story.isTold();
        }
    }

    @ParameterizedTest(name = "stack, {0}: {1}, {2} px, JavaScript {3}")
    @CsvSource({"wide,en-GB,1280,true", "plain,es-ES,360,false", "rtl,ar-EG,360,true"})
    void stackProgressClaimConfirmReview(String run, String language, int width, boolean javaScript)
            throws IOException, InterruptedException {
        try (var story = new StackStory(chromium, cairn.origin(), run, language, width, javaScript)) {
            story.isTold();
        }
    }

    @ParameterizedTest(name = "pathway, {0}: {1}, {2} px, JavaScript {3}")
    @CsvSource({"wide,en-GB,1280,true", "plain,es-ES,360,false", "rtl,ar-EG,360,true"})
    void goalGapPlanEnrolProgress(String run, String language, int width, boolean javaScript) {
        try (var story = new PathwayStory(chromium, cairn.origin(), run, language, width, javaScript)) {
            story.isTold();
        }
    }

    @ParameterizedTest(name = "compare, {0}: {1}, {2} px, JavaScript {3}")
    @CsvSource({"wide,en-GB,1280,true", "plain,es-ES,360,false", "rtl,ar-EG,360,true"})
    void offersAreComparedAndTheRulesRead(String run, String language, int width, boolean javaScript) {
        try (var reader = new Visitor(chromium, cairn.origin(), "compare-" + run, language, width, javaScript)) {
            reader.open("/catalogue").press(".cards article a").press("#label a[href*=\"/compare\"]");
            for (var columns = 2; columns <= 4; columns++) {
                reader.press("main ul a[href*=\"v=\"]:not([href$=\"/compare\"]) >> nth=-1");
                assertThat(reader.page().locator("main thead th").count()).isEqualTo(columns + 1);
            }
            reader.open("/rule-packs").press("main tbody a").open("/rule-packs/format");
            assertThat(reader.complaints()).isEmpty();
        }
    }

    /// Through the packaged application, because what reads postings comes from libraries that tests may have and it
    /// not.
    @Test
    void aFileOfPostingsIsReadToItsEnd() {
        var postings = """
                {"id":"1","title":"Data analyst","description":"<p>You use databases.</p>","country":"ES","posted":"2026-10-01"}
                {"id":"2","title":
                {"id":"3","title":"Cook","description":"You cook and clean.","country":"ES","posted":"2026-11-01"}
                """;
        try (var maeve = new Visitor(chromium, cairn.origin(), "postings", "en-GB", 1280, true)) {
            maeve.signIn("maeve.kelly@harbour.example")
                    .open("/o/harbour/market")
                    .open("/o/harbour/market/imports/new");
            maeve.upload("file", "postings.jsonl", "application/x-ndjson", postings.getBytes(UTF_8))
                    .press("main form[enctype] button[type=submit]");
            maeve.await("main form[action$=\"/delete\"]").await("main .actions:not(:has(a[role=button]))");

            assertThat(maeve.page().locator("main dl dd").allInnerTexts())
                    .as("rows, new, there before, not readable")
                    .containsExactly("3", "2", "0", "1");
            assertThat(maeve.page().locator("main tr.row-error").count()).isEqualTo(1);
            maeve.open("/market");
            assertThat(maeve.complaints()).isEmpty();
        }
    }

    @Test
    void aLearnersFirstPageIsLight() {
        try (var ana = new Visitor(chromium, cairn.origin(), "weight", "en-GB", 360, true)) {
            ana.signIn("ana.torres@mail.example").open("/portfolio");
            var credential = ana.page().locator(".cards article a").first().getAttribute("href");
            for (var path : List.of(
                    "/",
                    "/login",
                    "/claim",
                    "/portfolio",
                    credential,
                    "/portfolio/shares",
                    "/portfolio/stacks",
                    "/portfolio/skills",
                    "/portfolio/goals",
                    "/verify")) {
                var bytes = Visitor.weight(chromium, cairn.origin(), path, ana.context());
                System.out.printf("RESULT page-weight%s %d bytes%n", path.replaceAll("[0-9a-f-]{36}", "{id}"), bytes);
                assertThat(bytes).as(path).isBetween(1_000L, BUDGET);
            }
        }
    }
}
