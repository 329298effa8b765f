package org.cairn.server.taxonomy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.cairn.server.operate.CairnSettings;
import org.cairn.skills.match.FoundSkill;
import org.cairn.skills.match.Means;
import org.cairn.skills.match.SkillMatcher;
import org.cairn.skills.match.TextSkills;
import org.cairn.skills.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Finds the skills that a text speaks of, in the current taxonomy. What that needs is made in the background
/// when it is first asked for, and anew when another release becomes current; it is kept in the data folder,
/// where losing it costs the time to make it again. Thread-safe.
@Service
public class TextToSkills implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(TextToSkills.class);
    private static final Duration LONGEST_LOADING = Duration.ofSeconds(20);

    private final Taxonomies taxonomies;
    private final Path folder;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable Ready ready;
    private @Nullable Building building;
    private final Set<Thread> builders = new HashSet<>();
    private final boolean ahead;
    private volatile boolean closed;

    /// @param ahead whether an index is made as soon as a release becomes current, not only when first asked for.
    /// Tests leave it: they would load models that they do not ask for.
    TextToSkills(
            Taxonomies taxonomies, CairnSettings settings, @Value("${cairn.taxonomy.index-ahead:true}") boolean ahead) {
        this.taxonomies = taxonomies;
        this.ahead = ahead;
        this.folder = settings.dataDir().resolve("taxonomy").resolve("index");
    }

    /// What comes of a text.
    public sealed interface Answer {
        /// @param skills the likeliest first
        /// @param means whether there is a model for the language, or only its words were compared
        record Found(List<FoundSkill> skills, Means means) implements Answer {
            public Found {
                skills = List.copyOf(skills);
            }
        }

        /// Ask again in a while.
        record Preparing(int percent) implements Answer {}

        /// There is no taxonomy, or its index cannot be made here; the log says why.
        record Absent() implements Answer {}
    }

    private record Ready(Taxonomy taxonomy, SkillMatcher matcher, TextSkills texts) {}

    /// One attempt to make it; owned by its thread, but for the percentage.
    private static final class Building {
        private final Taxonomy taxonomy;
        private volatile int percent;
        private volatile boolean failed;
        private @Nullable Thread thread;

        private Building(Taxonomy taxonomy) {
            this.taxonomy = taxonomy;
        }
    }

    /// @param text only its first [TextSkills#LONGEST] characters are read
    /// @param language of the text, BCP 47
    public Answer find(String text, String language) {
        var taxonomy = taxonomies.current();
        lock.readLock().lock();
        try {
            var now = ready;
            if (now != null && now.taxonomy() == taxonomy) {
                var read = text.length() > TextSkills.LONGEST ? text.substring(0, TextSkills.LONGEST) : text;
                return new Answer.Found(
                        now.texts().find(read, language), now.matcher().means(language));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("asked to stop while reading a text", e);
        } finally {
            lock.readLock().unlock();
        }
        if (taxonomy.skills().isEmpty()) {
            return new Answer.Absent();
        }
        var work = begin(taxonomy);
        return work.failed ? new Answer.Absent() : new Answer.Preparing(work.percent);
    }

    private synchronized Building begin(Taxonomy taxonomy) {
        var running = building;
        if (running != null && running.taxonomy == taxonomy) {
            return running;
        }
        stop(running);
        var fresh = new Building(taxonomy);
        var builder = Thread.ofPlatform().daemon().name("skill-index").start(() -> build(fresh));
        fresh.thread = builder;
        builders.removeIf(each -> !each.isAlive());
        builders.add(builder);
        building = fresh;
        return fresh;
    }

    private static void stop(@Nullable Building work) {
        var thread = Optional.ofNullable(work).map(each -> each.thread);
        thread.ifPresent(Thread::interrupt);
    }

    private void build(Building work) {
        try {
            var matcher = SkillMatcher.open(
                    work.taxonomy,
                    folder,
                    (done, total) -> work.percent = total == 0 ? 0 : (int) Math.min(99, 100 * done / total));
            take(new Ready(work.taxonomy, matcher, new TextSkills(matcher)));
        } catch (InterruptedException e) {
            log.info("Making the index of {} was stopped", work.taxonomy.scheme());
        } catch (IOException | RuntimeException | LinkageError e) {
            if (Thread.currentThread().isInterrupted()) {
                log.info("Making the index of {} was stopped", work.taxonomy.scheme());
                return;
            }
            work.failed = true;
            log.error("The index of {} for finding skills in texts cannot be made", work.taxonomy.scheme(), e);
        }
    }

    private void take(Ready fresh) {
        lock.writeLock().lock();
        try {
            if (closed) {
                fresh.matcher().close();
                return;
            }
            var old = ready;
            ready = fresh;
            if (old != null) {
                old.matcher().close();
            }
        } finally {
            lock.writeLock().unlock();
        }
        log.info(
                "The index of {} for finding skills in texts is ready",
                fresh.taxonomy().scheme());
    }

    /// The starter set is small enough to wait until somebody asks.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void prepare(TaxonomyChanged changed) {
        if (ahead && !changed.current().name().equals(Release.STARTER)) {
            Thread.ofVirtual().start(this::prepareCurrent);
        }
    }

    /// The last release may be gone again.
    private void prepareCurrent() {
        var current = taxonomies.current();
        if (!current.skills().isEmpty()) {
            begin(current);
        }
    }

    /// Waits for what is being made to stop: ONNX Runtime brings the whole machine down when it ends while a model is
    /// being loaded, which cannot be interrupted.
    @Override
    public void destroy() {
        closed = true;
        Set<Thread> stopping;
        synchronized (this) {
            stop(building);
            stopping = Set.copyOf(builders);
        }
        await(stopping);
        lock.writeLock().lock();
        try {
            var old = ready;
            ready = null;
            if (old != null) {
                old.matcher().close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static void await(Set<Thread> stopping) {
        try {
            for (var each : stopping) {
                each.join(LONGEST_LOADING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
