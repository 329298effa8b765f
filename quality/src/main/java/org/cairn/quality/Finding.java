package org.cairn.quality;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What one rule found. Its texts are made when they are asked for: a catalogue of reports holds none.
///
/// @param found what stands at the rule's place
/// @param positions of the members of a list that failed, counted from 1
public record Finding(Rule rule, Outcome outcome, Fact found, Set<Integer> positions) {
    public String messageIn(Locale language) {
        return rule.messageIn(language);
    }

    /// What stands there, shortened, or that nothing does.
    public String foundIn(Locale language) {
        return Quotes.of(found, language);
    }

    /// What would pass.
    public String acceptedIn(Locale language) {
        return rule.acceptedIn(language);
    }

    /// What to type or do, with the members of a list that need it.
    public String fixIn(Locale language) {
        var numbers = positions.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        var hint = Texts.best(rule.fixHint(), language);
        return numbers.isEmpty()
                ? hint.replace(" {positions}", "").replace("{positions}", "")
                : hint.replace("{positions}", "(" + numbers + ")");
    }

    /// Why it is not applicable, waits for a person or could not be read; blank for what was decided.
    public String reasonIn(Locale language) {
        return switch (outcome) {
            case Outcome.NotApplicable(var cause, var said) ->
                cause == Outcome.NotApplicable.Cause.DECLARED ? said : Texts.own("notApplicable." + cause, language);
            case Outcome.NeedsReview(var gap) -> Texts.own("gap." + gap, language);
            case Outcome.Undecided(var fault) -> Texts.own("fault." + fault, language);
            case Outcome.Pass _, Outcome.Fail _, Outcome.Warn _ -> "";
        };
    }

    /// The source and the clause that demand it.
    public String clause() {
        return rule.cites().source() + ", " + rule.cites().clause();
    }
}
