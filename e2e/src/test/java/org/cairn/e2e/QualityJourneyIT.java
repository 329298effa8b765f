package org.cairn.e2e;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An employer's need becomes a microcredential that whoever checks it can weigh, and microcredentials help to hire, in
/// the three languages, on a wide and
/// a
/// narrow screen, with and without JavaScript. The application may fetch from the loopback address, where the
/// employer's
/// site is.
class QualityJourneyIT {
    private static CairnProcess cairn;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cairn = CairnProcess.start("demo", Map.of("CAIRN_OUTBOUNDLOOPBACK", "true"));
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        cairn.close();
    }

    @ParameterizedTest(name = "quality, {0}: {1}, {2} px, JavaScript {3}")
    @CsvSource({"wide,en-GB,1280,true", "plain,es-ES,360,false", "rtl,ar-EG,360,true"})
    void needDesignReviewAccreditPublishEndorseAwardVerify(String run, String language, int width, boolean javaScript)
            throws IOException {
        try (var story = new QualityStory(chromium, cairn.origin(), run, language, width, javaScript)) {
            story.isTold();
        }
    }

    @ParameterizedTest(name = "hiring, {0}: {1}, {2} px, JavaScript {3}")
    @CsvSource({"wide,en-GB,1280,true", "plain,es-ES,360,false", "rtl,ar-EG,360,true"})
    void roleCheckManyFindAskAnswerWithdraw(String run, String language, int width, boolean javaScript)
            throws IOException {
        try (var story = new HiringStory(chromium, cairn.origin(), run, language, width, javaScript)) {
            story.isTold();
        }
    }
}
