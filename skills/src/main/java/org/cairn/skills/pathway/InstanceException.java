package org.cairn.skills.pathway;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/// A file that is no instance, with everything that was found wrong with it, up to twenty faults.
public final class InstanceException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    InstanceException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /// @param pointer JSON Pointer (RFC 6901) to the place; empty for the whole
    /// @param message what is wrong and how to mend it
    public record Fault(String pointer, String message) {
        @Override
        public String toString() {
            return (pointer.isEmpty() ? "/" : pointer) + ": " + message;
        }
    }
}
