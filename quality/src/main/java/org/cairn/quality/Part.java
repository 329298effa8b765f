package org.cairn.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.quality.Mistake.Code;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A place in the text of a pack. Whoever reads it gets what is there; or empty, and the mistake is told. A
/// part that is missing has been told where it was looked for, so reading it tells nothing more.
final class Part {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private final @Nullable Node node;
    private final String path;
    private final Mistakes mistakes;

    private Part(@Nullable Node node, String path, Mistakes mistakes) {
        this.node = node;
        this.path = path;
        this.mistakes = mistakes;
    }

    static Part root(Node node, Mistakes mistakes) {
        return new Part(node, "", mistakes);
    }

    boolean isMissing() {
        return node == null;
    }

    void tell(Code code, String... arguments) {
        if (node != null) {
            mistakes.add(node.getStartMark(), path, code, arguments);
        }
    }

    /// Tells that a word is not known, and which one was probably meant.
    void unknown(Code code, String found, List<String> known) {
        if (mistakes.isFull()) {
            return;
        }
        Nearest.to(found, known)
                .ifPresentOrElse(
                        meant -> tell(Code.MISSPELT, found, meant), () -> tell(code, found, String.join(", ", known)));
    }

    /// As it was written, whatever type YAML would see in it: in a list of countries, `NO` is Norway.
    Optional<String> scalar() {
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            tell(Code.NOT_A_TEXT);
            return Optional.empty();
        }
        if (scalar.getValue().isBlank() || isEmpty()) {
            tell(Code.EMPTY);
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    private boolean isEmpty() {
        return node instanceof ScalarNode scalar && scalar.isPlain() && NOTHING.contains(scalar.getValue());
    }

    /// The members of a list of at least one and at most so many.
    List<Part> items(int most) {
        if (node == null) {
            return List.of();
        }
        if (isEmpty()) {
            tell(Code.EMPTY);
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            tell(Code.NOT_A_LIST);
            return List.of();
        }
        var items = new ArrayList<Part>();
        for (var item :
                list.getValue().subList(0, Math.min(most, list.getValue().size()))) {
            items.add(new Part(item, path + "[" + items.size() + "]", mistakes));
        }
        tellNumber(list.getValue().size(), most);
        return items;
    }

    private void tellNumber(int number, int most) {
        if (number == 0) {
            tell(Code.EMPTY);
        } else if (number > most) {
            tell(Code.TOO_MANY, String.valueOf(number), String.valueOf(most));
        }
    }

    /// Key and value, and the key's own place.
    record Pair(Part key, Part value) {}

    /// The pairs of a mapping of at least one and at most so many. A key that stands there twice is told.
    Map<String, Pair> pairs(int most) {
        var pairs = new LinkedHashMap<String, Pair>();
        if (node == null) {
            return pairs;
        }
        if (isEmpty()) {
            tell(Code.EMPTY);
            return pairs;
        }
        if (!(node instanceof MappingNode mapping)) {
            tell(Code.NOT_A_MAPPING);
            return pairs;
        }
        tellNumber(mapping.getValue().size(), most);
        for (var tuple :
                mapping.getValue().subList(0, Math.min(most, mapping.getValue().size()))) {
            var key = new Part(tuple.getKeyNode(), path, mistakes);
            key.scalar().ifPresent(name -> {
                var value = new Part(tuple.getValueNode(), below(name), mistakes);
                if (pairs.putIfAbsent(name, new Pair(key.named(below(name)), value)) != null) {
                    key.tell(Code.DUPLICATE_KEY, name);
                }
            });
        }
        return pairs;
    }

    private Part named(String longer) {
        return new Part(node, longer, mistakes);
    }

    /// A mapping with fixed keys; any other key is told.
    Fields fields(String... known) {
        var pairs = pairs(100);
        var names = List.of(known);
        var meant = new HashSet<String>();
        pairs.forEach((name, pair) -> {
            if (!names.contains(name)) {
                pair.key().unknown(Code.UNKNOWN_KEY, name, names);
                Nearest.to(name, names).ifPresent(meant::add);
            }
        });
        return new Fields(this, pairs, meant, node instanceof MappingNode);
    }

    /// @param meant keys that are there, but misspelt, which has been told
    record Fields(Part owner, Map<String, Pair> pairs, Set<String> meant, boolean isMapping) {
        /// What has to be there.
        Part need(String key) {
            var pair = pairs.get(key);
            if (pair != null) {
                return pair.value();
            }
            if (isMapping && !meant.contains(key)) {
                owner.tell(Code.MISSING, key);
            }
            return new Part(null, owner.below(key), owner.mistakes);
        }

        /// What may be there.
        Optional<Part> may(String key) {
            return Optional.ofNullable(pairs.get(key)).map(Pair::value);
        }
    }

    private String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
