package org.cairn.stacking.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.stacking.rule.CreditRule;
import org.cairn.stacking.rule.GradeScale;
import org.cairn.stacking.rule.Need;
import org.cairn.stacking.rule.Options;
import org.cairn.stacking.rule.Requirement;
import org.cairn.stacking.rule.Rounding;
import org.cairn.stacking.rule.Stack;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.Node;

/// Writes the text of a rule in the order in which a registrar would tell it.
final class StackWriter {
    private StackWriter() {}

    static String write(Stack stack) {
        return Tree.yaml(Tree.pairs()
                .with("stack", Tree.text(stack.id()))
                .with("version", Tree.number(stack.version()))
                .with("title", Tree.prose(stack.title()))
                .with("awards", Tree.text(stack.awards()))
                .with("level", Tree.text(stack.level()))
                .with("inForce", inForce(stack.inForce()))
                .with("credit", credit(stack.credit()))
                .with("grades", stated(stack.grades()).map(StackWriter::grades))
                .with("root", requirement(stack.root()))
                .with(
                        "constraints",
                        Optional.of(stack.constraints())
                                .filter(constraints -> !constraints.isEmpty())
                                .map(constraints -> Tree.lines(constraints.stream()
                                        .map(ConstraintWriter::write)
                                        .toList())))
                .with("options", options(stack.options()))
                .block());
    }

    private static <K, V> Optional<Map<K, V>> stated(Map<K, V> map) {
        return Optional.of(map).filter(each -> !each.isEmpty());
    }

    private static Node inForce(Stack.Period period) {
        return Tree.pairs()
                .with("from", Tree.word(period.from().toString()))
                .with("to", period.to().map(last -> Tree.word(last.toString())))
                .flow();
    }

    private static Node credit(CreditRule credit) {
        var worth = stated(credit.worth()).map(rates -> {
            var pairs = Tree.pairs();
            new TreeMap<>(rates).forEach((scheme, rate) -> pairs.own(scheme, Tree.number(rate)));
            return pairs.flow();
        });
        return Tree.pairs()
                .with("scheme", Tree.text(credit.scheme()))
                .with("worth", worth)
                .with("rounding", rounding(credit.rounding()))
                .flow();
    }

    private static Node grades(Map<String, GradeScale> grades) {
        var scales = Tree.pairs();
        new TreeMap<>(grades).forEach((scheme, scale) -> scales.own(scheme, scale(scale)));
        return scales.block();
    }

    private static Node scale(GradeScale scale) {
        var steps = scale.worstFirst().stream().map(StackWriter::step).toList();
        return Tree.pairs()
                .with("worstFirst", Tree.list(FlowStyle.FLOW, steps))
                .with("equals", stated(scale.equals()).map(StackWriter::foreign))
                .block();
    }

    private static Node step(GradeScale.Step step) {
        return step.points()
                .map(points ->
                        Tree.pairs().own(step.grade(), Tree.number(points)).flow())
                .orElseGet(() -> Tree.text(step.grade()));
    }

    private static Node foreign(Map<GradeScale.Foreign, String> equals) {
        var schemes = new TreeMap<String, Tree.Pairs>();
        equals.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(GradeScale.Foreign::scheme).thenComparing(GradeScale.Foreign::grade)))
                .forEach(each -> schemes.computeIfAbsent(each.getKey().scheme(), _ -> Tree.pairs())
                        .own(each.getKey().grade(), Tree.text(each.getValue())));
        var pairs = Tree.pairs();
        schemes.forEach((scheme, grades) -> pairs.own(scheme, grades.flow()));
        return pairs.block();
    }

    private static Node requirement(Requirement requirement) {
        return switch (requirement) {
            case Requirement.AllOf(var parts) ->
                Tree.pairs().with("all", parts(parts)).block();
            case Requirement.AnyOf(var atLeast, var parts) ->
                Tree.pairs()
                        .with(
                                "anyOf",
                                Tree.pairs()
                                        .with("atLeast", Tree.number(atLeast))
                                        .with("of", parts(parts))
                                        .block())
                        .block();
            case Requirement.Slot(var id, var title, var need, var accepts, var cost) ->
                Tree.pairs()
                        .with("slot", Tree.text(id))
                        .with("title", Tree.prose(title))
                        .with("need", need(need))
                        .with("accepts", FilterWriter.write(accepts))
                        .with("cost", Optional.of(cost).filter(each -> each > 0).map(Tree::number))
                        .block();
        };
    }

    private static Node parts(List<Requirement> parts) {
        return Tree.list(
                FlowStyle.BLOCK, parts.stream().map(StackWriter::requirement).toList());
    }

    private static Node need(Need need) {
        return switch (need) {
            case Need.Count(var atLeast, var atMost) ->
                between("count", Tree.number(atLeast), atMost.map(Tree::number));
            case Need.Credits(var atLeast, var atMost) ->
                between("credits", Tree.number(atLeast), atMost.map(Tree::number));
            case Need.Outcomes(var of, var atLeast) ->
                Tree.pairs()
                        .with("outcomes", Tree.texts(of))
                        .with("atLeast", Tree.number(atLeast))
                        .flow();
        };
    }

    private static Node between(String what, Node atLeast, Optional<Node> atMost) {
        return Tree.pairs()
                .with(
                        what,
                        atMost.map(most -> Tree.pairs()
                                        .with("atLeast", atLeast)
                                        .with("atMost", most)
                                        .flow())
                                .orElse(atLeast))
                .flow();
    }

    private static Node options(Options options) {
        var splitting = switch (options.splitting()) {
            case Options.Splitting.Whole() -> Tree.word("whole");
            case Options.Splitting.By(var credits) ->
                Tree.pairs().with("by", Tree.number(credits)).flow();
        };
        return Tree.pairs()
                .with("denominator", Tree.word(options.denominator()))
                .with("rounding", rounding(options.rounding()))
                .with("splitting", splitting)
                .with("surplus", Tree.word(options.surplus()))
                .with("recency", Tree.word(options.recency()))
                .with("expiry", Tree.word(options.expiry()))
                .with("annulment", Tree.word(options.annulment()))
                .with("confirmation", Tree.word(options.confirmation()))
                .block();
    }

    static Node rounding(Rounding rounding) {
        return switch (rounding) {
            case Rounding.Exact() -> Tree.word("exact");
            case Rounding.Up(var step) ->
                Tree.pairs().with("up", Tree.number(step)).flow();
            case Rounding.Down(var step) ->
                Tree.pairs().with("down", Tree.number(step)).flow();
            case Rounding.HalfUp(var step) ->
                Tree.pairs().with("halfUp", Tree.number(step)).flow();
        };
    }
}
