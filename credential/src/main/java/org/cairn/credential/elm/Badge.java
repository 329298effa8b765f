package org.cairn.credential.elm;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The badge while it is being exported: it remembers what was read, so that the rest can be told.
final class Badge {

    private static final int MAX_ITEMS = 200;

    private final JsonObject json;
    private final Set<String> read = new HashSet<>();

    Badge(JsonObject json) {
        this.json = json;
    }

    /// The text at the place; of several, the first.
    Optional<String> text(String pointer) {
        return value(pointer).flatMap(value -> switch (value) {
            case JsonString text -> used(pointer, text.getString());
            case JsonArray array
            when !array.isEmpty() && array.getFirst() instanceof JsonString text ->
                used(pointer + "/0", text.getString());
            default -> Optional.empty();
        });
    }

    Optional<BigDecimal> number(String pointer) {
        return value(pointer)
                .flatMap(value -> value instanceof JsonNumber number
                        ? used(pointer, number.bigDecimalValue())
                        : Optional.empty());
    }

    /// The places of the objects at the place, which may hold one or a list.
    List<String> items(String pointer) {
        return value(pointer)
                .map(value -> switch (value) {
                    case JsonArray array ->
                        IntStream.range(0, Math.min(array.size(), MAX_ITEMS))
                                .filter(i -> array.get(i) instanceof JsonObject)
                                .mapToObj(i -> pointer + "/" + i)
                                .toList();
                    case JsonObject object -> List.of(pointer);
                    default -> List.<String>of();
                })
                .orElse(List.of());
    }

    private <T> Optional<T> used(String pointer, T value) {
        read.add(pointer);
        return Optional.of(value);
    }

    /// Walks there itself: a stranger's document may hold anything on the way.
    private Optional<JsonValue> value(String pointer) {
        Optional<JsonValue> here = Optional.of(json);
        for (String step : pointer.substring(1).split("/", -1)) {
            here = here.flatMap(value -> step(value, step));
        }
        return here;
    }

    private static Optional<JsonValue> step(JsonValue value, String step) {
        return switch (value) {
            case JsonObject object -> Optional.ofNullable(object.get(step));
            case JsonArray array
            when step.matches("[0-9]{1,6}") && Integer.parseInt(step) < array.size() ->
                Optional.of(array.get(Integer.parseInt(step)));
            default -> Optional.empty();
        };
    }

    /// The places of everything that was not read; kinds and contexts aside, which every format has its own of.
    List<String> unread() {
        List<String> result = new ArrayList<>();
        json.forEach((name, value) -> collect("/" + escaped(name), value, result));
        return result;
    }

    private void collect(String here, JsonValue value, List<String> result) {
        String name = here.substring(here.lastIndexOf('/') + 1);
        if (name.equals("type") || name.equals("@context") || read.contains(here)) {
            return;
        }
        List<String> inside = new ArrayList<>();
        switch (value) {
            case JsonObject object ->
                object.forEach((member, inner) -> collect(here + "/" + escaped(member), inner, inside));
            case JsonArray array ->
                IntStream.range(0, array.size()).forEach(i -> collect(here + "/" + i, array.get(i), inside));
            default -> inside.add(here);
        }
        boolean untouched = read.stream().noneMatch(place -> place.startsWith(here + "/"));
        if (untouched && !inside.isEmpty()) {
            result.add(here);
        } else {
            result.addAll(inside);
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
