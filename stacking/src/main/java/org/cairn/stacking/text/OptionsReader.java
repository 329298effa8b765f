package org.cairn.stacking.text;

import java.util.List;
import org.cairn.stacking.rule.Anchor;
import org.cairn.stacking.rule.Denominator;
import org.cairn.stacking.rule.Options;
import org.cairn.stacking.rule.Rounding;

/// What the owner of the curriculum has to decide: every one has to be said.
final class OptionsReader {
    static final String ROUNDING = "exact | {up: 3} | {down: 1} | {halfUp: 1}";
    private static final String SPLITTING = "whole | {by: 1}";

    private OptionsReader() {}

    static Options read(Value value) {
        var fields = value.fields(
                "{denominator: …, rounding: …, …}",
                "denominator",
                "rounding",
                "splitting",
                "surplus",
                "recency",
                "expiry",
                "annulment",
                "confirmation");
        return new Options(
                word(fields, "denominator", Denominator.class),
                rounding(fields.need("rounding", ROUNDING)),
                splitting(fields.need("splitting", SPLITTING)),
                word(fields, "surplus", Options.Surplus.class),
                word(fields, "recency", Anchor.class),
                word(fields, "expiry", Options.Expiry.class),
                word(fields, "annulment", Options.Annulment.class),
                word(fields, "confirmation", Options.Confirmation.class));
    }

    private static <E extends Enum<E>> E word(Fields fields, String key, Class<E> of) {
        return Words.word(fields.need(key, Words.form(of)), of);
    }

    static Rounding rounding(Value value) {
        var choice = Choice.of(value, List.of("up", "down", "halfUp"), List.of("exact"));
        if (choice.isEmpty() || choice.get().key().equals("exact")) {
            return new Rounding.Exact();
        }
        var step = Words.number(choice.get().value(), Words.LEAST, Words.MOST);
        return switch (choice.get().key()) {
            case "up" -> new Rounding.Up(step);
            case "down" -> new Rounding.Down(step);
            default -> new Rounding.HalfUp(step);
        };
    }

    private static Options.Splitting splitting(Value value) {
        var choice = Choice.of(value, List.of("by"), List.of("whole"));
        if (choice.isEmpty() || choice.get().key().equals("whole")) {
            return new Options.Splitting.Whole();
        }
        return new Options.Splitting.By(Words.number(choice.get().value(), Words.LEAST, Words.MOST));
    }
}
