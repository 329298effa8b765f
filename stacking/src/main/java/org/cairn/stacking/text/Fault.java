package org.cairn.stacking.text;

import java.util.List;

/// One thing that is wrong with the text of a stack.
///
/// @param line from 1
/// @param column from 1, in characters
/// @param path where in the rule, for example `root.all[1].need`; empty for the text as a whole
/// @param arguments what [Code] says, in its order; words of the language and of the text, in no human language
public record Fault(int line, int column, String path, Code code, List<String> arguments) {

    /// What is wrong. The arguments of each are named beside it. Those called `known` may be more than one.
    public enum Code {
        /// Cannot be read as YAML from here on: problem, as the YAML library calls it in English.
        NOT_YAML,
        EMPTY_TEXT,
        /// limit in characters.
        TEXT_TOO_LONG,
        /// limit of levels.
        TOO_DEEP,
        /// Only one rule in a text.
        SECOND_DOCUMENT,
        /// Anchors, aliases and merge keys: name.
        ANCHOR,
        /// tag.
        TAG,
        /// key.
        DUPLICATE_KEY,

        /// key, form of what belongs there.
        MISSING,
        /// found, known...
        UNKNOWN_FIELD,
        /// found, known...
        UNKNOWN_WORD,
        /// A key or word that is nearly right: found, the right one.
        MISSPELT,
        /// Two keys of which one is to be said: first, second.
        ONE_OF_TWO,
        /// form.
        NOT_A_MAPPING,
        /// form.
        NOT_A_LIST,
        /// form.
        NOT_A_TEXT,

        /// Nothing is said.
        EMPTY,
        /// found, limit in characters.
        TOO_LONG,
        /// found, limit.
        TOO_MANY,
        /// word.
        TWICE,
        CONTROL_CHARACTER,
        /// found.
        NOT_A_NUMBER,
        /// found.
        NOT_WHOLE,
        /// found, limit.
        TOO_SMALL,
        /// found, limit.
        TOO_LARGE,
        /// found, limit.
        TOO_MANY_DECIMALS,
        /// found.
        NOT_A_DATE,
        /// found.
        NOT_A_PERIOD,
        /// found.
        NOT_A_FRACTION,
        /// found.
        NOT_A_NAME,
        /// found.
        NOT_A_LANGUAGE,

        /// At most is less than at least: at least, at most.
        MOST_BELOW_LEAST,
        /// More is asked for than is named: asked, named.
        MORE_THAN_NAMED,
        /// first day, last day.
        LAST_BEFORE_FIRST,
        /// A slot before itself, or a scheme converted into itself: name.
        ITSELF,
        /// found, known...
        UNKNOWN_SLOT,
        /// found, known...
        UNKNOWN_SCALE,
        /// found, scale, known...
        UNKNOWN_GRADE,
        /// Grades of an averaged scale that have none: scale, grades...
        NO_POINTS,
        /// A share of the award's total, and no total is stated.
        NO_TOTAL,
        /// A second total.
        SECOND_TOTAL
    }

    public Fault {
        arguments = List.copyOf(arguments);
    }

    /// In English with the remedy, for a command line: "line 12, column 5: 'denominator' is missing: write …".
    public String sentence() {
        return "line %d, column %d: %s".formatted(line, column, Sentences.of(code, arguments));
    }
}
