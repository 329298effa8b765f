package org.cairn.server.verify;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Checks what strangers hand in on threads of its own. Checking computes, and computing on a virtual thread keeps
/// all others waiting; here a heavy document slows its sender, not the house. Most checks wait for other hosts, so
/// there
/// are more hands than cores.
@Component
class CheckingCrew implements DisposableBean {
    static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int HANDS = 16;
    private static final int WAITING = 200;

    private final ThreadPoolExecutor hands = new ThreadPoolExecutor(
            HANDS,
            HANDS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("check-", 0).daemon().factory());

    CheckingCrew() {
        hands.allowCoreThreadTimeOut(true);
    }

    /// What came of it; empty when too many others wait or it took longer than anybody's patience. Its own exceptions
    /// come out as they are.
    <T> Optional<T> done(Callable<T> work) {
        return done(work, AskedOnce.fresh());
    }

    /// @param asked what other hosts answered before, where this is one check of several
    <T> Optional<T> done(Callable<T> work, AskedOnce asked) {
        try {
            var task = hands.submit(() -> ScopedValue.where(FetchBudget.CURRENT, FetchBudget.fresh())
                    .where(AskedOnce.CURRENT, asked)
                    .call(work::call));
            try {
                return Optional.of(task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                task.cancel(true);
                return Optional.empty();
            }
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void destroy() {
        hands.shutdownNow();
    }
}
