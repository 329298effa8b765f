package org.cairn.server.verify;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// How much one visitor's check may ask of other hosts, all its credentials and endorsements together. What it could
/// no longer ask is UNKNOWN in the report.
final class FetchBudget {
    static final ScopedValue<FetchBudget> CURRENT = ScopedValue.newInstance();

    private static final int FETCHES = 40;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(20);

    private final long start = System.nanoTime();
    private final AtomicInteger spent = new AtomicInteger();

    private FetchBudget() {}

    static FetchBudget fresh() {
        return new FetchBudget();
    }

    /// Uses up one fetch.
    ///
    /// @return false when none is left, or no time
    boolean permits() {
        return spent.incrementAndGet() <= FETCHES && System.nanoTime() - start < NANOS;
    }
}
