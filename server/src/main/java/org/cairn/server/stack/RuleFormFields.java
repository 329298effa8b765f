package org.cairn.server.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.server.stack.RuleTree.Many;
import org.cairn.server.stack.RuleTree.Pairs;
import org.cairn.server.stack.RuleTree.Part;
import org.cairn.server.stack.RuleTree.Word;

/// A rule's tree written out as the builder's form fields; the other direction of [RuleFormTree].
final class RuleFormFields {
    static final List<String> OPTIONS =
            List.of("denominator", "surplus", "recency", "expiry", "annulment", "confirmation");
    static final Pattern PERIOD = Pattern.compile("P([0-9]{1,3})([YM])");

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private RuleFormFields() {}

    static Map<String, List<String>> of(Pairs tree) {
        var writer = new RuleFormFields();
        writer.head(tree);
        writer.node("r", tree.at("root").orElseGet(() -> Pairs.of("all", new Many(List.of()))));
        var constraints = tree.at("constraints").map(Part::items).orElse(List.of());
        for (var place = 0; place < constraints.size(); place++) {
            writer.constraint("c." + place + ".", constraints.get(place));
        }
        return writer.fields;
    }

    private void head(Pairs tree) {
        tree.at("title").ifPresent(title -> prose("title", title));
        put("awards", word(tree, "awards"));
        put("level", word(tree, "level"));
        tree.at("inForce").ifPresent(days -> {
            put("from", word(days, "from"));
            put("to", word(days, "to"));
        });
        tree.at("credit").ifPresent(credit -> {
            put("scheme", word(credit, "scheme"));
            credit.at("rounding").ifPresent(rounding -> rounding("creditRounding", rounding));
        });
        tree.at("options").ifPresent(options -> {
            OPTIONS.forEach(name -> put(name, word(options, name)));
            options.at("rounding").ifPresent(rounding -> rounding("rounding", rounding));
            options.at("splitting").ifPresent(splitting -> {
                put("splitting", splitting.at("by").isPresent() ? "by" : splitting.word());
                put("splittingStep", word(splitting, "by"));
            });
        });
    }

    /// A word, or one of `up`, `down` and `halfUp` with a number.
    private void rounding(String name, Part rounding) {
        if (rounding instanceof Pairs(var pairs) && pairs.size() == 1) {
            pairs.forEach((how, step) -> {
                put(name, how);
                put(name + "Step", step.word());
            });
        } else {
            put(name, rounding.word());
        }
    }

    private void node(String path, Part part) {
        var prefix = "n." + path + ".";
        if (part.at("slot").isPresent()
                || part.at("need").isPresent()
                || part.at("accepts").isPresent()) {
            slot(prefix, (Pairs) part);
        } else if (part.at("all").isPresent()) {
            put(prefix + "kind", "all");
            children(path, part.at("all").orElseThrow());
        } else if (part.at("anyOf").isPresent()) {
            put(prefix + "kind", "anyOf");
            var any = part.at("anyOf").orElseThrow();
            put(prefix + "atLeast", word(any, "atLeast"));
            children(path, any.at("of").orElseGet(() -> new Many(List.of())));
        } else {
            put(prefix + "kind", "other");
            put(prefix + "other", RuleTree.line(part));
        }
    }

    private void children(String path, Part parts) {
        for (var place = 0; place < parts.items().size(); place++) {
            node(path + "-" + place, parts.items().get(place));
        }
    }

    private void slot(String prefix, Pairs slot) {
        put(prefix + "kind", "slot");
        put(prefix + "slot", word(slot, "slot"));
        put(prefix + "cost", word(slot, "cost"));
        slot.at("title").ifPresent(title -> prose(prefix + "title", title));
        slot.at("need").ifPresent(need -> need(prefix, need));
        slot.at("accepts").ifPresent(accepts -> filter(prefix + "f.", accepts));
    }

    private void need(String prefix, Part need) {
        for (var unit : List.of("count", "credits")) {
            need.at(unit).ifPresent(amount -> {
                put(prefix + "need", unit);
                put(prefix + "least", amount instanceof Word(var least) ? least : word(amount, "atLeast"));
                put(prefix + "most", word(amount, "atMost"));
            });
        }
        need.at("outcomes").ifPresent(outcomes -> {
            put(prefix + "need", "outcomes");
            put(prefix + "outcomes", String.join("\n", words(outcomes)));
            put(prefix + "least", word(need, "atLeast"));
        });
    }

