package org.cairn.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The finders of this executor: each taxonomy is opened once, however many tasks run here.
final class Finders {
    private static final Map<String, SkillFinder> OPEN = new ConcurrentHashMap<>();

    private Finders() {}

    static SkillFinder of(SkillFinder.Source source, String taxonomy) {
        return OPEN.computeIfAbsent(taxonomy, _ -> {
            try {
                return source.open(taxonomy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while the taxonomy was opened", e);
            }
        });
    }
}
