package org.cairn.stacking.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the text says one of several things: a mapping with one key (`totalCredits: 30`), or a bare word
/// (`anything`).
///
/// @param value what stands behind the key; missing for a bare word
record Choice(String key, Value value) {

    /// Empty when it says none of them, or more than one, which is told.
    static Optional<Choice> of(Value from, List<String> keys, List<String> words) {
        if (from.isMissing()) {
            return Optional.empty();
        }
        var form = form(keys, words);
        return from.isScalar() ? word(from, keys, words, form) : key(from, keys, words, form);
    }

    private static Optional<Choice> word(Value from, List<String> keys, List<String> words, String form) {
        var found = from.scalar(form);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (words.contains(found.get())) {
            return Optional.of(new Choice(found.get(), from.missing(found.get())));
        }
        if (keys.contains(found.get())) {
            from.fault(Fault.Code.NOT_A_MAPPING, found.get() + ": …");
        } else {
            from.unknown(Fault.Code.UNKNOWN_WORD, found.get(), both(keys, words));
        }
        return Optional.empty();
    }

    private static Optional<Choice> key(Value from, List<String> keys, List<String> words, String form) {
        Optional<Choice> chosen = Optional.empty();
        for (var pair : from.pairs(20, form)) {
            if (words.contains(pair.name())) {
                pair.key().fault(Fault.Code.NOT_A_TEXT, pair.name());
            } else if (!keys.contains(pair.name())) {
                pair.key().unknown(Fault.Code.UNKNOWN_FIELD, pair.name(), both(keys, words));
            } else if (chosen.isPresent()) {
                pair.key().fault(Fault.Code.ONE_OF_TWO, chosen.get().key(), pair.name());
            } else {
                chosen = Optional.of(new Choice(pair.name(), pair.value()));
            }
        }
        return chosen;
    }

    private static String form(List<String> keys, List<String> words) {
        return String.join(" | ", both(keys.stream().map(key -> key + ": …").toList(), words));
    }

    private static List<String> both(List<String> keys, List<String> words) {
        var both = new ArrayList<>(keys);
        both.addAll(words);
        return both;
    }
}
