package org.cairn.server.review;

import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Text;

/// Texts that people give for what they do.
final class Reasons {
    static final int LONGEST = 2000;

    private Reasons() {}

    /// @throws InputException when it is too short, too long or cannot be shown
    static String of(String field, String text, int shortest, int longest) {
        var said = text.strip();
        if (said.length() < shortest || said.length() > longest || !Text.isText(said)) {
            throw new InputException(Fault.of(field, "review.text.form", shortest, longest));
        }
        return said;
    }

    static String of(String field, String text) {
        return of(field, text, 20, LONGEST);
    }

    /// The same for one line.
    static String line(String field, String text, int longest) {
        var said = text.strip();
        if (said.isEmpty() || said.length() > longest || !Text.isLine(said)) {
            throw new InputException(Fault.of(field, "review.line.form", longest));
        }
        return said;
    }
}
