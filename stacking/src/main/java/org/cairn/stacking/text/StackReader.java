package org.cairn.stacking.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.CreditRule;
import org.cairn.stacking.rule.GradeScale;
import org.cairn.stacking.rule.Stack;

/// The text from its first key to its last.
final class StackReader {
    private static final String FORM = "stack: …";

    private final Faults faults;
    private final Whole whole = new Whole();
    private final FilterReader filters = new FilterReader(whole);

    private StackReader(Faults faults) {
        this.faults = faults;
    }

    static StackText.Reading read(String text) {
        var faults = new Faults();
        var stack = Guard.compose(text, faults).flatMap(node -> new StackReader(faults).read(Value.root(node, faults)));
        return stack.<StackText.Reading>map(StackText.Read::new).orElseGet(() -> new StackText.Refused(faults.all()));
    }

    /// Empty when there is a fault.
    private Optional<Stack> read(Value value) {
        var fields = value.fields(
                FORM,
                "stack",
                "version",
                "title",
                "awards",
                "level",
                "inForce",
                "credit",
                "grades",
                "root",
                "constraints",
                "options");
        var id = Words.name(fields.need("stack", "name"));
        var version = Words.whole(fields.need("version", "1"), 1, 1_000_000);
        var title = Words.prose(fields.need("title", "{en: …}"), 500);
        var awards = Words.text(fields.need("awards", "https://example.org/spec"), 500);
        var level = Words.text(fields.need("level", "EQF6"), 80);
        var inForce = inForce(fields.need("inForce", "{from: 2026-01-31}"));
        var credit = credit(fields.need("credit", "{scheme: ECTS, rounding: exact}"));
        Map<String, GradeScale> grades =
                fields.may("grades").map(new GradesReader(whole)::read).orElseGet(Map::of);
        var root = new RequirementReader(whole, filters).read(fields.need("root", "{all: [...]}"));
        List<Constraint> constraints = fields.may("constraints")
                .map(new ConstraintReader(whole, filters)::read)
                .orElseGet(List::of);
        var before = faults.size();
        var options = OptionsReader.read(fields.need("options", "{denominator: …, …}"));
        whole.check(Optional.of(options.denominator()).filter(_ -> faults.size() == before));
        return faults.none()
                ? Optional.of(new Stack(
                        id, version, title, awards, level, inForce, credit, grades, root, constraints, options))
                : Optional.empty();
    }

    private static Stack.Period inForce(Value value) {
        var fields = value.fields("{from: 2026-01-31}", "from", "to");
        var from = Words.day(fields.need("from", "2026-01-31"), LocalDate.MIN);
        return new Stack.Period(from, fields.may("to").map(last -> {
            var to = Words.day(last, LocalDate.MAX);
            if (to.isBefore(from)) {
                last.fault(Fault.Code.LAST_BEFORE_FIRST, from.toString(), to.toString());
                return from;
            }
            return to;
        }));
    }

    private static CreditRule credit(Value value) {
        var fields = value.fields("{scheme: ECTS, rounding: exact}", "scheme", "worth", "rounding");
        var scheme = Words.text(fields.need("scheme", "ECTS"), 80);
        var worth = new HashMap<String, BigDecimal>();
        fields.may("worth").ifPresent(rates -> {
            for (var rate : rates.pairs(50, "{ECTS: 2}")) {
                var name = Words.text(rate.key(), 80);
                if (name.equals(scheme) && !name.isEmpty()) {
                    rate.key().fault(Fault.Code.ITSELF, name);
                } else {
                    worth.put(name, Words.number(rate.value(), Words.LEAST, Words.MOST));
                }
            }
        });
        worth.remove(scheme);
        return new CreditRule(scheme, worth, OptionsReader.rounding(fields.need("rounding", OptionsReader.ROUNDING)));
    }
}
