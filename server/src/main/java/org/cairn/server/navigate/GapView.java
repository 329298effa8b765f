package org.cairn.server.navigate;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.skills.gap.Gap;
import org.cairn.skills.gap.Goal;
import org.cairn.skills.taxonomy.ConceptUri;

/// A gap as its page shows it.
///
/// @param covered in per cent
/// @param bars the picture: what matters most, first
/// @param height of the picture
record GapView(String covered, long met, long partly, long open, List<Bar> bars, int height, List<Line> lines) {
    private static final int MOST_BARS = 16;
    private static final int ROW = 30;
    private static final int WIDTH = 720;
    private static final int NAMES = 330;
    private static final int LONGEST_NAME = 44;

    /// One row of the picture. A full track is the level that is needed.
    ///
    /// @param text where the label begins, to be anchored at its start
    /// @param width of what is there
    record Bar(String label, int y, int text, int track, int trackWidth, int have, int width, Gap.State state) {}

    /// One row of the table.
    ///
    /// @param held blank when nothing is
    /// @param weight importance in per cent
    record Line(
            String skill,
            String label,
            Gap.State state,
            String held,
            String needed,
            int level,
            int weight,
            List<String> because,
            List<String> support) {}

    static GapView of(Gap gap, Saying saying, Locale locale, boolean mirrored) {
        var labels = saying.labels(gap.lines().stream().flatMap(GapView::named).toList(), locale);
        var sorted = gap.lines().stream()
                .sorted(Comparator.comparingDouble(
                                (Gap.Line line) -> line.need().importance())
                        .reversed()
                        .thenComparing(line -> labels.of(line.need().skill()), Collator.getInstance(locale)))
                .toList();
        var shown = Math.min(MOST_BARS, sorted.size());
        var bars = IntStream.range(0, shown)
                .mapToObj(n ->
                        bar(n, sorted.get(n), labels.of(sorted.get(n).need().skill()), mirrored))
                .toList();
        return new GapView(
                saying.percent(gap.covered(), locale),
                gap.count(Gap.State.MET),
                gap.count(Gap.State.PARTLY),
                gap.count(Gap.State.OPEN),
                bars,
                shown * ROW,
                sorted.stream().map(line -> line(line, labels, saying, locale)).toList());
    }

    private static Stream<ConceptUri> named(Gap.Line line) {
        return Stream.concat(
                Stream.of(line.need().skill()),
                Stream.concat(
                        line.need().because().stream().flatMap(GapView::occupation),
                        line.support().stream().map(one -> one.evidence().skill())));
    }

    private static Stream<ConceptUri> occupation(Goal.Because because) {
        return switch (because) {
            case Goal.Because.Essential(var uri) -> Stream.of(uri);
            case Goal.Because.Optional(var uri) -> Stream.of(uri);
            case Goal.Because.Found _, Goal.Because.Chosen _ -> Stream.empty();
        };
    }

    private static Bar bar(int n, Gap.Line line, String label, boolean mirrored) {
        var track = WIDTH - NAMES;
        var width = (int) Math.round(track * line.share());
        return new Bar(
                Saying.shortened(label, LONGEST_NAME),
                n * ROW,
                mirrored ? WIDTH : 0,
                mirrored ? 0 : NAMES,
                track,
                mirrored ? track - width : NAMES,
                width,
                line.state());
    }

    private static Line line(Gap.Line line, Saying.Labels labels, Saying saying, Locale locale) {
        var need = line.need();
        return new Line(
                need.skill().value(),
                labels.of(need.skill()),
                line.state(),
                line.held().map(level -> saying.level(level, locale)).orElse(""),
                saying.level(need.level(), locale),
                need.level().steps(),
                (int) Math.round(need.importance() * 100),
                need.because().stream()
                        .map(because -> because(because, labels, saying, locale))
                        .toList(),
                line.support().stream()
                        .map(one -> support(one, labels, saying, locale))
                        .toList());
    }

    private static String because(Goal.Because because, Saying.Labels labels, Saying saying, Locale locale) {
        return switch (because) {
            case Goal.Because.Essential(var uri) -> saying.say(locale, "navigate.because.essential", labels.of(uri));
            case Goal.Because.Optional(var uri) -> saying.say(locale, "navigate.because.optional", labels.of(uri));
            case Goal.Because.Found(var words) -> saying.say(locale, "navigate.because.found", words);
            case Goal.Because.Chosen() -> saying.say(locale, "navigate.because.chosen");
        };
    }

    private static String support(Gap.Support one, Saying.Labels labels, Saying saying, Locale locale) {
        var evidence = EvidenceView.words(one.evidence(), saying, locale);
        return switch (one.nearness()) {
            case SAME -> evidence;
            case NARROWER ->
                saying.say(
                        locale,
                        "navigate.support.narrower",
                        labels.of(one.evidence().skill()),
                        evidence);
        };
    }
}
