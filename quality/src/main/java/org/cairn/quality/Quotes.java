package org.cairn.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Facts as a person would quote them, shortened.
final class Quotes {
    private static final int LONGEST = 90;
    private static final int MOST_MEMBERS = 10;

    /// What tells one member of a list from others, the most telling first.
    private static final List<String> TELLING =
            List.of("text", "title", "name", "type", "label", "party", "url", "value", "points", "id");

    private Quotes() {}

    static String of(Fact fact, Locale language) {
        if (!fact.isSaid()) {
            return fact instanceof Fact.NotApplicable said ? said.reason() : Texts.own("nothing", language);
        }
        var text = fact instanceof Fact.Many(var members)
                ? members.stream()
                        .filter(Fact::isSaid)
                        .limit(MOST_MEMBERS)
                        .map(member -> one(member, language, 3))
                        .collect(Collectors.joining("; "))
                : one(fact, language, 3);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String one(Fact fact, Locale language, int depth) {
        return switch (fact) {
            case Fact.Text(var text) -> text;
            case Fact.Amount(var amount) -> amount.toPlainString();
            case Fact.Flag(var isTrue) -> Texts.own(isTrue ? "yes" : "no", language);
            case Fact.Many(var members) -> members.isEmpty() ? "" : one(members.getFirst(), language, depth);
            case Fact.Group(var parts) -> group(parts, language, depth);
            case Fact.NotApplicable said -> said.reason();
            case Fact.Nothing _ -> "";
        };
    }

    private static String group(Map<String, Fact> parts, Locale language, int depth) {
        var telling = TELLING.stream()
                .map(name -> parts.getOrDefault(name, Fact.Nothing.NOTHING))
                .filter(Fact::isSaid)
                .findFirst();
        if (telling.isPresent() && depth > 0) {
            return one(telling.get(), language, depth - 1);
        }
        var texts = new HashMap<String, String>();
        parts.forEach((name, part) -> {
            if (part instanceof Fact.Text(var text)) {
                texts.put(name, text);
            }
        });
        return Texts.best(texts, language);
    }
}
