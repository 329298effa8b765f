package org.cairn.server.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people bring to a check beside the spec itself.
///
/// @param authors who wrote the spec, so that none of them can judge it
/// @param judgements members of `attestation`
/// @param documents to be added to the list at a path such as `spec.needEvidence`
/// @param statements facts at paths where the spec says nothing; what it says itself is never
/// replaced
public record Brought(
        Set<String> authors,
        List<Map<String, ?>> judgements,
        Map<String, List<Map<String, ?>>> documents,
        Map<String, Object> statements) {
    public static final Brought NOTHING = new Brought(Set.of(), List.of(), Map.of(), Map.of());

    public Brought {
        authors = Set.copyOf(authors);
        judgements = List.copyOf(judgements);
        documents = Map.copyOf(documents);
        statements = Map.copyOf(statements);
    }

    Map<String, Object> addedTo(Map<String, Object> facts) {
        documents.forEach((path, list) -> merge(facts, steps(path), list));
        statements.forEach((path, value) -> merge(facts, steps(path), value));
        if (!authors.isEmpty()) {
            merge(facts, List.of("spec", "author"), List.copyOf(authors));
        }
        facts.put("attestation", judgements);
        return facts;
    }

    private static List<String> steps(String path) {
        return List.of(path.split("\\.", -1));
    }

    /// Goes down to the place, making groups where nothing is; what lies below a list goes to
    /// each of its members.
    private static void merge(Map<String, Object> group, List<String> steps, Object value) {
        var name = steps.getFirst();
        if (steps.size() == 1) {
            put(group, name, value);
            return;
        }
        var below = group.computeIfAbsent(name, missing -> new LinkedHashMap<String, Object>());
        var rest = steps.subList(1, steps.size());
        if (below instanceof List<?> members) {
            group.put(
                    name,
                    members.stream().map(member -> merged(member, rest, value)).toList());
        } else {
            group.put(name, merged(below, rest, value));
        }
    }

    private static Object merged(Object member, List<String> steps, Object value) {
        if (!(member instanceof Map<?, ?> parts)) {
            return member;
        }
        var copy = new LinkedHashMap<String, Object>();
        parts.forEach((key, part) -> copy.put(String.valueOf(key), part));
        merge(copy, steps, value);
        return copy;
    }

    private static void put(Map<String, Object> group, String name, Object value) {
        var there = group.get(name);
        if (there instanceof List<?> list && value instanceof List<?> more) {
            var all = new ArrayList<Object>(list);
            all.addAll(more);
            group.put(name, all);
        } else if (isNothing(there)) {
            group.put(name, value);
        }
    }

    private static boolean isNothing(@Nullable Object there) {
        return switch (there) {
            case null -> true;
            case String text -> text.isBlank();
            case Map<?, ?> group -> group.isEmpty();
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }
}
