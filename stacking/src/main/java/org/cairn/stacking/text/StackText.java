package org.cairn.stacking.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.cairn.stacking.rule.Stack;

/// The text form of a stack's rule: YAML 1.1 without anchors, tags and second documents, at most 256 Ki
/// characters. What may stand where is described by the JSON Schema of [#schema]; `org.cairn.stacking.examples`
/// has texts to start from.
public final class StackText {
    private StackText() {}

    /// What came of reading a text.
    public sealed interface Reading permits Read, Refused {}

    public record Read(Stack stack) implements Reading {}

    /// @param faults at least one, in the order of the text
    public record Refused(List<Fault> faults) implements Reading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// Reads a text from anywhere. Any text at all gives an answer, never an exception.
    public static Reading read(String text) {
        return StackReader.read(text);
    }

    /// The text of a rule, always the same for the same rule. A rule that [#read] would accept comes back equal;
    /// comments
    /// of the text it was read from are lost.
    public static String write(Stack stack) {
        return StackWriter.write(stack);
    }

    /// The JSON Schema (2020-12) of the text, for editors. It does not know what concerns the whole, such as
    /// that a slot which is named exists.
    public static String schema() {
        try (var schema = StackText.class.getResourceAsStream("stack.schema.json")) {
            return new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
