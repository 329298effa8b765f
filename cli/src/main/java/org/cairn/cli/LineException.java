package org.cairn.cli;

import java.io.Serial;

/// What was asked or what stands in a line cannot be worked with; the message says which and why.
final class LineException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    LineException(String message) {
        super(message);
    }
}
