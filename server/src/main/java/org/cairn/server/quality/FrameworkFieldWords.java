package org.cairn.server.quality;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.quality.FactType;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The fields for facts in the reader's words. A fact without words of its own, as a body's own pack may ask for,
/// goes by its path.
@Component
class FrameworkFieldWords {
    /// The scale of Oliver (2019), whole: a rule names only what it accepts, but one must be able to say what is.
    private static final String COMPLEXITY = "spec.assessment.complexity";
    private static final List<String> COMPLEXITIES = List.of(
            "none",
            "recall-of-facts",
            "skill-routine",
            "skill-complex",
            "multiple-skills-routine",
            "multiple-skills-complex",
            "portfolio-with-reflection");

    private final MessageSource messages;

    FrameworkFieldWords(MessageSource messages) {
        this.messages = messages;
    }

    record Option(String value, String label) {}

    /// @param input CHOICE, DAY, NUMBER, LONG or LINE
    record Shown(String name, String label, String hint, String input, List<Option> options, String value) {}

    Shown shown(FrameworkForm.Field field, Locale locale) {
        var isReason = field.name().endsWith(FrameworkFacts.NOT_APPLICABLE);
        return new Shown(
                field.name(),
                isReason ? text("quality.frameworks.na", locale) : label(field, locale),
                field.type() == FactType.TEXTS ? text("quality.frameworks.perLine", locale) : "",
                isReason ? "LINE" : input(field),
                options(field, locale),
                field.value());
    }

    private String label(FrameworkForm.Field field, Locale locale) {
        var name = wordsOr("quality.fact." + field.fact(), field.fact(), locale);
        var numbered = field.row() == 0 ? name : text("quality.frameworks.row", locale, name, field.row());
        return field.language().isEmpty()
                ? numbered
                : text(
                        "quality.frameworks.language",
                        locale,
                        numbered,
                        Locale.forLanguageTag(field.language()).getDisplayLanguage(locale));
    }

    private static String input(FrameworkForm.Field field) {
        if (!codes(field).isEmpty() && field.type() != FactType.TEXTS) {
            return "CHOICE";
        }
        return switch (field.type()) {
            case FLAG -> "CHOICE";
            case DAY -> "DAY";
            case NUMBER -> "NUMBER";
            case PROSE, TEXTS -> "LONG";
            case TEXT, GROUP, LIST, ANYTHING -> "LINE";
        };
    }

    private List<Option> options(FrameworkForm.Field field, Locale locale) {
        return field.type() == FactType.FLAG
                ? Stream.of("true", "false")
                        .map(value -> new Option(value, text("quality.frameworks." + value, locale)))
                        .toList()
                : codes(field).stream()
                        .map(code -> new Option(code, wordsOr("quality.code." + code, code, locale)))
                        .toList();
    }

    private static List<String> codes(FrameworkForm.Field field) {
        return field.fact().equals(COMPLEXITY) ? COMPLEXITIES : field.codes();
    }

    private String wordsOr(String key, String code, Locale locale) {
        var words = messages.getMessage(key, null, code, locale);
        return words == null ? code : words;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
