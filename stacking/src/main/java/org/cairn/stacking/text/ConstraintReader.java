package org.cairn.stacking.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Constraint.Bound;
import org.cairn.stacking.rule.Denominator;
import org.cairn.stacking.rule.Rounding;

/// Conditions on everything that is counted, or on the learner.
final class ConstraintReader {
    static final List<String> KEYS = List.of(
            "totalCredits",
            "shareAtLeast",
            "shareAtMost",
            "creditsAtLeast",
            "creditsAtMost",
            "itemsAtLeast",
            "itemsAtMost",
            "residencyCredits",
            "residencyShare",
            "gradeAverage",
            "capstone",
            "order",
            "distinct",
            "equivalent",
            "sharedOutcomes",
            "sharedCredits",
            "completion",
            "absorbs",
            "entry",
            "review");
    static final List<String> WORDS = List.of("registration", "exitOnly");
    private static final int MOST = 200;

    private final Whole whole;
    private final FilterReader filters;

    ConstraintReader(Whole whole, FilterReader filters) {
        this.whole = whole;
        this.filters = filters;
    }

    List<Constraint> read(Value value) {
        var all = new ArrayList<Constraint>();
        for (var each : value.items(MOST, "[totalCredits: 30, …]")) {
            Choice.of(each, KEYS, WORDS).ifPresent(choice -> all.add(read(choice.key(), choice.value())));
        }
        return all;
    }

    private Constraint read(String key, Value value) {
        return switch (key) {
            case "totalCredits" -> {
                whole.statesTotal(value);
                yield new Constraint.TotalCredits(positive(value));
            }
            case "shareAtLeast" -> share(Bound.AT_LEAST, value);
            case "shareAtMost" -> share(Bound.AT_MOST, value);
            case "creditsAtLeast" -> credits(Bound.AT_LEAST, value);
            case "creditsAtMost" -> credits(Bound.AT_MOST, value);
            case "itemsAtLeast" -> items(Bound.AT_LEAST, value);
            case "itemsAtMost" -> items(Bound.AT_MOST, value);
            case "residencyCredits" -> new Constraint.ResidencyCredits(positive(value));
            case "residencyShare" -> residencyShare(value);
            case "gradeAverage" -> gradeAverage(value);
            case "capstone" -> capstone(value);
            case "order" -> order(value);
            case "distinct" -> distinct(value);
            case "equivalent" -> equivalent(value);
            case "sharedOutcomes" -> new Constraint.SharedOutcomes(Words.whole(value, 0, 1_000));
            case "sharedCredits" -> sharedCredits(value);
            case "completion" -> completion(value);
            case "absorbs" -> absorbs(value);
            case "entry" -> entry(value);
            case "review" -> new Constraint.Review(Words.prose(value, 2_000));
            case "registration" -> new Constraint.Registration();
            default -> new Constraint.ExitOnly();
        };
    }

    private Constraint share(Bound bound, Value value) {
        var fields = value.fields("{fraction: 3/4, of: {...}}", "fraction", "of", "denominator", "rounding");
        var fraction = Words.fraction(fields.need("fraction", "3/4"));
        var of = filters.need(fields, "of");
        return new Constraint.Share(bound, of, fraction, denominator(value, fields), rounding(fields));
    }

    private Constraint residencyShare(Value value) {
        var fields = value.fields("{fraction: 1/2}", "fraction", "denominator", "rounding");
        var fraction = Words.fraction(fields.need("fraction", "1/2"));
        return new Constraint.ResidencyShare(fraction, denominator(value, fields), rounding(fields));
    }

    private Optional<Denominator> denominator(Value share, Fields fields) {
        var own = fields.may("denominator").map(each -> Words.word(each, Denominator.class));
        whole.asksShare(share, own);
        return own;
    }

    private static Optional<Rounding> rounding(Fields fields) {
        return fields.may("rounding").map(OptionsReader::rounding);
    }

    private Constraint credits(Bound bound, Value value) {
        var fields = value.fields("{credits: 6, of: {...}}", "credits", "of");
        var credits = Words.number(fields.need("credits", "6"), BigDecimal.ZERO, Words.MOST);
        return new Constraint.CreditLimit(bound, filters.need(fields, "of"), credits);
    }

    private Constraint items(Bound bound, Value value) {
        var fields = value.fields("{items: 2, of: {...}}", "items", "of");
        var items = Words.whole(fields.need("items", "2"), 0, 1_000);
        return new Constraint.CountLimit(bound, filters.need(fields, "of"), items);
    }

