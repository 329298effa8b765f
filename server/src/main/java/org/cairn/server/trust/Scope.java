package org.cairn.server.trust;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.credential.json.Json;

/// For what an accreditation holds. An empty set or limit leaves that open.
///
/// @param fields ISCED-F codes; `06` covers `0613`
/// @param levelFrom lowest level of the European Qualifications Framework
/// @param levelTo highest one
/// @param kinds achievement types of Open Badges 3.0, as `MicroCredential`
/// @param under frameworks or standards by which the body looked, in its own words or as rule pack names
/// @param until last day; empty while no end is set
public record Scope(
        Set<String> fields,
        Optional<Integer> levelFrom,
        Optional<Integer> levelTo,
        Set<String> kinds,
        List<String> under,
        LocalDate from,
        Optional<LocalDate> until) {

    static final String FIELDS = "accreditedFields";
    static final String LEVEL_FROM = "accreditedLevelFrom";
    static final String LEVEL_TO = "accreditedLevelTo";
    static final String KINDS = "accreditedKinds";
    static final String UNDER = "accreditedUnder";
    static final String FROM = "accreditedFrom";
    static final String UNTIL = "accreditedUntil";

    public Scope {
        fields = Set.copyOf(fields);
        kinds = Set.copyOf(kinds);
        under = List.copyOf(under);
    }

    /// In which way a credential lies outside.
    enum Miss {
        FIELD,
        LEVEL,
        KIND,
        /// The credential does not say what the scope is limited by.
        FIELD_UNSTATED,
        LEVEL_UNSTATED,
        KIND_UNSTATED
    }

    /// Where this credential is not covered; none when it is. Days are another matter, see [#holdsOn].
    List<Miss> misses(Claim claim) {
        var misses = new ArrayList<Miss>();
        if (!fields.isEmpty()) {
            miss(claim.field().map(f -> fields.stream().anyMatch(f::startsWith)), Miss.FIELD, Miss.FIELD_UNSTATED)
                    .ifPresent(misses::add);
        }
        if (levelFrom.isPresent() || levelTo.isPresent()) {
            miss(claim.level().map(this::covers), Miss.LEVEL, Miss.LEVEL_UNSTATED)
                    .ifPresent(misses::add);
        }
        if (!kinds.isEmpty()) {
            miss(claim.kind().map(kinds::contains), Miss.KIND, Miss.KIND_UNSTATED)
                    .ifPresent(misses::add);
        }
        return List.copyOf(misses);
    }

    private boolean covers(int level) {
        return level >= levelFrom.orElse(level) && level <= levelTo.orElse(level);
    }

    private static Optional<Miss> miss(Optional<Boolean> covered, Miss outside, Miss unstated) {
        return covered.map(yes -> yes ? Optional.<Miss>empty() : Optional.of(outside))
                .orElse(Optional.of(unstated));
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(last -> day.isAfter(last)).isEmpty();
    }

    /// As members of the signed statement.
    Map<String, JsonValue> facts() {
        var facts = new LinkedHashMap<String, JsonValue>();
        list(facts, FIELDS, new TreeSet<>(fields));
        levelFrom.ifPresent(level -> facts.put(LEVEL_FROM, Json.PROVIDER.createValue(level)));
        levelTo.ifPresent(level -> facts.put(LEVEL_TO, Json.PROVIDER.createValue(level)));
        list(facts, KINDS, new TreeSet<>(kinds));
        list(facts, UNDER, under);
        facts.put(FROM, Json.PROVIDER.createValue(from.toString()));
        until.ifPresent(day -> facts.put(UNTIL, Json.PROVIDER.createValue(day.toString())));
        return facts;
    }

    private static void list(Map<String, JsonValue> facts, String name, Iterable<String> values) {
        var array = Json.PROVIDER.createArrayBuilder();
        values.forEach(array::add);
        var built = array.build();
        if (!built.isEmpty()) {
            facts.put(name, built);
        }
    }

    /// Reads what [#facts] wrote; empty when the statement does not say from when it holds, or says anything otherwise
    /// than that method does: a limit that is written as a list of one would be none to a careless reader.
    static Optional<Scope> read(JsonObject subject) {
        try {
            return text(subject, FROM)
                    .map(from -> new Scope(
                            Set.copyOf(texts(subject, FIELDS)),
                            number(subject, LEVEL_FROM),
                            number(subject, LEVEL_TO),
                            Set.copyOf(texts(subject, KINDS)),
                            texts(subject, UNDER),
                            LocalDate.parse(from),
                            text(subject, UNTIL).map(LocalDate::parse)));
        } catch (DateTimeException | ClassCastException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonObject subject, String name) {
        return subject.containsKey(name) ? Optional.of(subject.getString(name)) : Optional.empty();
    }

    private static List<String> texts(JsonObject subject, String name) {
        return subject.containsKey(name)
                ? subject.getJsonArray(name).getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }

    private static Optional<Integer> number(JsonObject subject, String name) {
        return subject.containsKey(name)
                ? Optional.of(subject.getJsonNumber(name).intValueExact())
                : Optional.empty();
    }
}
