package org.cairn.server.award;

import java.util.Arrays;
import java.util.List;

/// Why something was not done, to be said in whatever language the reader has.
///
/// @param key message key of a sentence that says what is wrong and what to do
record Reason(String key, List<String> args) {
    Reason {
        args = List.copyOf(args);
    }

    static Reason of(String key, Object... args) {
        return new Reason(key, Arrays.stream(args).map(String::valueOf).toList());
    }
}
