package org.cairn.stacking.text;

import java.util.List;

/// Faults in English, each with what to do about it.
final class Sentences {
    private Sentences() {}

    static String of(Fault.Code code, List<String> arguments) {
        return pattern(code).formatted(placed(code, arguments));
    }

    private static String pattern(Fault.Code code) {
        return switch (code) {
            case NOT_YAML -> "this is not YAML from here on (%s). Look at the indentation, colons and quotes before it";
            case EMPTY_TEXT -> "the text is empty. Start with 'stack: ' and a name for the rule";
            case TEXT_TOO_LONG -> "the text is longer than %s characters. Make it shorter";
            case TOO_DEEP -> "this lies deeper than %s levels. Join fewer conditions in one another";
            case SECOND_DOCUMENT -> "a second document begins here. Keep each rule in a text of its own";
            case ANCHOR -> "'%s' refers to another place. Write out what is meant";
            case TAG -> "the type '%s' is not wanted. Leave it out";
            case DUPLICATE_KEY -> "'%s' is said twice. Keep one of them";
            case MISSING -> "'%s' is missing; say %s";
            case UNKNOWN_FIELD -> "'%s' means nothing here; possible is %s";
            case UNKNOWN_WORD -> "'%s' is not one of the words for this; say %s";
            case MISSPELT -> "'%s' means nothing here; did you mean '%s'?";
            case ONE_OF_TWO -> "'%s' and '%s' stand together. Keep one, or join them with 'all'";
            case NOT_A_MAPPING -> "keys with values belong here; say %s";
            case NOT_A_LIST -> "a list belongs here; say %s";
            case NOT_A_TEXT -> "a word or text belongs here; say %s";
            case EMPTY -> "nothing is said here. Fill it in or leave the key out";
            case TOO_LONG -> "%s characters are too many; at most %s";
            case TOO_MANY -> "%s are too many; at most %s";
            case TWICE -> "'%s' is named twice. Name it once";
            case CONTROL_CHARACTER -> "there is an invisible control character in this. Type it anew";
            case NOT_A_NUMBER -> "'%s' is not a number; say for example 30 or 7.5, without quotes";
            case NOT_WHOLE -> "'%s' is not a whole number; say for example 3";
            case TOO_SMALL -> "%s is too small; at least %s";
            case TOO_LARGE -> "%s is too large; at most %s";
            case TOO_MANY_DECIMALS -> "%s has too many decimals; at most %s";
            case NOT_A_DATE -> "'%s' is not a day; say for example 2026-01-31";
            case NOT_A_PERIOD -> "'%s' is not a period; say for example P5Y for five years or P18M for 18 months";
            case NOT_A_FRACTION -> "'%s' is not a fraction between 0 and 1; say for example 3/4";
            case NOT_A_NAME ->
                "'%s' is not a plain name: letters, digits, '.', '_' and '-', a letter or digit first, at most 80";
            case NOT_A_LANGUAGE -> "'%s' is not the tag of a language; say for example en or pt-BR";
            case MOST_BELOW_LEAST -> "at least %s and at most %s leave nothing between them. Raise the second";
            case MORE_THAN_NAMED -> "%s are asked for and %s are there. Ask for fewer or name more";
            case LAST_BEFORE_FIRST -> "the first day is %s and the last day %s. Put them in order";
            case ITSELF -> "'%s' is set in relation to itself. Name another";
            case UNKNOWN_SLOT -> "there is no slot '%s'; there is %s";
            case UNKNOWN_SCALE -> "the grades '%s' are not declared; under 'grades' there is %s";
            case UNKNOWN_GRADE -> "the grade '%s' is not in the scale '%s'; it has %s";
            case NO_POINTS -> "the average needs points for every grade of '%s'; these have none: %s";
            case NO_TOTAL ->
                "this is a share of the award's total, which is not stated. Add 'totalCredits' to the constraints,"
                        + " or say the denominator COUNTED";
            case SECOND_TOTAL -> "the total is stated twice. Keep one 'totalCredits'";
        };
    }

    /// The last of the words takes whatever is left of the arguments.
    private static Object[] placed(Fault.Code code, List<String> arguments) {
        var fixed = switch (code) {
            case UNKNOWN_FIELD, UNKNOWN_WORD, UNKNOWN_SLOT, UNKNOWN_SCALE, NO_POINTS -> 1;
            case UNKNOWN_GRADE -> 2;
            case MISSING -> 1;
            case NOT_A_MAPPING, NOT_A_LIST, NOT_A_TEXT -> 0;
            default -> -1;
        };
        if (fixed < 0) {
            return arguments.stream().map(Sentences::line).toArray();
        }
        var placed = new Object[fixed + 1];
        for (var each = 0; each < fixed; each++) {
            placed[each] = line(arguments.get(each));
        }
        var last = arguments.subList(fixed, arguments.size());
        placed[fixed] = code == Fault.Code.NO_POINTS ? String.join(", ", last) : choice(last);
        return placed;
    }

    /// "A, B or C".
    private static String choice(List<String> words) {
        var each = words.stream()
                .flatMap(word -> List.of(word.split(" \\| ")).stream())
                .toList();
        if (each.isEmpty()) {
            return "none";
        }
        return each.size() < 2
                ? String.join("", each)
                : String.join(", ", each.subList(0, each.size() - 1)) + " or " + each.getLast();
    }

    private static String line(String argument) {
        var flat = argument.replaceAll("\\p{Cntrl}+", " ").strip();
        return flat.codePointCount(0, flat.length()) <= 60
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, 60)) + "…";
    }
}
