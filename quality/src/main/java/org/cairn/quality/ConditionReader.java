package org.cairn.quality;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cairn.quality.Mistake.Code;

/// Reads conditions. Each is a mapping with one key, its name; what stands behind it depends on that.
final class ConditionReader {
    private static final int LONGEST_AGO = 600;
    private static final Set<FactType> SCALARS =
            EnumSet.of(FactType.TEXT, FactType.NUMBER, FactType.FLAG, FactType.DAY, FactType.TEXTS, FactType.ANYTHING);
    private static final Set<FactType> TEXTS =
            EnumSet.of(FactType.TEXT, FactType.TEXTS, FactType.PROSE, FactType.ANYTHING);
    private static final Set<FactType> NUMBERS = EnumSet.of(FactType.NUMBER, FactType.ANYTHING);
    private static final Set<FactType> DAYS = EnumSet.of(FactType.DAY, FactType.ANYTHING);

    private final Map<String, Set<String>> lists;
    private final Map<String, Function<Part, Optional<? extends Condition>>> readers;

    private final PlaceReader places = new PlaceReader();

    /// @param lists the pack's own lists of codes by name
    ConditionReader(Map<String, Set<String>> lists) {
        this.lists = lists;
        this.readers = Map.ofEntries(
                Map.entry("all", part -> several(part).map(Condition.All::new)),
                Map.entry("any", part -> several(part).map(Condition.Any::new)),
                Map.entry("not", part -> read(part).map(Condition.Not::new)),
                Map.entry("present", part -> place(part, FactType.EVERY).map(Condition.Present::new)),
                Map.entry("count", this::count),
                Map.entry("oneOf", this::oneOf),
                Map.entry("range", this::range),
                Map.entry("times", this::times),
                Map.entry("same", this::same),
                Map.entry("matches", this::matches),
                Map.entry("contains", this::contains),
                Map.entry("each", this::each),
                Map.entry("some", this::some),
                Map.entry("covered", this::covered),
                Map.entry("day", this::day),
                Map.entry("evidence", this::evidence),
                Map.entry("attested", this::attested),
                Map.entry("resolves", this::resolves));
    }

    Optional<Condition> read(Part part) {
        if (part.isMissing()) {
            return Optional.empty();
        }
        var pairs = part.pairs(20);
        if (pairs.size() > 1) {
            part.tell(Code.ONE_KEY, String.join(", ", pairs.keySet()));
            return Optional.empty();
        }
        for (var pair : pairs.entrySet()) {
            var reader = readers.get(pair.getKey());
            if (reader != null) {
                return reader.apply(pair.getValue().value()).map(Condition.class::cast);
            }
            var names = readers.keySet().stream().sorted().toList();
            pair.getValue().key().unknown(Code.UNKNOWN_KEY, pair.getKey(), names);
        }
        return Optional.empty();
    }

    private Optional<List<Condition>> several(Part part) {
        var conditions = new ArrayList<Condition>();
        var items = part.items(50);
        items.forEach(item -> read(item).ifPresent(conditions::add));
        return conditions.size() == items.size() && !items.isEmpty() ? Optional.of(conditions) : Optional.empty();
    }

    Optional<Place> place(Part part, Set<FactType> wanted) {
        return places.read(part, wanted);
    }

    private Optional<Condition> count(Part part) {
        var fields = part.fields("of", "atLeast", "atMost");
        var of = places.listOrTexts(fields.need("of"));
        var least = fields.may("atLeast")
                .flatMap(each -> Words.whole(each, 0, 1_000))
                .orElse(0);
        var most = fields.may("atMost").flatMap(each -> Words.whole(each, 0, 1_000));
        if (most.isPresent() && least > most.get()) {
            part.tell(Code.LEAST_ABOVE_MOST, String.valueOf(least), String.valueOf(most.get()));
        }
        return of.map(place -> new Condition.Count(place, least, most.orElse(Integer.MAX_VALUE)));
    }

    private Optional<Condition> oneOf(Part part) {
        var fields = part.fields("fact", "codes", "list");
        var fact = place(fields.need("fact"), SCALARS);
        if (fields.may("codes").isPresent() == fields.may("list").isPresent()) {
            part.tell(Code.ONE_KEY, "codes, list");
            return Optional.empty();
        }
        var codes = fields.may("codes").map(Words::codes).orElseGet(() -> named(fields.need("list")));
        return codes.isEmpty() ? Optional.empty() : fact.map(place -> new Condition.OneOf(place, codes));
    }

    private Set<String> named(Part part) {
        var name = part.scalar();
        if (name.isEmpty()) {
            return Set.of();
        }
        if (name.get().equals(CodeLists.COUNTRIES)) {
            return CodeLists.countries();
        }
        if (name.get().equals(CodeLists.LANGUAGES)) {
            return CodeLists.languages();
        }
        var codes = lists.getOrDefault(name.get(), Set.of());
        if (codes.isEmpty()) {
            var known = new ArrayList<>(lists.keySet());
            known.addAll(List.of(CodeLists.COUNTRIES, CodeLists.LANGUAGES));
            part.unknown(Code.UNKNOWN_LIST, name.get(), known);
        }
        return codes;
    }

