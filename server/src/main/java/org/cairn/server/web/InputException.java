package org.cairn.server.web;

import java.util.List;

/// Input that cannot be taken: 400 with every fault at once, each with its field and what to do. Pages show the
/// words beside the field, REST lists them in the problem details.
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /// @param field name of the form field or JSON path; empty when the whole is meant
    /// @param key message key of a sentence that says what is wrong and what to do
    public record Fault(String field, String key, List<Object> args) {
        public Fault {
            args = List.copyOf(args);
        }

        public static Fault of(String field, String key, Object... args) {
            return new Fault(field, key, List.of(args));
        }
    }

    public InputException(List<Fault> faults) {
        super("Input refused: "
                + faults.stream().map(f -> f.field() + " " + f.key()).toList());
        this.faults = List.copyOf(faults);
    }

    public InputException(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }
}
