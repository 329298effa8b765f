package org.cairn.skills.match;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// As many threads as there are processors.
final class Workers implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("skills-", 0).daemon().factory());

    interface Task<T> {
        T run();
    }

    /// Does all of them and gives their answers in order. When one fails or the caller is interrupted, those
    /// that have not begun are dropped.
    <T> List<T> all(List<Task<T>> tasks) throws InterruptedException {
        List<Future<T>> futures = new ArrayList<>(tasks.size());
        try {
            tasks.forEach(task -> futures.add(threads.submit(task::run)));
            List<T> answers = new ArrayList<>(tasks.size());
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } finally {
            futures.forEach(future -> future.cancel(false));
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