    private Optional<Condition> range(Part part) {
        var fields = part.fields("fact", "atLeast", "atMost");
        var fact = place(fields.need("fact"), NUMBERS);
        var least = fields.may("atLeast").flatMap(Words::number);
        var most = fields.may("atMost").flatMap(Words::number);
        if (fields.may("atLeast").isEmpty() && fields.may("atMost").isEmpty()) {
            part.tell(Code.MISSING, "atLeast");
        }
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            part.tell(
                    Code.LEAST_ABOVE_MOST,
                    least.get().toPlainString(),
                    most.get().toPlainString());
        }
        return fact.map(place -> new Condition.Range(place, least, most));
    }

    private Optional<Condition> times(Part part) {
        var fields = part.fields("fact", "times", "of");
        var fact = place(fields.need("fact"), NUMBERS);
        var times = Words.number(fields.need("times"));
        var of = place(fields.need("of"), NUMBERS);
        return fact.isPresent() && times.isPresent() && of.isPresent()
                ? Optional.of(new Condition.Times(fact.get(), times.get(), of.get()))
                : Optional.empty();
    }

    private Optional<Condition> same(Part part) {
        var fields = part.fields("fact", "as");
        var fact = place(fields.need("fact"), SCALARS);
        var as = place(fields.need("as"), SCALARS);
        return fact.isPresent() && as.isPresent()
                ? Optional.of(new Condition.Same(fact.get(), as.get()))
                : Optional.empty();
    }

    private Optional<Condition> matches(Part part) {
        var fields = part.fields("fact", "form");
        var fact = place(fields.need("fact"), SCALARS);
        var text = fields.need("form");
        var form = text.scalar().flatMap(Form::of);
        if (text.scalar().isPresent() && form.isEmpty()) {
            text.tell(Code.NOT_A_FORM, text.scalar().orElse(""));
        }
        return fact.isPresent() && form.isPresent()
                ? Optional.of(new Condition.Matches(fact.get(), form.get()))
                : Optional.empty();
    }

    private Optional<Condition> contains(Part part) {
        var fields = part.fields("fact", "words");
        var fact = place(fields.need("fact"), TEXTS);
        var words = Words.codes(fields.need("words")).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        return words.isEmpty() ? Optional.empty() : fact.map(place -> new Condition.Contains(place, words));
    }

    private Optional<Condition> each(Part part) {
        var fields = part.fields("of", "where", "that");
        var of = places.list(fields.need("of"));
        var where = fields.may("where").flatMap(only -> inside(of, only));
        var that = inside(of, fields.need("that"));
        return of.isPresent() && that.isPresent()
                ? Optional.of(new Condition.Each(of.get(), where, that.get()))
                : Optional.empty();
    }

    private Optional<Condition> some(Part part) {
        var fields = part.fields("of", "that");
        var of = places.list(fields.need("of"));
        var that = inside(of, fields.need("that"));
        return of.isPresent() && that.isPresent()
                ? Optional.of(new Condition.Some(of.get(), that.get()))
                : Optional.empty();
    }

    private Optional<Condition> inside(Optional<Place> of, Part part) {
        return of.flatMap(list -> places.within(list, () -> read(part)));
    }

    private Optional<Condition> covered(Part part) {
        var fields = part.fields("each", "by");
        var each = place(fields.need("each"), EnumSet.of(FactType.LIST));
        var by = place(fields.need("by"), EnumSet.of(FactType.LIST));
        return each.isPresent() && by.isPresent()
                ? Optional.of(new Condition.Covered(each.get(), by.get()))
                : Optional.empty();
    }

    private Optional<Condition> day(Part part) {
        var fields = part.fields("fact", "withinMonths", "mayBeToCome", "notBefore");
        var fact = place(fields.need("fact"), DAYS);
        var within = fields.may("withinMonths").flatMap(ConditionReader::months);
        var toCome = fields.may("mayBeToCome").map(Words::flag).orElse(false);
        var notBefore = fields.may("notBefore").flatMap(other -> place(other, DAYS));
        return fact.map(place -> new Condition.Day(place, within, toCome, notBefore));
    }

    private Optional<Condition> evidence(Part part) {
        var fields = part.fields("of", "withinMonths", "from");
        var of = place(fields.need("of"), EnumSet.of(FactType.LIST, FactType.ANYTHING));
        var within = months(fields.need("withinMonths"));
        var from = fields.may("from").map(Words::codes).orElse(Set.of());
        return of.isPresent() && within.isPresent()
                ? Optional.of(new Condition.Evidence(of.get(), within.get(), from))
                : Optional.empty();
    }

    private Optional<Condition> attested(Part part) {
        return months(part.fields("withinMonths").need("withinMonths")).map(Condition.Attested::new);
    }

    private Optional<Condition> resolves(Part part) {
        var fields = part.fields("fact", "withinMonths");
        var fact = place(fields.need("fact"), EnumSet.of(FactType.TEXT, FactType.TEXTS, FactType.ANYTHING));
        var within = months(fields.need("withinMonths"));
        return fact.isPresent() && within.isPresent()
                ? Optional.of(new Condition.Resolves(fact.get(), within.get()))
                : Optional.empty();
    }

    private static Optional<Integer> months(Part part) {
        return Words.whole(part, 1, LONGEST_AGO);
    }
}
