package org.cairn.server.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.quality.Condition;
import org.cairn.quality.Place;
import org.cairn.quality.Rule;

/// What a rule asks of people, read from its question.
final class Asks {
    private Asks() {}

    /// Whether only a person can decide it.
    static boolean judgement(Rule rule) {
        return parts(rule.check()).anyMatch(Condition.Attested.class::isInstance);
    }

    /// The dated document it wants.
    static Optional<Condition.Evidence> document(Rule rule) {
        return parts(rule.check())
                .filter(Condition.Evidence.class::isInstance)
                .map(Condition.Evidence.class::cast)
                .findFirst();
    }

    /// The places it looks at, from the root.
    static List<String> paths(Rule rule) {
        return places(rule.check(), "").distinct().toList();
    }

    private static Stream<Condition> parts(Condition condition) {
        var below = switch (condition) {
            case Condition.All(var of) -> of.stream();
            case Condition.Any(var of) -> of.stream();
            case Condition.Not(var of) -> Stream.of(of);
            case Condition.Each each -> Stream.of(each.that());
            case Condition.Some some -> Stream.of(some.that());
            default -> Stream.<Condition>empty();
        };
        return Stream.concat(Stream.of(condition), below.flatMap(Asks::parts));
    }

    private static Stream<String> places(Condition condition, String member) {
        return switch (condition) {
            case Condition.All all -> all.of().stream().flatMap(each -> places(each, member));
            case Condition.Any any -> any.of().stream().flatMap(each -> places(each, member));
            case Condition.Not not -> places(not.of(), member);
            case Condition.Each each -> below(each.of(), each.that(), member);
            case Condition.Some some -> below(some.of(), some.that(), member);
            case Condition.Present present -> Stream.of(from(present.fact(), member));
            case Condition.Count count -> Stream.of(from(count.of(), member));
            case Condition.OneOf oneOf -> Stream.of(from(oneOf.fact(), member));
            case Condition.Range range -> Stream.of(from(range.fact(), member));
            case Condition.Matches matches -> Stream.of(from(matches.fact(), member));
            case Condition.Day day -> Stream.of(from(day.fact(), member));
            case Condition.Times _,
                    Condition.Same _,
                    Condition.Contains _,
                    Condition.Covered _,
                    Condition.Evidence _,
                    Condition.Attested _,
                    Condition.Resolves _ -> Stream.empty();
        };
    }

    private static Stream<String> below(Place of, Condition that, String member) {
        var list = from(of, member);
        return Stream.concat(Stream.of(list), places(that, list));
    }

    private static String from(Place place, String member) {
        var steps = String.join(".", place.steps());
        return place.isOfMember() ? member + "." + steps : steps;
    }
}
