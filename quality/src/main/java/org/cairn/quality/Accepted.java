package org.cairn.quality;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says a condition in words, for rules whose author left that to us.
final class Accepted {
    private static final int MOST_CODES = 20;

    private final Locale language;

    private Accepted(Locale language) {
        this.language = language;
    }

    static String of(Condition condition, Locale language) {
        return new Accepted(language).say(condition);
    }

    private String say(Condition condition) {
        return switch (condition) {
            case Condition.All(var of) -> joined(of, "and");
            case Condition.Any(var of) -> joined(of, "or");
            case Condition.Not(var of) -> say("not", say(of));
            case Condition.Present(var fact) -> say("present", fact.path());
            case Condition.Count count -> count(count);
            case Condition.OneOf(var fact, var codes) -> say("oneOf", fact.path(), list(codes));
            case Condition.Range range -> range(range);
            case Condition.Times(var fact, var times, var of) ->
                say("times", fact.path(), times.toPlainString(), of.path());
            case Condition.Same(var fact, var as) -> say("same", fact.path(), as.path());
            case Condition.Matches(var fact, var form) -> say("matches", fact.path(), form.toString());
            case Condition.Contains(var fact, var words) -> say("contains", fact.path(), list(words));
            case Condition.Each(var of, var where, var that) -> each(of, where, that);
            case Condition.Some(var of, var that) -> say("some", of.path(), say(that));
            case Condition.Covered(var each, var by) -> say("covered", each.path(), by.path());
            case Condition.Day day -> day(day);
            case Condition.Evidence(var of, var months, var from) ->
                say("evidence", of.path(), number(months), from.isEmpty() ? "" : " (" + list(from) + ")");
            case Condition.Attested(var months) -> say("attested", number(months));
            case Condition.Resolves(var fact, var months) -> say("resolves", fact.path(), number(months));
        };
    }

    private String say(String key, Object... arguments) {
        return Texts.own("accepted." + key, language, arguments);
    }

    private String joined(List<Condition> of, String by) {
        return of.stream().map(this::say).collect(Collectors.joining(say(by)));
    }

    private String count(Condition.Count count) {
        return count.atMost() == Integer.MAX_VALUE
                ? say("countAtLeast", count.of().path(), number(count.atLeast()))
                : say("count", count.of().path(), number(count.atLeast()), number(count.atMost()));
    }

    private String range(Condition.Range range) {
        var path = range.fact().path();
        var least = range.atLeast().map(BigDecimal::toPlainString);
        var most = range.atMost().map(BigDecimal::toPlainString);
        if (least.isPresent() && most.isPresent()) {
            return say("range", path, least.get(), most.get());
        }
        return least.map(number -> say("atLeast", path, number)).orElseGet(() -> say("atMost", path, most.orElse("")));
    }

    private String each(Place of, Optional<Condition> where, Condition that) {
        return where.map(only -> say("eachWhere", of.path(), say(only), say(that)))
                .orElseGet(() -> say("each", of.path(), say(that)));
    }

    private String day(Condition.Day day) {
        var words = new StringBuilder(say("day", day.fact().path()));
        day.withinMonths().ifPresent(months -> words.append(say("dayWithin", number(months))));
        if (!day.mayBeToCome()) {
            words.append(say("dayNotToCome"));
        }
        day.notBefore().ifPresent(other -> words.append(say("dayNotBefore", other.path())));
        return words.toString();
    }

    /// As text, so that no language puts marks into it.
    private static String number(int number) {
        return String.valueOf(number);
    }

    private static String list(Collection<String> words) {
        var shown = words.stream().sorted().limit(MOST_CODES).collect(Collectors.joining(", "));
        return words.size() > MOST_CODES ? shown + ", …" : shown;
    }
}
