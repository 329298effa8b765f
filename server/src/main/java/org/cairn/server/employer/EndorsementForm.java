package org.cairn.server.employer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.TypedValues;

/// What an endorser typed or sent.
///
/// @param kinds names of [EndorsementKind]
/// @param conflict `NONE` or `DECLARED`: nobody passes the question over
/// @param months how long it holds
record EndorsementForm(List<String> kinds, String comment, String conflict, String conflictWords, String months) {
    static final int USUAL_MONTHS = 24;
    private static final int MOST_MONTHS = 60;
    private static final int LONGEST = 1000;

    static final EndorsementForm NOTHING = new EndorsementForm(List.of(), "", "", "", Integer.toString(USUAL_MONTHS));

    EndorsementForm {
        kinds = List.copyOf(kinds);
    }

    enum Conflict {
        NONE,
        DECLARED
    }

    /// @param conflict blank for none
    record Wish(Set<EndorsementKind> kinds, String comment, String conflict, int months) {
        Wish {
            kinds = Set.copyOf(kinds);
        }
    }

    /// @throws InputException with every fault
    Wish wish() {
        var values = new TypedValues();
        var chosen = EnumSet.noneOf(EndorsementKind.class);
        kinds.stream()
                .limit(EndorsementKind.values().length)
                .forEach(kind ->
                        values.choice("kinds", kind, EndorsementKind.values()).ifPresent(chosen::add));
        if (kinds.isEmpty()) {
            values.add(Fault.of("kinds", "web.typed.choice"));
        }
        var words = values.text("comment", comment, 0, LONGEST);
        var declared = values.choice("conflict", conflict, Conflict.values())
                .filter(each -> each == Conflict.DECLARED)
                .isPresent();
        var interest = declared ? values.text("conflictWords", conflictWords, 10, LONGEST) : "";
        var length = values.number("months", months, 1, MOST_MONTHS).orElse(USUAL_MONTHS);
        values.check();
        return new Wish(chosen, words, interest, length);
    }
}
