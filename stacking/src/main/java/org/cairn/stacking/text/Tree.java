package org.cairn.stacking.text;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/// Nodes of a text that is being written, and the text of them. Quoting is the emitter's task.
final class Tree {
    private static final Resolver RESOLVER = new Resolver();

    private Tree() {}

    /// A text, in quotes where it would be taken for something else without.
    static Node text(String text) {
        return new ScalarNode(Tag.STR, text, null, null, ScalarStyle.PLAIN);
    }

    /// A word of the language, a number or a day, which never has quotes.
    static Node word(String word) {
        return new ScalarNode(RESOLVER.resolve(NodeId.scalar, word, true), word, null, null, ScalarStyle.PLAIN);
    }

    static Node word(Enum<?> word) {
        return word(word.name());
    }

    static Node number(BigDecimal number) {
        return word(number.toPlainString());
    }

    static Node number(int number) {
        return word(String.valueOf(number));
    }

    static Node texts(Collection<String> texts) {
        return list(FlowStyle.FLOW, texts.stream().map(Tree::text).toList());
    }

    /// A member in each line. One that is a key with a value needs no braces there.
    static Node lines(List<Node> of) {
        return list(FlowStyle.BLOCK, of.stream().map(Tree::bare).toList());
    }

    private static Node bare(Node node) {
        return node instanceof MappingNode mapping && mapping.getValue().size() == 1
                ? new MappingNode(Tag.MAP, mapping.getValue(), FlowStyle.BLOCK)
                : node;
    }

    static Node list(FlowStyle style, List<Node> of) {
        return new SequenceNode(Tag.SEQ, of, style);
    }

    /// By name in alphabetical order, because a map has none of its own.
    static Node prose(Map<String, String> prose) {
        var fields = new Pairs();
        new TreeMap<>(prose).forEach((language, text) -> fields.own(language, text(text)));
        return prose.size() == 1 ? fields.flow() : fields.block();
    }

    /// The pairs of a mapping, in the order in which they are added.
    static final class Pairs {
        private final List<NodeTuple> tuples = new ArrayList<>();

        /// A key of the language.
        Pairs with(String key, Node value) {
            tuples.add(new NodeTuple(word(key), value));
            return this;
        }

        Pairs with(String key, Optional<Node> value) {
            value.ifPresent(node -> with(key, node));
            return this;
        }

        /// A key that the author chose.
        Pairs own(String key, Node value) {
            tuples.add(new NodeTuple(text(key), value));
            return this;
        }

        Node flow() {
            return new MappingNode(Tag.MAP, tuples, FlowStyle.FLOW);
        }

        /// In one line, unless something in it takes several.
        Node compact() {
            return tuples.stream().map(NodeTuple::getValueNode).allMatch(Tree::isFlow) ? flow() : block();
        }

        Node block() {
            return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
        }
    }

    static Pairs pairs() {
        return new Pairs();
    }

    /// Whether a node fits into a line beside others, as far as its kind tells.
    static boolean isFlow(Node node) {
        return switch (node) {
            case MappingNode mapping -> mapping.getFlowStyle() == FlowStyle.FLOW;
            case SequenceNode list -> list.getFlowStyle() == FlowStyle.FLOW;
            default -> true;
        };
    }

    static String yaml(Node root) {
        var options = new DumperOptions();
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        options.setIndent(2);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        var out = new StringWriter();
        try (out) {
            new Yaml(options).serialize(root, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }
}
