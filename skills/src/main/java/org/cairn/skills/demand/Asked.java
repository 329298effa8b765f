package org.cairn.skills.demand;

import java.time.YearMonth;

/// Of the postings of a month, how many asked for a skill.
public record Asked(YearMonth month, long asked, long of) {
    public Asked {
        if (asked < 0 || asked > of) {
            throw new IllegalArgumentException(asked + " of " + of);
        }
    }
}