    /// What has fields of its own goes there, the rest is shown as text, a line for each.
    private void filter(String prefix, Part filter) {
        var rest = new ArrayList<String>();
        for (var each : filter.at("all").map(Part::items).orElseGet(() -> List.of(filter))) {
            if (!simple(prefix, each)) {
                rest.add(RuleTree.line(each));
            }
        }
        put(prefix + "rest", String.join("\n", rest));
    }

    private boolean simple(String prefix, Part filter) {
        if (filter instanceof Word(var word)) {
            return (word.equals("anything") || word.equals("notExpired")) && once(prefix + word, "true");
        }
        if (!(filter instanceof Pairs(var pairs)) || pairs.size() != 1) {
            return false;
        }
        var key = pairs.keySet().iterator().next();
        var value = pairs.values().iterator().next();
        return switch (key) {
            case "family", "source" -> !fields.containsKey(prefix + key) && list(prefix + key, value);
            case "category" ->
                words(value).stream().noneMatch(word -> word.contains(","))
                        && once(prefix + key, String.join(", ", words(value)));
            case "level" -> two(prefix + "level", value, "framework", "atLeast");
            case "grade" -> two(prefix + "grade", value, "scheme", "atLeast");
            case "awardedWithin" -> within(prefix, value);
            default -> false;
        };
    }

    private boolean list(String name, Part value) {
        fields.put(name, words(value));
        return true;
    }

    private boolean two(String name, Part value, String first, String second) {
        return value instanceof Pairs(var pairs)
                && List.of(first, second).containsAll(pairs.keySet())
                && once(name + "." + first, word(value, first))
                && once(name + "." + second, word(value, second));
    }

    private boolean within(String prefix, Part value) {
        var period = value instanceof Word(var word) ? word : word(value, "period");
        return period(prefix + "within", period) && once(prefix + "anchor", word(value, "anchor"));
    }

    private boolean period(String name, String period) {
        var matcher = PERIOD.matcher(period);
        return matcher.matches() && once(name, matcher.group(1)) && once(name + ".unit", matcher.group(2));
    }

    private boolean once(String name, String value) {
        return fields.putIfAbsent(name, List.of(value)) == null;
    }

    private void constraint(String prefix, Part part) {
        var key = part instanceof Word(var word)
                ? word
                : part instanceof Pairs(var pairs) && pairs.size() == 1
                        ? pairs.keySet().iterator().next()
                        : "";
        var kind = ConstraintKind.of(key).filter(each -> isShown(each, part.at(key)));
        put(prefix + "kind", kind.map(ConstraintKind::key).orElse("other"));
        if (kind.isEmpty()) {
            put(prefix + "other", RuleTree.line(part));
            return;
        }
        for (var field : kind.get().fields()) {
            var value = field.name().isEmpty() ? part.at(key) : part.at(key).flatMap(body -> body.at(field.name()));
            value.ifPresent(each -> field(prefix + field.form(), field, each));
        }
    }

    /// Whether the form has a field for everything it says.
    private static boolean isShown(ConstraintKind kind, Optional<Part> body) {
        if (kind.isBare()) {
            return body.isEmpty();
        }
        if (kind.isOneValue()) {
            return body.isPresent();
        }
        return body.filter(each -> each instanceof Pairs(var pairs)
                        && pairs.keySet().stream()
                                .allMatch(name -> kind.fields().stream()
                                        .filter(field -> field.name().equals(name))
                                        .anyMatch(field -> field.type() != ConstraintKind.Type.PERIOD
                                                || each.at(name)
                                                        .filter(value -> PERIOD.matcher(value.word())
                                                                .matches())
                                                        .isPresent())))
                .isPresent();
    }

    private void field(String name, ConstraintKind.Field field, Part value) {
        switch (field.type()) {
            case WORD, CHOICE, SLOT -> put(name, value.word());
            case LINES -> put(name, String.join("\n", words(value)));
            case SLOTS -> fields.put(name, words(value));
            case PERIOD -> period(name, value.word());
            case FILTER -> filter(name + ".", value);
            case PROSE -> prose(name, value);
        }
    }

    private void prose(String name, Part texts) {
        if (texts instanceof Pairs(var pairs)) {
            pairs.forEach((language, text) -> put(name + "[" + language + "]", text.word()));
        }
    }

    private static String word(Part of, String key) {
        return of.at(key).map(Part::word).orElse("");
    }

    private static List<String> words(Part part) {
        return part instanceof Many(var items) ? items.stream().map(Part::word).toList() : List.of(part.word());
    }

    private void put(String name, String value) {
        fields.put(name, List.of(value));
    }
}
