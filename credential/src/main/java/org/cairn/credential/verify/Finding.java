package org.cairn.credential.verify;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/// One line of a report. Translations go by the code and take the same arguments as the English message.
public record Finding(Check check, Outcome outcome, FindingCode code, List<String> args) {

    private static final int MAX_ARGUMENT = 300;

    public Finding {
        args = args.stream().map(Finding::shortened).toList();
    }

    /// Plain English: what happened and what to do.
    public String message() {
        return new MessageFormat(code.pattern(), Locale.ROOT).format(args.toArray());
    }

    static Finding of(Check check, FindingCode code, String... args) {
        return new Finding(check, code.outcome(), code, List.of(args));
    }

    /// Arguments come from a stranger's document: a report must not grow with them.
    private static String shortened(String text) {
        return text.length() <= MAX_ARGUMENT ? text : text.substring(0, MAX_ARGUMENT) + "…";
    }
}
