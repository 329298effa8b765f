package org.cairn.stacking.text;

import java.util.Optional;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Denominator;
import org.cairn.stacking.rule.Fraction;
import org.cairn.stacking.rule.Rounding;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// A condition as one key with what it says.
final class ConstraintWriter {
    private ConstraintWriter() {}

    static Node write(Constraint constraint) {
        return switch (constraint) {
            case Constraint.TotalCredits(var atLeast) -> one("totalCredits", Tree.number(atLeast));
            case Constraint.Share(var bound, var of, var fraction, var denominator, var rounding) ->
                one(
                        "share" + side(bound),
                        share(fraction, denominator, rounding).with("of", FilterWriter.write(of)));
            case Constraint.CreditLimit(var bound, var of, var credits) ->
                one(
                        "credits" + side(bound),
                        Tree.pairs().with("credits", Tree.number(credits)).with("of", FilterWriter.write(of)));
            case Constraint.CountLimit(var bound, var of, var items) ->
                one(
                        "items" + side(bound),
                        Tree.pairs().with("items", Tree.number(items)).with("of", FilterWriter.write(of)));
            case Constraint.ResidencyCredits(var atLeast) -> one("residencyCredits", Tree.number(atLeast));
            case Constraint.ResidencyShare(var atLeast, var denominator, var rounding) ->
                one("residencyShare", share(atLeast, denominator, rounding));
            case Constraint.GradeAverage average -> one("gradeAverage", average(average));
            case Constraint.Capstone(var slot, var after, var grade) ->
                one(
                        "capstone",
                        Tree.pairs()
                                .with("slot", Tree.text(slot))
                                .with("after", Tree.texts(after))
                                .with("grade", grade.map(FilterWriter::grade)));
            case Constraint.Order(var before, var after) ->
                one("order", Tree.pairs().with("before", Tree.text(before)).with("after", Tree.text(after)));
            case Constraint.Distinct(var what, var scope) ->
                one("distinct", Tree.pairs().with("what", Tree.word(what)).with("scope", Tree.word(scope)));
            case Constraint.Equivalent(var specs) -> one("equivalent", Tree.texts(specs));
            case Constraint.SharedOutcomes(var atMost) -> one("sharedOutcomes", Tree.number(atMost));
            case Constraint.SharedCredits(var atMost, var levels) ->
                one(
                        "sharedCredits",
                        Tree.pairs().with("atMost", Tree.number(atMost)).with("levels", Tree.texts(levels)));
            case Constraint.Completion(var within, var from) ->
                one(
                        "completion",
                        Tree.pairs()
                                .with("within", Tree.word(within.toString()))
                                .with("from", Tree.word(from)));
            case Constraint.Registration() -> Tree.word("registration");
            case Constraint.Absorbs(var spec, var policy) ->
                one("absorbs", Tree.pairs().with("spec", Tree.text(spec)).with("policy", Tree.word(policy)));
            case Constraint.Entry(var of, var items) ->
                one("entry", Tree.pairs().with("items", Tree.number(items)).with("of", FilterWriter.write(of)));
            case Constraint.ExitOnly() -> Tree.word("exitOnly");
            case Constraint.Review(var text) -> one("review", Tree.prose(text));
        };
    }

    /// The key or word by which the text says a condition.
    static String name(Constraint constraint) {
        return switch (write(constraint)) {
            case MappingNode mapping
            when mapping.getValue().getFirst().getKeyNode() instanceof ScalarNode key -> key.getValue();
            case ScalarNode word -> word.getValue();
            case Node other -> throw new IllegalStateException(other.toString());
        };
    }

    private static String side(Constraint.Bound bound) {
        return switch (bound) {
            case AT_LEAST -> "AtLeast";
            case AT_MOST -> "AtMost";
        };
    }

    private static Tree.Pairs share(Fraction fraction, Optional<Denominator> denominator, Optional<Rounding> rounding) {
        return Tree.pairs()
                .with("fraction", Tree.word(fraction.toString()))
                .with("denominator", denominator.map(Tree::word))
                .with("rounding", rounding.map(StackWriter::rounding));
    }

    private static Tree.Pairs average(Constraint.GradeAverage average) {
        return Tree.pairs()
                .with("scheme", Tree.text(average.scheme()))
                .with("atLeast", Tree.number(average.atLeast()))
                .with("weight", Tree.word(average.weight()))
                .with("ungraded", Tree.word(average.ungraded()));
    }

    private static Node one(String key, Tree.Pairs value) {
        return one(key, value.compact());
    }

    private static Node one(String key, Node value) {
        var pairs = Tree.pairs().with(key, value);
        return Tree.isFlow(value) ? pairs.flow() : pairs.block();
    }
}
