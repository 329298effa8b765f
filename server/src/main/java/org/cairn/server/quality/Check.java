package org.cairn.server.quality;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cairn.server.quality.Check.AllOf;
import org.cairn.server.quality.Check.AnyOf;
import org.cairn.server.quality.Check.Cardinality;
import org.cairn.server.quality.Check.Each;
import org.cairn.server.quality.Check.Presence;
import org.cairn.server.quality.Check.Range;
import org.cairn.server.quality.Check.Vocabulary;
import tools.jackson.databind.JsonNode;

/// One question to the facts, as a rule file states it. Paths are dotted (`spec.title`); an empty path is the node
/// itself. Pure: same facts, same answer.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Presence.class, name = "PRESENCE"),
    @JsonSubTypes.Type(value = Cardinality.class, name = "CARDINALITY"),
    @JsonSubTypes.Type(value = Vocabulary.class, name = "VOCABULARY"),
    @JsonSubTypes.Type(value = Range.class, name = "RANGE"),
    @JsonSubTypes.Type(value = Each.class, name = "EACH"),
    @JsonSubTypes.Type(value = AllOf.class, name = "ALL_OF"),
    @JsonSubTypes.Type(value = AnyOf.class, name = "ANY_OF")
})
sealed interface Check {
    /// @param positions of the list members that failed, counted from 1; empty where the check is not about a list
    record Answer(boolean ok, Set<Integer> positions) {
        static Answer of(boolean ok) {
            return new Answer(ok, Set.of());
        }
    }

    Answer ask(JsonNode facts);

    /// Something is said there: a text that is not blank, a number, a list or map with members.
    record Presence(String path) implements Check {
        @Override
        public Answer ask(JsonNode facts) {
            return Answer.of(Facts.isSaid(Facts.at(facts, path)));
        }
    }

    /// A list has at least so many members.
    record Cardinality(String path, int min) implements Check {
        @Override
        public Answer ask(JsonNode facts) {
            return Answer.of(Facts.at(facts, path).size() >= min);
        }
    }

    /// At least one value, and all of them from a list: the given one, or ISO 3166-1 alpha-2.
    record Vocabulary(String path, Optional<Set<String>> values, Optional<String> list) implements Check {
        private static final String COUNTRIES = "ISO-3166-1-alpha-2";
        private static final Set<String> ISO_COUNTRIES = Set.of(Locale.getISOCountries());

        public Vocabulary {
            if (list.isPresent() && !list.get().equals(COUNTRIES)) {
                throw new IllegalArgumentException("unknown list " + list.get() + "; known is " + COUNTRIES);
            }
            if (list.isPresent() == values.isPresent()) {
                throw new IllegalArgumentException("give either \"values\" or \"list\"");
            }
        }

        @Override
        public Answer ask(JsonNode facts) {
            var said = Facts.texts(Facts.at(facts, path));
            var allowed = values.orElse(ISO_COUNTRIES);
            return Answer.of(!said.isEmpty() && allowed.containsAll(said));
        }
    }

    /// A number between two bounds, both included.
    record Range(String path, BigDecimal min, BigDecimal max) implements Check {
        @Override
        public Answer ask(JsonNode facts) {
            var node = Facts.at(facts, path);
            return Answer.of(node.isNumber()
                    && node.decimalValue().compareTo(min) >= 0
                    && node.decimalValue().compareTo(max) <= 0);
        }
    }

    /// What holds for every member of a list, or for those of which `when` holds.
    record Each(String path, Optional<Check> when, Check check) implements Check {
        @Override
        public Answer ask(JsonNode facts) {
            var members = Facts.at(facts, path);
            var failed = new TreeSet<Integer>();
            IntStream.range(0, members.size())
                    .filter(i -> when.map(w -> w.ask(members.get(i)).ok()).orElse(true))
                    .filter(i -> !check.ask(members.get(i)).ok())
                    .forEach(i -> failed.add(i + 1));
            return new Answer(failed.isEmpty(), failed);
        }
    }

    record AllOf(List<Check> checks) implements Check {
        @Override
        public Answer ask(JsonNode facts) {
            return checks.stream()
                    .map(c -> c.ask(facts))
                    .filter(a -> !a.ok())
                    .findFirst()
                    .orElse(Answer.of(true));
        }
    }

    record AnyOf(List<Check> checks) implements Check {
        @Override
        public Answer ask(JsonNode facts) {
            return Answer.of(checks.stream().anyMatch(c -> c.ask(facts).ok()));
        }
    }
}
