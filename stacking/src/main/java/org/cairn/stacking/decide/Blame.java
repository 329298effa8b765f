package org.cairn.stacking.decide;

import java.util.Map;
import java.util.Optional;
import org.cairn.stacking.rule.Filter;

/// Finds the part of a filter on which a holding fails, so that a person can be told.
final class Blame {
    private Blame() {}

    /// The part that fails; empty when the holding is accepted. Of several parts of an "all" it is the first; an "any"
    /// of which nothing holds is named whole, unless a day is all that is wrong with one of its parts.
    static Optional<Filter> of(Filter filter, Holding held, Matcher matcher) {
        if (matcher.accepts(filter, held)) {
            return Optional.empty();
        }
        return switch (filter) {
            case Filter.All(var parts) ->
                parts.stream()
                        .map(part -> of(part, held, matcher))
                        .flatMap(Optional::stream)
                        // Age is named only where nothing else is wrong.
                        .reduce((one, other) -> isAge(one) ? other : one);
            case Filter.Any(var parts) ->
                parts.stream()
                        .map(part -> of(part, held, matcher))
                        .flatMap(Optional::stream)
                        .filter(Blame::isAge)
                        .findFirst()
                        .or(() -> Optional.of(filter));
            default -> Optional.of(filter);
        };
    }

    /// One sentence for all slots: age where it is the only fault of one of them.
    static Decision.Reason reason(Map<String, Filter> failed, Holding held) {
        for (var each : failed.values()) {
            if (each instanceof Filter.AwardedWithin(var period, var _)) {
                return new Decision.Reason.TooOld(Matcher.lastDay(held, period));
            }
            if (each instanceof Filter.NotExpired && held.expiresOn().isPresent()) {
                return new Decision.Reason.Expired(held.expiresOn().get());
            }
        }
        return new Decision.Reason.NotAccepted(failed);
    }

    private static boolean isAge(Filter filter) {
        return filter instanceof Filter.AwardedWithin || filter instanceof Filter.NotExpired;
    }
}
