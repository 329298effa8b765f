package org.cairn.stacking.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Need;
import org.cairn.stacking.rule.Requirement;

/// Slots and how they are joined.
final class RequirementReader {
    private static final String FORM = "all: [...] | anyOf: {atLeast: 1, of: [...]} | slot: …";
    private static final String NEED = "{count: 2} | {credits: 24} | {outcomes: [...], atLeast: 1}";
    private static final List<String> OF_A_SLOT = List.of("slot", "title", "need", "accepts", "cost");
    private static final int SLOTS = 40;
    private static final int PARTS = 40;

    private final Whole whole;
    private final FilterReader filters;

    RequirementReader(Whole whole, FilterReader filters) {
        this.whole = whole;
        this.filters = filters;
    }

    Requirement read(Value value) {
        if (value.quietKeys().stream().anyMatch(OF_A_SLOT::contains)) {
            return slot(value);
        }
        var choice = Choice.of(value, List.of("all", "anyOf", "slot"), List.of());
        return choice.map(chosen -> joint(chosen.key(), chosen.value())).orElseGet(RequirementReader::none);
    }

    private Requirement joint(String key, Value value) {
        if (key.equals("all")) {
            var parts = parts(value);
            return parts.isEmpty() ? none() : new Requirement.AllOf(parts);
        }
        var fields = value.fields("{atLeast: 1, of: [...]}", "atLeast", "of");
        var asked = fields.need("atLeast", "1");
        var atLeast = Words.whole(asked, 1, PARTS);
        var parts = parts(fields.need("of", "[...]"));
        if (parts.isEmpty()) {
            return none();
        }
        if (atLeast > parts.size()) {
            asked.fault(Fault.Code.MORE_THAN_NAMED, String.valueOf(atLeast), String.valueOf(parts.size()));
        }
        return new Requirement.AnyOf(Math.min(atLeast, parts.size()), parts);
    }

    private List<Requirement> parts(Value value) {
        return value.items(PARTS, "[" + FORM + "]").stream().map(this::read).toList();
    }

    private Requirement slot(Value value) {
        var fields = value.fields(FORM, OF_A_SLOT.toArray(String[]::new));
        var id = fields.need("slot", "name");
        var name = Words.name(id);
        whole.declaresSlot(id, name, SLOTS);
        return new Requirement.Slot(
                name,
                Words.prose(fields.need("title", "{en: …}"), 500),
                need(fields.need("need", NEED)),
                filters.need(fields, "accepts"),
                fields.may("cost").map(cost -> Words.whole(cost, 0, 1_000)).orElse(0));
    }

    private static Need need(Value value) {
        if (value.isMissing()) {
            return new Need.Count(0, Optional.empty());
        }
        var keys = value.quietKeys();
        if (keys.contains("outcomes")) {
            return outcomes(value.fields(NEED, "outcomes", "atLeast"));
        }
        var choice = Choice.of(value, List.of("count", "credits", "outcomes"), List.of());
        if (choice.isPresent() && choice.get().key().equals("credits")) {
            return credits(choice.get().value());
        }
        return choice.map(chosen -> count(chosen.value())).orElseGet(() -> new Need.Count(0, Optional.empty()));
    }

    private static Need count(Value value) {
        if (value.isScalar()) {
            return new Need.Count(Words.whole(value, 0, 1_000), Optional.empty());
        }
        var fields = value.fields("2 | {atLeast: 2, atMost: 3}", "atLeast", "atMost");
        var atLeast = Words.whole(fields.need("atLeast", "2"), 0, 1_000);
        var atMost = fields.may("atMost").map(most -> {
            var number = Words.whole(most, 1, 1_000);
            return ordered(most, BigDecimal.valueOf(atLeast), BigDecimal.valueOf(number))
                    .intValueExact();
        });
        return new Need.Count(atLeast, atMost);
    }

    private static Need credits(Value value) {
        if (value.isScalar()) {
            return new Need.Credits(Words.number(value, BigDecimal.ZERO, Words.MOST), Optional.empty());
        }
        var fields = value.fields("24 | {atLeast: 24, atMost: 30}", "atLeast", "atMost");
        var atLeast = Words.number(fields.need("atLeast", "24"), BigDecimal.ZERO, Words.MOST);
        return new Need.Credits(
                atLeast,
                fields.may("atMost").map(most -> ordered(most, atLeast, Words.number(most, Words.LEAST, Words.MOST))));
    }

    private static BigDecimal ordered(Value most, BigDecimal atLeast, BigDecimal atMost) {
        if (atMost.compareTo(atLeast) >= 0) {
            return atMost;
        }
        // Not said of a stand-in, which is another number than the text has.
        if (most.says(atMost.toPlainString())) {
            most.fault(Fault.Code.MOST_BELOW_LEAST, atLeast.toPlainString(), atMost.toPlainString());
        }
        return atLeast;
    }

    private static Need outcomes(Fields fields) {
        var named = Words.texts(fields.need("outcomes", "[...]"));
        var asked = fields.need("atLeast", "1");
        var atLeast = Words.whole(asked, 1, 1_000);
        if (atLeast > named.size() && !named.contains("")) {
            asked.fault(Fault.Code.MORE_THAN_NAMED, String.valueOf(atLeast), String.valueOf(named.size()));
        }
        return new Need.Outcomes(named, Math.min(atLeast, named.size()));
    }

    /// What stands in for something that cannot be read.
    private static Requirement none() {
        return new Requirement.Slot("", Map.of(), new Need.Count(0, Optional.empty()), new Filter.Anything(), 0);
    }
}
