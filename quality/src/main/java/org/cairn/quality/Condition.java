package org.cairn.quality;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One question to the facts, as a pack states it. Data only: [Asking] answers it, [Accepted] says it in words.
public sealed interface Condition {
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of) implements Condition {}

    /// Something is said there.
    record Present(Place fact) implements Condition {}

    /// A list has so many members that say something.
    record Count(Place of, int atLeast, int atMost) implements Condition {}

    /// At least one code, and each of them from the list.
    record OneOf(Place fact, Set<String> codes) implements Condition {
        public OneOf {
            codes = Set.copyOf(codes);
        }
    }

    /// A number between two bounds, both included.
    record Range(Place fact, Optional<BigDecimal> atLeast, Optional<BigDecimal> atMost) implements Condition {}

    /// A number is another number so many times over.
    record Times(Place fact, BigDecimal times, Place of) implements Condition {}

    /// Two places say the same.
    record Same(Place fact, Place as) implements Condition {}

    /// A whole text has a form; in a list, each member.
    record Matches(Place fact, Form form) implements Condition {}

    /// One of the words stands in a text, in any of its languages.
    record Contains(Place fact, List<String> words) implements Condition {
        public Contains {
            words = List.copyOf(words);
        }
    }

    /// Holds for each member of a list, or for each of those for which `where` holds; also when there is none.
    record Each(Place of, Optional<Condition> where, Condition that) implements Condition {}

    /// Holds for at least one member of a list.
    record Some(Place of, Condition that) implements Condition {}

    /// The id of each member of one list is named by a member of another: every outcome by an assessment.
    record Covered(Place each, Place by) implements Condition {}

    /// A day that is not too long ago, not to come, not before another day.
    ///
    /// @param withinMonths empty where it may be long ago
    record Day(Place fact, Optional<Integer> withinMonths, boolean mayBeToCome, Optional<Place> notBefore)
            implements Condition {}

    /// Somebody attached a dated document: a member of the list with a party, a date and a document or
    /// statement.
    ///
    /// @param from the kinds of party that count; empty for any
    record Evidence(Place of, int withinMonths, Set<String> from) implements Condition {
        public Evidence {
            from = Set.copyOf(from);
        }
    }

    /// A person who is not an author of the spec said yes or no to this very rule, with a reason and evidence.
    record Attested(int withinMonths) implements Condition {}

    /// An address was found reachable when somebody last looked.
    record Resolves(Place fact, int withinMonths) implements Condition {}
}
