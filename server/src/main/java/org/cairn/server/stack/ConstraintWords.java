package org.cairn.server.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Denominator;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Fraction;
import org.cairn.stacking.rule.Requirement;
import org.cairn.stacking.rule.Rounding;
import org.cairn.stacking.rule.Stack;

/// A condition over the whole, as sentences.
final class ConstraintWords {
    private final Stack rule;
    private final Wording words;
    private final FilterWords filters;

    ConstraintWords(Stack rule, Wording words, FilterWords filters) {
        this.rule = rule;
        this.words = words;
        this.filters = filters;
    }

    String of(Constraint constraint) {
        return switch (constraint) {
            case Constraint.TotalCredits(var least) -> words.say("rule.total", words.credits(least));
            case Constraint.Share share ->
                words.say(
                                "rule.share." + share.bound(),
                                words.fraction(share.fraction()),
                                whole(share.denominator()),
                                filters.phrase(share.of()))
                        + computed(share.fraction(), share.denominator(), share.rounding());
            case Constraint.CreditLimit(var bound, var of, var limit) -> limit(bound, words.credits(limit), of);
            case Constraint.CountLimit(var bound, var of, var limit) -> limit(bound, words.items(limit), of);
            case Constraint.ResidencyCredits(var least) -> words.say("rule.residency", words.credits(least));
            case Constraint.ResidencyShare(var fraction, var denominator, var rounding) ->
                words.say("rule.residency.share", words.fraction(fraction), whole(denominator))
                        + computed(fraction, denominator, rounding);
            case Constraint.GradeAverage average ->
                words.say("rule.average", words.name(average.scheme()), words.number(average.atLeast()))
                        + " " + words.say("rule.average.weight." + average.weight())
                        + " " + words.say("rule.average.ungraded." + average.ungraded());
            case Constraint.Capstone capstone -> capstone(capstone);
            case Constraint.Order(var before, var after) -> words.say("rule.order", slot(before), slot(after));
            case Constraint.Distinct(var what, var scope) -> words.say("rule.distinct." + what + "." + scope);
            case Constraint.Equivalent(var specs) -> words.say("rule.equivalent", words.all(filters.specs(specs)));
            case Constraint.SharedOutcomes(var most) -> words.say("rule.sharedOutcomes", most);
            case Constraint.SharedCredits(var most, var levels) ->
                words.say(
                        "rule.sharedCredits",
                        words.credits(most),
                        words.oneOf(levels.stream().map(words::name).toList()));
            case Constraint.Completion(var within, var from) ->
                words.say("rule.completion." + from, words.period(within));
            case Constraint.Registration() -> words.say("rule.registration");
            case Constraint.Absorbs(var spec, var policy) -> words.say("rule.absorbs." + policy, filters.spec(spec));
            case Constraint.Entry(var of, var items) -> words.say("rule.entry", words.items(items), filters.phrase(of));
            case Constraint.ExitOnly() -> words.say("rule.exit");
            case Constraint.Review(var text) -> words.say("rule.review", words.best(text));
        };
    }

    private String limit(Constraint.Bound bound, String amount, Filter of) {
        return words.say("rule.limit." + bound, amount, filters.phrase(of));
    }

    private String whole(Optional<Denominator> denominator) {
        return switch (denominator.orElse(rule.options().denominator())) {
            case AWARD_TOTAL ->
                rule.total()
                        .map(total -> words.say("whole.award", words.credits(total.atLeast())))
                        .orElseGet(() -> words.say("whole.unstated"));
            case COUNTED -> words.say("whole.counted");
        };
    }

    /// The number that the share comes to, where it is known beforehand, and how it is rounded.
    private String computed(Fraction part, Optional<Denominator> denominator, Optional<Rounding> rounding) {
        var how = rounding.orElse(rule.options().rounding());
        var sentences = new ArrayList<String>();
        if (denominator.orElse(rule.options().denominator()) == Denominator.AWARD_TOTAL) {
            rule.total()
                    .map(total -> how.apply(total.atLeast(), part))
                    .ifPresent(credits -> sentences.add(words.say("rule.thatIs", words.credits(credits))));
        }
        if (!(how instanceof Rounding.Exact)) {
            sentences.add(rounding(how));
        }
        return sentences.isEmpty() ? "" : " " + String.join(" ", sentences);
    }

    String rounding(Rounding rounding) {
        return switch (rounding) {
            case Rounding.Exact() -> words.say("rounding.exact");
            case Rounding.Up(var step) -> words.say("rounding.up", words.credits(step));
            case Rounding.Down(var step) -> words.say("rounding.down", words.credits(step));
            case Rounding.HalfUp(var step) -> words.say("rounding.half", words.credits(step));
        };
    }

    private String capstone(Constraint.Capstone capstone) {
        var sentences = new ArrayList<String>();
        sentences.add(
                capstone.after().isEmpty()
                        ? words.say("rule.capstone.alone", slot(capstone.slot()))
                        : words.say("rule.capstone", slot(capstone.slot()), words.all(slots(capstone.after()))));
        capstone.grade()
                .ifPresent(grade -> sentences.add(
                        words.say("rule.capstone.grade", words.name(grade.scheme()), words.name(grade.atLeast()))));
        return String.join(" ", sentences);
    }

    List<String> slots(List<String> ids) {
        return ids.stream().map(this::slot).toList();
    }

    /// The title of a place, in quotation marks.
    String slot(String id) {
        return words.say("quoted", slotTitle(id));
    }

    String slotTitle(String id) {
        return rule.slots().stream()
                .filter(slot -> slot.id().equals(id))
                .findFirst()
                .map(Requirement.Slot::title)
                .filter(title -> !title.isEmpty())
                .map(words::best)
                .orElseGet(() -> words.name(id));
    }

    /// Whether a shortfall of it means too much.
    static boolean isCeiling(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Share share -> share.bound() == Constraint.Bound.AT_MOST;
            case Constraint.CreditLimit limit -> limit.bound() == Constraint.Bound.AT_MOST;
            case Constraint.CountLimit limit -> limit.bound() == Constraint.Bound.AT_MOST;
            case Constraint.SharedCredits _, Constraint.SharedOutcomes _ -> true;
            case Constraint.TotalCredits _,
                    Constraint.ResidencyCredits _,
                    Constraint.ResidencyShare _,
                    Constraint.GradeAverage _,
                    Constraint.Capstone _,
                    Constraint.Order _,
                    Constraint.Distinct _,
                    Constraint.Equivalent _,
                    Constraint.Completion _,
                    Constraint.Registration _,
                    Constraint.Absorbs _,
                    Constraint.Entry _,
                    Constraint.ExitOnly _,
                    Constraint.Review _ -> false;
        };
    }
}
