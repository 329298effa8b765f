package org.cairn.quality;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is said at one place of a [Subject]. A day is a text, as `2026-01-31`; a text in several languages is a
/// group of texts by language tag.
public sealed interface Fact {
    record Text(String text) implements Fact {}

    record Amount(BigDecimal amount) implements Fact {}

    record Flag(boolean isTrue) implements Fact {}

    record Many(List<Fact> members) implements Fact {
        public Many {
            members = List.copyOf(members);
        }
    }

    record Group(Map<String, Fact> parts) implements Fact {
        public Group {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }
    }

    /// That something does not apply, said by somebody on some day. An empty place never means that.
    record NotApplicable(String reason, String by, String on) implements Fact {
        boolean isComplete() {
            return !reason.isBlank() && !by.isBlank() && !on.isBlank();
        }
    }

    enum Nothing implements Fact {
        NOTHING
    }

    /// The part of that name; nothing where there is none.
    default Fact part(String name) {
        return this instanceof Group(var parts) ? parts.getOrDefault(name, Nothing.NOTHING) : Nothing.NOTHING;
    }

    /// The members of a list; of anything else there are none.
    default List<Fact> members() {
        return List.of();
    }

    /// Whether anything stands there: blank texts, and lists and groups of nothing but them, say nothing.
    default boolean isSaid() {
        return switch (this) {
            case Text(var text) -> !text.isBlank();
            case Amount _, Flag _ -> true;
            case Many(var members) -> anySaid(members);
            case Group(var parts) -> anySaid(parts.values());
            case NotApplicable _, Nothing _ -> false;
        };
    }

    private static boolean anySaid(Iterable<Fact> facts) {
        for (var fact : facts) {
            if (fact.isSaid()) {
                return true;
            }
        }
        return false;
    }
}