    private Constraint gradeAverage(Value value) {
        var fields = value.fields(
                "{scheme: …, atLeast: 3.0, weight: CREDITS, ungraded: LEFT_OUT}",
                "scheme",
                "atLeast",
                "weight",
                "ungraded");
        var scheme = fields.need("scheme", "…");
        var name = Words.text(scheme, 80);
        whole.asksPoints(scheme, name);
        var weight = fields.need("weight", Words.form(Constraint.GradeAverage.Weight.class));
        var ungraded = fields.need("ungraded", Words.form(Constraint.GradeAverage.Ungraded.class));
        return new Constraint.GradeAverage(
                name,
                Words.number(fields.need("atLeast", "3.0"), GradesReader.LEAST_POINTS, Words.MOST),
                Words.word(weight, Constraint.GradeAverage.Weight.class),
                Words.word(ungraded, Constraint.GradeAverage.Ungraded.class));
    }

    private Constraint capstone(Value value) {
        var fields = value.fields("{slot: …, after: [...]}", "slot", "after", "grade");
        var slot = slot(fields.need("slot", "…"));
        var before = new HashSet<>(Set.of(slot));
        var after = new ArrayList<String>();
        for (var each : fields.need("after", "[...]").items(40, "[...]")) {
            var name = slot(each);
            if (name.equals(slot) && !name.isEmpty()) {
                each.fault(Fault.Code.ITSELF, name);
            } else if (!before.add(name) && !name.isEmpty()) {
                each.fault(Fault.Code.TWICE, name);
            }
            after.add(name);
        }
        return new Constraint.Capstone(slot, after, fields.may("grade").map(filters::grade));
    }

    private Constraint order(Value value) {
        var fields = value.fields("{before: …, after: …}", "before", "after");
        var before = slot(fields.need("before", "…"));
        var later = fields.need("after", "…");
        var after = slot(later);
        if (after.equals(before) && !after.isEmpty()) {
            later.fault(Fault.Code.ITSELF, after);
        }
        return new Constraint.Order(before, after);
    }

    private String slot(Value value) {
        var name = Words.name(value);
        whole.asksSlot(value, name);
        return name;
    }

    private static Constraint distinct(Value value) {
        var fields = value.fields("{what: ITEM, scope: WITHIN_AWARD}", "what", "scope");
        var what = fields.need("what", Words.form(Constraint.Distinct.What.class));
        var scope = fields.need("scope", Words.form(Constraint.Distinct.Scope.class));
        return new Constraint.Distinct(
                Words.word(what, Constraint.Distinct.What.class), Words.word(scope, Constraint.Distinct.Scope.class));
    }

    private static Constraint equivalent(Value value) {
        var specs = Words.texts(value);
        if (specs.size() >= 2) {
            return new Constraint.Equivalent(specs);
        }
        if (specs.stream().noneMatch(String::isEmpty)) {
            value.fault(Fault.Code.MORE_THAN_NAMED, "2", "1");
        }
        return new Constraint.Equivalent(Set.of("a", "b"));
    }

    private static Constraint sharedCredits(Value value) {
        var fields = value.fields("{atMost: 12, levels: [...]}", "atMost", "levels");
        return new Constraint.SharedCredits(
                Words.number(fields.need("atMost", "12"), BigDecimal.ZERO, Words.MOST),
                Words.texts(fields.need("levels", "[...]")));
    }

    private static Constraint completion(Value value) {
        var fields = value.fields("{within: P5Y, from: FIRST_ITEM}", "within", "from");
        var from = fields.need("from", Words.form(Constraint.Completion.From.class));
        return new Constraint.Completion(
                Words.period(fields.need("within", "P5Y")), Words.word(from, Constraint.Completion.From.class));
    }

    private static Constraint absorbs(Value value) {
        var fields = value.fields("{spec: …, policy: SURRENDER}", "spec", "policy");
        var policy = fields.need("policy", Words.form(Constraint.Absorbs.Policy.class));
        return new Constraint.Absorbs(
                Words.text(fields.need("spec", "…"), 500), Words.word(policy, Constraint.Absorbs.Policy.class));
    }

    private Constraint entry(Value value) {
        var fields = value.fields("{items: 1, of: {...}}", "items", "of");
        var items = Words.whole(fields.need("items", "1"), 1, 1_000);
        return new Constraint.Entry(filters.need(fields, "of"), items);
    }

    private static BigDecimal positive(Value value) {
        return Words.number(value, Words.LEAST, Words.MOST);
    }
}
