package org.cairn.stacking.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Rules that institutions have published, in the language of stacks. Each text begins with a comment that
/// names its source, and says what the source leaves open and how it was filled here.
public final class Examples {
    private static final List<String> NAMES = List.of(
            "hku-certificate",
            "hku-diploma",
            "cu-boulder-certificate",
            "cu-boulder-masters",
            "heriot-watt-certhe",
            "heriot-watt-diphe",
            "heriot-watt-ordinary",
            "heriot-watt-honours",
            "aberystwyth-masters",
            "aberystwyth-pgdip",
            "aberystwyth-honours",
            "findlay-credit",
            "findlay-non-credit",
            "arizona-bachelor",
            "monash-masters",
            "alphacrucis-bachelor",
            "mqa-bachelor",
            "sri-jayewardenepura-masters");

    private Examples() {}

    /// The id of each rule, in the order in which they are offered.
    public static List<String> names() {
        return NAMES;
    }

    /// @throws IllegalArgumentException when no example has that name
    public static String text(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no example is named " + name);
        }
        try (var text = Examples.class.getResourceAsStream(name + ".yaml")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
