package org.cairn.stacking.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cairn.stacking.rule.Anchor;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Source;

/// What a slot accepts, or a constraint is about.
final class FilterReader {
    static final List<String> KEYS = List.of(
            "all",
            "any",
            "not",
            "spec",
            "family",
            "category",
            "outcome",
            "level",
            "grade",
            "provider",
            "source",
            "skill",
            "awardedWithin");
    static final List<String> WORDS = List.of("notExpired", "anything");

    private static final String FORM = "category: … | anything | …";

    private final Whole whole;

    FilterReader(Whole whole) {
        this.whole = whole;
    }

    /// The filter at a key that has to be there.
    Filter need(Fields of, String key) {
        return read(of.need(key, FORM));
    }

    Filter read(Value value) {
        return Choice.of(value, KEYS, WORDS)
                .map(choice -> read(choice.key(), choice.value()))
                .orElseGet(Filter.Anything::new);
    }

    private Filter read(String key, Value value) {
        return switch (key) {
            case "all" -> new Filter.All(each(value));
            case "any" -> new Filter.Any(each(value));
            case "not" -> new Filter.Not(read(value));
            case "spec" -> new Filter.Spec(Words.texts(value));
            case "family" -> new Filter.Family(Words.texts(value));
            case "category" -> new Filter.Category(Words.texts(value));
            case "outcome" -> new Filter.Outcome(Words.texts(value));
            case "level" -> level(value.fields("{framework: EQF, atLeast: 6}", "framework", "atLeast"));
            case "grade" -> grade(value);
            case "provider" -> new Filter.Provider(Words.texts(value));
            case "source" -> new Filter.From(Words.words(value, Source.class));
            case "skill" -> skill(value.fields("{uri: …, similarity: 1}", "uri", "similarity"));
            case "awardedWithin" -> awardedWithin(value);
            case "notExpired" -> new Filter.NotExpired();
            default -> new Filter.Anything();
        };
    }

    private List<Filter> each(Value value) {
        return value.items(200, "[" + FORM + "]").stream().map(this::read).toList();
    }

    private static Filter level(Fields fields) {
        return new Filter.Level(
                Words.text(fields.need("framework", "EQF"), 80),
                Words.number(fields.need("atLeast", "6"), BigDecimal.ZERO, BigDecimal.valueOf(1_000)));
    }

    Filter.Grade grade(Value value) {
        var fields = value.fields("{scheme: …, atLeast: …}", "scheme", "atLeast");
        var scheme = fields.need("scheme", "…");
        var atLeast = fields.need("atLeast", "…");
        var grade = new Filter.Grade(Words.text(scheme, 80), Words.text(atLeast, 80));
        whole.asksGrade(scheme, grade.scheme(), atLeast, grade.atLeast());
        return grade;
    }

    private static Filter skill(Fields fields) {
        return new Filter.Skill(
                Words.text(fields.need("uri", "…"), 500),
                Words.number(fields.need("similarity", "1"), Words.LEAST, BigDecimal.ONE));
    }

    private static Filter awardedWithin(Value value) {
        if (value.isScalar()) {
            return new Filter.AwardedWithin(Words.period(value), Optional.empty());
        }
        var fields = value.fields("P5Y | {period: P5Y, anchor: TODAY}", "period", "anchor");
        return new Filter.AwardedWithin(
                Words.period(fields.need("period", "P5Y")),
                fields.may("anchor").map(anchor -> Words.word(anchor, Anchor.class)));
    }
}
