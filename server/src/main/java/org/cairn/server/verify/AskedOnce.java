package org.cairn.server.verify;

import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.cairn.credential.outside.Fetched;

/// What other hosts answered while documents are checked one after the other: each is asked once for all of them. So a
/// thousand credentials of one issuer cost it one look at its status list, and tell it nothing about any of them.
/// Whoever checks holds it for as long as one "now" lasts and drops it afterwards. Thread-safe.
public final class AskedOnce {
    static final ScopedValue<AskedOnce> CURRENT = ScopedValue.newInstance();

    private static final int MOST_ANSWERS = 2_000;
    private static final long MOST_BYTES = 32L << 20;

    private final ConcurrentMap<String, Fetched> answers = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    private AskedOnce() {}

    public static AskedOnce fresh() {
        return new AskedOnce();
    }

    Fetched answer(URI address, String accept, Supplier<Fetched> host) {
        var key = accept + ' ' + address;
        var known = answers.get(key);
        if (known != null) {
            return known;
        }
        var answer = host.get();
        if (mayBeKept(answer)) {
            answers.put(key, answer);
        }
        return answer;
    }

    /// What was not asked for want of time is asked by the next one.
    private boolean mayBeKept(Fetched answer) {
        if (answers.size() >= MOST_ANSWERS) {
            return false;
        }
        return switch (answer) {
            case Fetched.Body body -> bytes.addAndGet(body.bytes().length) <= MOST_BYTES;
            case Fetched.Unreachable(var cause) -> !cause.equals(OutsideHosts.BUDGET) && !cause.equals("BUSY");
            case Fetched.Missing _, Fetched.Refused _ -> true;
        };
    }
}
