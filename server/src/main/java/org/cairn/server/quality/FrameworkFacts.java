package org.cairn.server.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cairn.quality.Asked;
import org.cairn.quality.FactType;
import org.jspecify.annotations.Nullable;

/// What a spec says for frameworks beyond the European elements, as facts: `needEvidence.0.date` becomes the
/// date of the first member of that list, `targetGroup@en` the English words of a prose, `review#na` the reason
/// why something does not apply. What the spec says elsewhere already is not said over.
final class FrameworkFacts {
    /// Marks a path whose text is the reason why there is nothing.
    static final String NOT_APPLICABLE = "#na";

    private FrameworkFacts() {}

    /// Members of a list by their positions; there may be gaps.
    private record Rows(SortedMap<Integer, Object> members) {}

    /// @param by who says that something does not apply, and `on` when
    static Map<String, Object> added(Map<String, Object> spec, Map<String, String> facts, String by, LocalDate on) {
        var tree = new LinkedHashMap<String, Object>();
        facts.forEach((path, text) -> {
            if (path.endsWith(NOT_APPLICABLE)) {
                var place = path.substring(0, path.length() - NOT_APPLICABLE.length());
                put(
                        tree,
                        steps(place),
                        new LinkedHashMap<>(
                                Map.of("notApplicable", Map.of("reason", text, "by", by, "on", on.toString()))));
            } else {
                value(path, text).ifPresent(value -> put(tree, steps(path.split("@", 2)[0]), value));
            }
        });
        return asGroup(merged(spec, tree));
    }

    /// The path in the dictionary of facts: without positions and language.
    static String dictionaryPath(String path) {
        return Arrays.stream(path.split("[@#]", 2)[0].split("\\."))
                .filter(step -> !step.matches("[0-9]+"))
                .collect(Collectors.joining(".", "spec.", ""));
    }

    private static List<String> steps(String path) {
        return List.of(path.split("\\."));
    }

    /// As its type wants it; empty for a path that nobody asks for, and for what is no number.
    private static Optional<Object> value(String path, String text) {
        var type = Asked.typeAt(dictionaryPath(path)).orElse(FactType.ANYTHING);
        return switch (type) {
            case TEXT, DAY -> Optional.of(text);
            case PROSE -> Optional.of(Map.of(path.contains("@") ? path.split("@", 2)[1] : "en", text));
            case NUMBER ->
                text.matches("[0-9]{1,9}([.][0-9]{1,3})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
            case FLAG -> Optional.of(text.equals("true"));
            case TEXTS ->
                Optional.of(text.lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .toList());
            case GROUP, LIST, ANYTHING -> Optional.empty();
        };
    }

    private static void put(Map<String, Object> group, List<String> steps, Object value) {
        var first = steps.getFirst();
        var rest = steps.subList(1, steps.size());
        if (rest.isEmpty()) {
            group.put(
                    first,
                    group.get(first) instanceof Map<?, ?> said && value instanceof Map<?, ?> more
                            ? merged(said, more)
                            : value);
        } else if (rest.getFirst().matches("[0-9]+") && rest.size() > 1) {
            var rows = group.computeIfAbsent(first, name -> new Rows(new TreeMap<>()));
            if (rows instanceof Rows(var members)) {
                var member = members.computeIfAbsent(Integer.valueOf(rest.getFirst()), n -> new LinkedHashMap<>());
                put(asGroup(member), rest.subList(1, rest.size()), value);
            }
        } else if (group.computeIfAbsent(first, name -> new LinkedHashMap<String, Object>())
                instanceof Map<?, ?> inner) {
            put(asGroup(inner), rest, value);
        }
    }

    private static Object merged(@Nullable Object said, Object more) {
        if (said instanceof Map<?, ?> group && more instanceof Map<?, ?> added) {
            var both = new LinkedHashMap<>(asGroup(group));
            asGroup(added).forEach((name, value) -> both.put(name, merged(both.get(name), value)));
            return both;
        }
        if (said instanceof List<?> list && more instanceof Rows(var members)) {
            var both = new ArrayList<Object>(list);
            members.forEach((position, member) -> {
                if (position < list.size()) {
                    both.set(position, merged(list.get(position), member));
                } else {
                    both.add(plain(member));
                }
            });
            return both;
        }
        return isSaid(said) && said != null ? said : plain(more);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Rows(var members) ->
                members.values().stream().map(FrameworkFacts::plain).toList();
            case Map<?, ?> group -> {
                var plain = new LinkedHashMap<String, Object>();
                asGroup(group).forEach((name, each) -> plain.put(name, plain(each)));
                yield plain;
            }
            default -> value;
        };
    }

    private static boolean isSaid(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case String text -> !text.isBlank();
            case Optional<?> maybe -> maybe.isPresent();
            case Collection<?> list -> !list.isEmpty();
            case Map<?, ?> group -> !group.isEmpty();
            default -> true;
        };
    }

    /// All maps here are keyed by text: this class and [Facts] made them.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> asGroup(Object group) {
        return (Map<String, Object>) group;
    }
}
