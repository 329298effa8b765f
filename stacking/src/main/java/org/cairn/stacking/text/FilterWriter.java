package org.cairn.stacking.text;

import java.util.List;
import java.util.Set;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Source;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.Node;

/// A question in one line; one that joins questions, in a line for each.
final class FilterWriter {
    private FilterWriter() {}

    static Node write(Filter filter) {
        return switch (filter) {
            case Filter.Anything() -> Tree.word("anything");
            case Filter.NotExpired() -> Tree.word("notExpired");
            case Filter.All(var of) -> joined("all", of);
            case Filter.Any(var of) -> joined("any", of);
            case Filter.Not(var of) -> not(write(of));
            case Filter.Spec(var in) -> in("spec", in);
            case Filter.Family(var in) -> in("family", in);
            case Filter.Category(var in) -> in("category", in);
            case Filter.Outcome(var in) -> in("outcome", in);
            case Filter.Provider(var in) -> in("provider", in);
            case Filter.From(var in) -> one("source", sources(in));
            case Filter.Level(var framework, var atLeast) ->
                one(
                        "level",
                        Tree.pairs()
                                .with("framework", Tree.text(framework))
                                .with("atLeast", Tree.number(atLeast))
                                .flow());
            case Filter.Grade grade -> one("grade", grade(grade));
            case Filter.Skill(var uri, var similarity) ->
                one(
                        "skill",
                        Tree.pairs()
                                .with("uri", Tree.text(uri))
                                .with("similarity", Tree.number(similarity))
                                .flow());
            case Filter.AwardedWithin(var period, var anchor) ->
                one(
                        "awardedWithin",
                        anchor.map(day -> Tree.pairs()
                                        .with("period", Tree.word(period.toString()))
                                        .with("anchor", Tree.word(day))
                                        .flow())
                                .orElseGet(() -> Tree.word(period.toString())));
        };
    }

    static Node grade(Filter.Grade grade) {
        return Tree.pairs()
                .with("scheme", Tree.text(grade.scheme()))
                .with("atLeast", Tree.text(grade.atLeast()))
                .flow();
    }

    private static Node joined(String how, List<Filter> of) {
        return Tree.pairs()
                .with(how, Tree.lines(of.stream().map(FilterWriter::write).toList()))
                .block();
    }

    private static Node not(Node of) {
        var pairs = Tree.pairs().with("not", of);
        return Tree.isFlow(of) ? pairs.flow() : pairs.block();
    }

    private static Node sources(Set<Source> in) {
        return in.size() == 1
                ? Tree.word(in.iterator().next())
                : Tree.list(FlowStyle.FLOW, in.stream().map(Tree::word).toList());
    }

    private static Node in(String field, Set<String> names) {
        return one(field, names.size() == 1 ? Tree.text(names.iterator().next()) : Tree.texts(names));
    }

    private static Node one(String key, Node value) {
        return Tree.pairs().with(key, value).flow();
    }
}
