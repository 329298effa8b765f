package org.cairn.stacking.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.stacking.rule.GradeScale;

/// The scales of grades, worst grade first: `[F, D, C]`, or `[{F: 0}, {D: 1.0}]` where grades have points.
final class GradesReader {
    /// Some scales go below zero.
    static final BigDecimal LEAST_POINTS = BigDecimal.valueOf(-1_000);

    private static final String FORM = "{worstFirst: [...]}";

    private final Whole whole;

    GradesReader(Whole whole) {
        this.whole = whole;
    }

    Map<String, GradeScale> read(Value value) {
        var scales = new HashMap<String, GradeScale>();
        for (var pair : value.pairs(50, "{…: " + FORM + "}")) {
            var name = Words.text(pair.key(), 80);
            var scale = scale(pair.value());
            whole.declaresScale(name, scale);
            scales.put(name, scale);
        }
        return scales;
    }

    private static GradeScale scale(Value value) {
        var fields = value.fields(FORM, "worstFirst", "equals");
        var steps = steps(fields.need("worstFirst", "[...]"));
        var names = new ArrayList<>(steps.stream().map(GradeScale.Step::grade).toList());
        Map<GradeScale.Foreign, String> equals =
                fields.may("equals").map(foreign -> foreign(foreign, names)).orElseGet(Map::of);
        return new GradeScale(steps, equals);
    }

    private static List<GradeScale.Step> steps(Value value) {
        var steps = new ArrayList<GradeScale.Step>();
        var seen = new HashSet<String>();
        for (var each : value.items(200, "[{F: 0}, {D: 1.0}, …]")) {
            step(each).ifPresent(step -> {
                if (seen.add(step.grade())) {
                    steps.add(step);
                } else {
                    each.fault(Fault.Code.TWICE, step.grade());
                }
            });
        }
        return steps;
    }

    private static Optional<GradeScale.Step> step(Value value) {
        if (value.isScalar()) {
            return said(Words.text(value, 80)).map(grade -> new GradeScale.Step(grade, Optional.empty()));
        }
        var pairs = value.pairs(1, "… | {…: 4.0}");
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        var points = Words.number(pairs.getFirst().value(), LEAST_POINTS, Words.MOST);
        return said(Words.text(pairs.getFirst().key(), 80))
                .map(grade -> new GradeScale.Step(grade, Optional.of(points)));
    }

    private static Optional<String> said(String grade) {
        return Optional.of(grade).filter(text -> !text.isEmpty());
    }

    /// `{percent: {70: B}}`: by foreign scheme and grade, the grade of this scale.
    private static Map<GradeScale.Foreign, String> foreign(Value value, List<String> grades) {
        var equals = new HashMap<GradeScale.Foreign, String>();
        var known = Set.copyOf(grades);
        for (var scheme : value.pairs(50, "{…: {…: …}}")) {
            var name = Words.text(scheme.key(), 80);
            for (var grade : scheme.value().pairs(1_000, "{…: …}")) {
                var own = Words.text(grade.value(), 80);
                if (known.contains(own)) {
                    equals.put(new GradeScale.Foreign(name, Words.text(grade.key(), 80)), own);
                } else if (!own.isEmpty()) {
                    grade.value().unknown(Fault.Code.UNKNOWN_WORD, own, grades);
                }
            }
        }
        return equals;
    }
}
