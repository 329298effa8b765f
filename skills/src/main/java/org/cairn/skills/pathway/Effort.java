package org.cairn.skills.pathway;

import java.time.Duration;

/// How long a plan may be looked for before the best found is returned with its bound.
public record Effort(Duration limit) {
    public static final Effort USUAL = new Effort(Duration.ofSeconds(20));

    public Effort {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("no effort, no plan");
        }
    }

    static Effort seconds(long seconds) {
        return new Effort(Duration.ofSeconds(seconds));
    }
}
