package org.cairn.server.stack;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.stacking.text.Fault;
import org.cairn.stacking.text.StackText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Faults of a rule's text in the reader's language. Words of the rule language stay as they are.
@Component
class FaultWords {
    private static final int LONGEST = 60;

    private final MessageSource messages;

    FaultWords(MessageSource messages) {
        this.messages = messages;
    }

    /// One fault.
    ///
    /// @param path where in the rule, as `root.all[1].need`
    record Told(int line, int column, String path, String code, String message) {}

    /// None when the text can be read.
    List<Told> of(String text, Locale locale) {
        return StackText.read(text) instanceof StackText.Refused(var faults)
                ? faults.stream().map(fault -> told(fault, locale)).toList()
                : List.of();
    }

    Told told(Fault fault, Locale locale) {
        return new Told(fault.line(), fault.column(), fault.path(), fault.code().name(), sentence(fault, locale));
    }

    String sentence(Fault fault, Locale locale) {
        return messages.getMessage(
                "stackdesk.fault." + fault.code(), arguments(fault.code(), fault.arguments(), locale), locale);
    }

    /// The last of the words takes whatever is left of the arguments.
    private Object[] arguments(Fault.Code code, List<String> arguments, Locale locale) {
        var fixed = switch (code) {
            case UNKNOWN_FIELD, UNKNOWN_WORD, UNKNOWN_SLOT, UNKNOWN_SCALE, NO_POINTS, MISSING -> 1;
            case UNKNOWN_GRADE -> 2;
            case NOT_A_MAPPING, NOT_A_LIST, NOT_A_TEXT -> 0;
            default -> arguments.size();
        };
        if (fixed >= arguments.size()) {
            return arguments.stream().map(FaultWords::line).toArray();
        }
        var last = arguments.subList(fixed, arguments.size()).stream()
                .flatMap(each -> Stream.of(each.split(" \\| ")))
                .map(FaultWords::line)
                .toList();
        return Stream.concat(arguments.stream().limit(fixed).map(FaultWords::line), Stream.of(choice(last, locale)))
                .toArray();
    }

    private String choice(List<String> words, Locale locale) {
        return words.size() < 2
                ? String.join("", words)
                : messages.getMessage(
                        "stackdesk.fault.or",
                        new Object[] {String.join(", ", words.subList(0, words.size() - 1)), words.getLast()},
                        locale);
    }

    private static String line(String argument) {
        var flat = argument.replaceAll("\\p{Cntrl}+", " ").strip();
        return flat.codePointCount(0, flat.length()) <= LONGEST
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
