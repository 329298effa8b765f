package org.cairn.server.stack;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.stacking.text.Fault;
import org.cairn.stacking.text.StackText;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/// The text of a rule as words, lists and pairs, whatever is missing or wrong in it: so that a form can show and
/// change a part of it and leave the rest alone.
final class RuleTree {
    /// Texts with such a fault are no tree, or not one that could be written again as it was.
    private static final Set<Fault.Code> NO_TREE = Set.of(
            Fault.Code.NOT_YAML,
            Fault.Code.TEXT_TOO_LONG,
            Fault.Code.TOO_DEEP,
            Fault.Code.SECOND_DOCUMENT,
            Fault.Code.ANCHOR,
            Fault.Code.TAG,
            Fault.Code.DUPLICATE_KEY,
            Fault.Code.CONTROL_CHARACTER);

    private static final int LONGEST = 256 * 1024;
    private static final Resolver RESOLVER = new Resolver();

    private RuleTree() {}

    sealed interface Part {
        /// What stands at a key; nothing for words and lists.
        default Optional<Part> at(String key) {
            return this instanceof Pairs(var pairs) ? Optional.ofNullable(pairs.get(key)) : Optional.empty();
        }

        /// The word, or nothing for what is none.
        default String word() {
            return this instanceof Word(var text) ? text : "";
        }

        default List<Part> items() {
            return this instanceof Many(var items) ? items : List.of();
        }
    }

    record Word(String text) implements Part {}

    record Many(List<Part> of) implements Part {
        Many {
            of = List.copyOf(of);
        }
    }

    record Pairs(Map<String, Part> of) implements Part {
        Pairs {
            of = new LinkedHashMap<>(of);
        }

        static Pairs of(String key, Part value) {
            return new Pairs(Map.of(key, value));
        }

        Pairs with(String key, Part value) {
            var more = new LinkedHashMap<>(of);
            more.put(key, value);
            return new Pairs(more);
        }

        Pairs without(String key) {
            var fewer = new LinkedHashMap<>(of);
            fewer.remove(key);
            return new Pairs(fewer);
        }
    }

    /// Empty for a text that has to be mended as text first.
    static Optional<Pairs> read(String text) {
        if (StackText.read(text) instanceof StackText.Refused(var faults)
                && faults.stream().map(Fault::code).anyMatch(NO_TREE::contains)) {
            return Optional.empty();
        }
        return switch (part(text).orElseGet(() -> new Pairs(Map.of()))) {
            case Pairs pairs -> Optional.of(pairs);
            case Word(var nothing) when nothing.isBlank() -> Optional.of(new Pairs(Map.of()));
            case Word _, Many _ -> Optional.empty();
        };
    }

    /// A piece of text; empty when it cannot be read.
    static Optional<Part> part(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(50);
        options.setMaxAliasesForCollections(0);
        try {
            return Optional.ofNullable(new Yaml(options).compose(new StringReader(text)))
                    .flatMap(RuleTree::part);
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Part> part(Node node) {
        return switch (node) {
            case ScalarNode scalar -> Optional.of(new Word(scalar.getValue()));
            case SequenceNode list -> {
                var items = list.getValue().stream().map(RuleTree::part).toList();
                yield items.stream().allMatch(Optional::isPresent)
                        ? Optional.of(new Many(
                                items.stream().map(Optional::orElseThrow).toList()))
                        : Optional.empty();
            }
            case MappingNode mapping -> pairs(mapping);
            default -> Optional.empty();
        };
    }

    private static Optional<Part> pairs(MappingNode mapping) {
        var pairs = new LinkedHashMap<String, Part>();
        for (var tuple : mapping.getValue()) {
            var value = part(tuple.getValueNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key) || value.isEmpty()) {
                return Optional.empty();
            }
            pairs.put(key.getValue(), value.get());
        }
        return Optional.of(new Pairs(pairs));
    }

    /// The text of a tree: the usual one when it is a whole rule. Comments at the top of what it was before stay.
    static String write(Pairs tree, String before) {
        var plain = dump(tree, false);
        var text = StackText.read(plain) instanceof StackText.Read(var stack) ? StackText.write(stack) : plain;
        var head = before.lines()
                .takeWhile(line -> line.isBlank() || line.startsWith("#"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return head + text;
    }

    /// In one line.
    static String line(Part part) {
        return dump(part, true).strip();
    }

    private static String dump(Part part, boolean flow) {
        var options = new DumperOptions();
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        var out = new StringWriter();
        new Yaml(options).serialize(node(part, flow), out);
        return out.toString();
    }

    private static Node node(Part part, boolean flow) {
        return switch (part) {
            case Word(var text) -> scalar(text);
            case Many(var items) -> {
                var nodes = new ArrayList<Node>();
                items.forEach(item -> nodes.add(node(item, flow)));
                yield new SequenceNode(Tag.SEQ, nodes, style(flow));
            }
            case Pairs(var pairs) -> {
                var tuples = new ArrayList<NodeTuple>();
                pairs.forEach((key, value) -> tuples.add(new NodeTuple(scalar(key), node(value, flow))));
                yield new MappingNode(Tag.MAP, tuples, style(flow));
            }
        };
    }

    private static FlowStyle style(boolean flow) {
        return flow ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    /// Without quotes wherever YAML can do without: the rule language itself knows what is a number.
    private static Node scalar(String text) {
        var tag = text.isEmpty() ? Tag.STR : RESOLVER.resolve(NodeId.scalar, text, true);
        return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
    }
}
