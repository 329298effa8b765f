package org.cairn.skills.pathway;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A part of a JSON document that knows where it stands. Asked for what it is not, it notes the fault and
/// gives a harmless value, so that several faults are told at once.
record JsonPart(JsonNode node, String pointer, List<InstanceException.Fault> faults) {
    private static final int MOST_FAULTS = 20;
    private static final int LONGEST_TEXT = 1_000;

    void fault(String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new InstanceException.Fault(pointer, message));
        }
    }

    Optional<JsonPart> at(String name) {
        return node.optional(name)
                .filter(value -> !value.isNull())
                .map(value -> new JsonPart(value, pointer + "/" + name, faults));
    }

    boolean has(String name) {
        return at(name).isPresent();
    }

    boolean isObject(String what) {
        if (!node.isObject()) {
            fault("Here " + what + " is expected, as an object in braces.");
        }
        return node.isObject();
    }

    List<JsonPart> list(String name, int most) {
        return at(name).map(list -> list.elements(most)).orElse(List.of());
    }

    private List<JsonPart> elements(int most) {
        if (!node.isArray()) {
            fault("A list is expected here: write it in square brackets.");
            return List.of();
        }
        if (node.size() > most) {
            fault("At most " + most + " are allowed here, not " + node.size() + ".");
            return List.of();
        }
        List<JsonPart> parts = new ArrayList<>(node.size());
        for (int place = 0; place < node.size(); place++) {
            parts.add(new JsonPart(node.get(place), pointer + "/" + place, faults));
        }
        return parts;
    }

    String text(String name) {
        return at(name).map(JsonPart::text).orElseGet(() -> {
            fault("\"" + name + "\" is missing: it must be there.");
            return "";
        });
    }

    String text() {
        if (!node.isString()
                || node.stringValue().isBlank()
                || node.stringValue().length() > LONGEST_TEXT) {
            fault("Text of 1 to " + LONGEST_TEXT + " characters is expected here, in quotes.");
            return "";
        }
        return node.stringValue();
    }

    Set<String> texts(String name) {
        Set<String> texts = new LinkedHashSet<>();
        list(name, Offering.MOST_SKILLS).forEach(part -> texts.add(part.text()));
        texts.remove("");
        return texts;
    }

    boolean flag(String name) {
        return at(name).map(part -> {
                    if (!part.node.isBoolean()) {
                        part.fault("true or false is expected here, without quotes.");
                    }
                    return part.node.isBoolean() && part.node.booleanValue();
                })
                .orElse(false);
    }

    OptionalDouble number(String name, double least, double most) {
        return at(name).map(part -> OptionalDouble.of(part.number(least, most))).orElse(OptionalDouble.empty());
    }

    double number(String name, double least, double most, double otherwise) {
        return number(name, least, most).orElse(otherwise);
    }

    private double number(double least, double most) {
        double value = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(value >= least && value <= most)) {
            fault("A number from " + plain(least) + " to " + plain(most) + " is expected here"
                    + (node.isString() ? ", without quotes." : "."));
            return least;
        }
        return value;
    }

    int whole(String name, int least, int most, int otherwise) {
        return at(name).map(part -> part.whole(least, most)).orElse(otherwise);
    }

    int whole(int least, int most) {
        double value = number(least, most);
        if (value != Math.rint(value)) {
            fault("A whole number is expected here.");
        }
        return (int) value;
    }

    /// One of a few words.
    <T extends Enum<T>> Optional<T> word(String name, T[] words) {
        return at(name).flatMap(part -> part.word(words));
    }

    <T extends Enum<T>> Optional<T> word(T[] words) {
        String said = node.isString() ? node.stringValue() : "";
        for (T word : words) {
            if (spelt(word).equalsIgnoreCase(said)) {
                return Optional.of(word);
            }
        }
        fault("One of these is expected here: "
                + String.join(
                        ", ",
                        java.util.Arrays.stream(words).map(JsonPart::spelt).toList()) + ".");
        return Optional.empty();
    }

    <T> Set<T> set(String name, Function<JsonPart, Optional<T>> reading) {
        Set<T> read = new LinkedHashSet<>();
        list(name, Instance.MOST_OFFERINGS).forEach(part -> reading.apply(part).ifPresent(read::add));
        return read;
    }

    /// Refuses fields that are not among these.
    void only(Set<String> known) {
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> fault("\"" + name + "\" is not known here. There are: "
                        + String.join(", ", new java.util.TreeSet<>(known)) + "."));
    }

    static String spelt(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
