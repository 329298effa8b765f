package org.cairn.stacking.decide;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One text for one value, whatever order its sets and maps happen to be in: records by their components in order, sets
/// and maps sorted by their own text, numbers without trailing zeros.
final class Canonical {
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            var components = List.of(type.getRecordComponents());
            // Nested records of other packages are public, their accessors are reached all the same.
            components.forEach(component -> component.getAccessor().setAccessible(true));
            return components;
        }
    };

    private Canonical() {}

    static String text(Object value) {
        var text = new StringBuilder(1024);
        write(value, text);
        return text.toString();
    }

    /// SHA-256 in hexadecimal.
    static String hash(String... texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var text : texts) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static void write(Object value, StringBuilder text) {
        switch (value) {
            case Record entry -> record(entry, text);
            case Map<?, ?> map ->
                list(
                        map.entrySet().stream()
                                .map(entry -> text(entry.getKey()) + ":" + text(entry.getValue()))
                                .sorted()
                                .toList(),
                        text);
            case Set<?> set -> list(set.stream().map(Canonical::text).sorted().toList(), text);
            case Collection<?> list -> list(list.stream().map(Canonical::text).toList(), text);
            case Optional<?> maybe -> maybe.ifPresentOrElse(present -> write(present, text), () -> text.append('-'));
            case BigDecimal number ->
                text.append(
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
            case String string ->
                // The length first, so that no text can look like two.
                text.append(string.length()).append('"').append(string);
            default -> text.append(value);
        }
    }

    private static void list(List<String> texts, StringBuilder text) {
        text.append('[');
        texts.forEach(each -> text.append(each).append(','));
        text.append(']');
    }

    private static void record(Record value, StringBuilder text) {
        text.append(value.getClass().getSimpleName()).append('(');
        for (var component : COMPONENTS.get(value.getClass())) {
            try {
                write(component.getAccessor().invoke(value), text);
            } catch (IllegalAccessException | InvocationTargetException broken) {
                throw new IllegalStateException(broken);
            }
            text.append(',');
        }
        text.append(')');
    }
}
