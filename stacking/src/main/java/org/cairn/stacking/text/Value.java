package org.cairn.stacking.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A place in the text. Whoever reads it gets what is there; or a stand-in, and the fault is told. A value that
/// is missing has been told where it was looked for, so reading it tells nothing more.
final class Value {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private final @Nullable Node node;
    private final String path;
    private final Faults faults;

    private Value(@Nullable Node node, String path, Faults faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
    }

    static Value root(Node node, Faults faults) {
        return new Value(node, "", faults);
    }

    Value missing(String key) {
        return new Value(null, below(key), faults);
    }

    boolean isMissing() {
        return node == null;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    void fault(Fault.Code code, String... arguments) {
        fault(code, List.of(arguments));
    }

    void fault(Fault.Code code, List<String> arguments) {
        if (node != null) {
            faults.add(node.getStartMark(), path, code, arguments);
        }
    }

    /// Tells, at the mapping where it should stand, that a key is missing.
    void lacks(String key, String form) {
        if (node != null) {
            faults.add(node.getStartMark(), below(key), Fault.Code.MISSING, key, form);
        }
    }

    /// Tells that a word is not known, and which one was meant.
    ///
    /// @return what was meant
    Optional<String> unknown(Fault.Code code, String found, List<String> known) {
        if (faults.isFull()) {
            return Optional.empty();
        }
        var meant = Nearest.to(found, known);
        meant.ifPresentOrElse(word -> fault(Fault.Code.MISSPELT, found, word), () -> fault(code, with(found, known)));
        return meant;
    }

    static List<String> with(String first, List<String> others) {
        var all = new ArrayList<String>();
        all.add(first);
        all.addAll(others);
        return all;
    }

    /// As it was written, whatever type YAML would see in it: in a list of languages, `no` is Norwegian. Empty
    /// when it is not one word or text, which is told.
    Optional<String> scalar(String form) {
        if (node instanceof ScalarNode scalar) {
            if (scalar.getValue().isBlank() || isEmpty()) {
                fault(Fault.Code.EMPTY);
                return Optional.empty();
            }
            return Optional.of(scalar.getValue());
        }
        fault(Fault.Code.NOT_A_TEXT, form);
        return Optional.empty();
    }

    boolean says(String word) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(word);
    }

    /// A scalar without quotes.
    boolean isPlain() {
        return node instanceof ScalarNode scalar && scalar.isPlain();
    }

    /// Nothing after the colon, or what YAML takes for nothing.
    private boolean isEmpty() {
        return node instanceof ScalarNode scalar && scalar.isPlain() && NOTHING.contains(scalar.getValue());
    }

    /// The members of a list of at least one and at most so many.
    List<Value> items(int most, String form) {
        if (isEmpty()) {
            fault(Fault.Code.EMPTY);
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            fault(Fault.Code.NOT_A_LIST, form);
            return List.of();
        }
        var items = new ArrayList<Value>();
        for (var item : list.getValue()) {
            items.add(new Value(item, path + "[" + items.size() + "]", faults));
        }
        return bounded(items, most);
    }

    /// Key and value of a mapping whose keys are names of the author's own.
    record Pair(String name, Value key, Value value) {}

    /// Every pair of a mapping of at least one and at most so many. A key that stands there twice is told.
    List<Pair> pairs(int most, String form) {
        return bounded(everyPair(form), most);
    }

    /// The pairs of a mapping with fixed keys.
    List<Pair> everyPair(String form) {
        if (isEmpty()) {
            fault(Fault.Code.EMPTY);
            return List.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            fault(Fault.Code.NOT_A_MAPPING, form);
            return List.of();
        }
        var pairs = new ArrayList<Pair>();
        var seen = new HashSet<String>();
        for (var tuple : mapping.getValue()) {
            var key = new Value(tuple.getKeyNode(), path, faults);
            key.scalar(form).ifPresent(name -> {
                if (seen.add(name)) {
                    pairs.add(new Pair(
                            name,
                            new Value(tuple.getKeyNode(), below(name), faults),
                            new Value(tuple.getValueNode(), below(name), faults)));
                } else {
                    key.fault(Fault.Code.DUPLICATE_KEY, name);
                }
            });
        }
        return pairs;
    }

    /// The keys of a mapping, to see what it is before it is read; nothing is told.
    List<String> quietKeys() {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .map(tuple -> tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "")
                        .toList()
                : List.of();
    }

    /// A mapping with fixed keys; any other key is told.
    Fields fields(String form, String... known) {
        return new Fields(this, everyPair(form), List.of(known));
    }

    private <T> List<T> bounded(List<T> items, int most) {
        if (items.isEmpty() && isBare()) {
            fault(Fault.Code.EMPTY);
        }
        if (items.size() > most) {
            fault(Fault.Code.TOO_MANY, String.valueOf(items.size()), String.valueOf(most));
            return items.subList(0, most);
        }
        return items;
    }

    /// A list or mapping with nothing in it.
    private boolean isBare() {
        return switch (node) {
            case SequenceNode list -> list.getValue().isEmpty();
            case MappingNode mapping -> mapping.getValue().isEmpty();
            case null, default -> false;
        };
    }

    private String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
