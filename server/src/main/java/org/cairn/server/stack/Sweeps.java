package org.cairn.server.stack;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.NotFoundException;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.decide.Decision.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides about every learner of a stack under one version of its rule, in the background: who meets it after the rule
/// was changed, who would by going over to it. Nothing is conferred by it. Killed, it goes on where it was.
/// Thread-safe.
@Service
class Sweeps {
    private static final int CHUNK = 500;
    /// Each learner takes a connection for a moment; the pages need some as well.
    private static final int AT_ONCE = 4;

    private final JdbcClient jdbc;
    private final StackRepository stacks;
    private final LearnerFacts learners;
    private final Decisions decisions;
    private final SchedulerClient jobs;
    private final Audit audit;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    Sweeps(
            JdbcClient jdbc,
            StackRepository stacks,
            LearnerFacts learners,
            Decisions decisions,
            SchedulerClient jobs,
            Audit audit,
            InstantSource time,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.stacks = stacks;
        this.learners = learners;
        this.decisions = decisions;
        this.jobs = jobs;
        this.audit = audit;
        this.time = time;
        this.transaction = transaction;
    }

    /// @param counts learners by verdict, as far as it has come
    record Sweep(int done, int total, Instant startedAt, Optional<Instant> finishedAt, Map<String, Integer> counts) {}

    /// What one learner came to.
    private record Result(PersonId person, String verdict, String hash) {}

    /// Begins anew. Asked again while it runs, it starts over.
    @Transactional
    void begin(Acting by, StackVersionId id) {
        var version = stacks.version(id)
                .filter(each -> each.organisation().equals(by.organisationId()))
                .orElseThrow(() -> new NotFoundException("stack"));
        jdbc.sql("""
                insert into stack_sweep (version_id, organisation_id, done, total, started_at)
                select :version, :organisation, 0, count(*), :at from stack_registration
                where stack_id = :stack and ended_at is null
                on conflict (version_id) do update
                  set last_person = null, done = 0, total = excluded.total, started_at = excluded.started_at,
                    finished_at = null
                """)
                .param("version", id.value())
                .param("organisation", version.organisation().value())
                .param("stack", version.stack().value())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(new Audit.Deed(
                Optional.of(by.organisationId().value()), by.actor(), "stack.swept", id.subject(), Map.of()));
        jobs.scheduleIfNotExists(
                SchedulableInstance.of(SweepJob.TASK.instance(id.toString()).build(), time.instant()));
    }

    Optional<Sweep> of(OrganisationId organisation, StackVersionId id) {
        return jdbc.sql("select * from stack_sweep where organisation_id = :organisation and version_id = :version")
                .param("organisation", organisation.value())
                .param("version", id.value())
                .query((row, n) -> sweep(row, id))
                .optional();
    }

    private Sweep sweep(ResultSet row, StackVersionId id) throws SQLException {
        var finished = Optional.ofNullable(row.getTimestamp("finished_at"));
        return new Sweep(
                row.getInt("done"),
                row.getInt("total"),
                row.getTimestamp("started_at").toInstant(),
                finished.map(java.sql.Timestamp::toInstant),
                counts(id));
    }

    private Map<String, Integer> counts(StackVersionId id) {
        var counts = new java.util.TreeMap<String, Integer>();
        jdbc.sql("select verdict, count(*) from stack_progress where version_id = :version group by verdict")
                .param("version", id.value())
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    /// Decides about the next learners.
    ///
    /// @return whether there are more
    boolean step(StackVersionId id) {
        var version = stacks.version(id).orElseThrow();
        var next = next(version);
        var results = decided(version, next);
        transaction.executeWithoutResult(_ -> store(version, next, results));
        return next.size() == CHUNK;
    }

    private List<PersonId> next(StackVersion version) {
        return jdbc.sql("""
                select r.person_id from stack_registration r
                join stack_sweep s on s.version_id = :version
                where r.stack_id = :stack and r.ended_at is null
                  and r.person_id > coalesce(s.last_person, '00000000-0000-0000-0000-000000000000'::uuid)
                order by r.person_id limit :limit
                """)
                .param("version", version.id().value())
                .param("stack", version.stack().value())
                .param("limit", CHUNK)
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    private List<Result> decided(StackVersion version, List<PersonId> people) {
        var free = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = people.stream()
                    .<Callable<Result>>map(person -> () -> {
                        free.acquire();
                        try {
                            return decided(version, person);
                        } finally {
                            free.release();
                        }
                    })
                    .toList();
            var results = new ArrayList<Result>(people.size());
            for (Future<Result> task : threads.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The sweep was stopped and goes on at the next start.", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private Result decided(StackVersion version, PersonId person) {
        var facts =
                learners.of(person, version, Days.today(time), Optional.empty()).facts();
        var decision = decisions.of(version, facts);
        return new Result(person, verdict(decision), decision.inputsHash());
    }

    private static String verdict(Decision decision) {
        return switch (decision.verdict()) {
            case Verdict.Met _ -> "MET";
            case Verdict.MetSubjectTo _ -> "MET_SUBJECT_TO";
            case Verdict.NotMet _ -> "NOT_MET";
            case Verdict.Provisional _ -> "PROVISIONAL";
        };
    }

    private void store(StackVersion version, List<PersonId> people, List<Result> results) {
        var now = time.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                insert into stack_progress (version_id, person_id, organisation_id, verdict, inputs_hash, evaluated_at)
                select :version, person, :organisation, verdict, hash, :at
                from unnest(:people::uuid[], :verdicts::text[], :hashes::text[]) as result(person, verdict, hash)
                on conflict (version_id, person_id) do update
                  set verdict = excluded.verdict, inputs_hash = excluded.inputs_hash,
                    evaluated_at = excluded.evaluated_at
                """)
                .param("version", version.id().value())
                .param("organisation", version.organisation().value())
                .param("at", now)
                .param(
                        "people",
                        results.stream().map(each -> each.person().toString()).toArray(String[]::new))
                .param("verdicts", results.stream().map(Result::verdict).toArray(String[]::new))
                .param("hashes", results.stream().map(Result::hash).toArray(String[]::new))
                .update();
        jdbc.sql("""
                update stack_sweep set last_person = coalesce(:last, last_person), done = done + :count,
                  finished_at = case when :finished then :at::timestamptz end
                where version_id = :version
                """)
                .param("last", people.isEmpty() ? null : people.getLast().value(), java.sql.Types.OTHER)
                .param("count", people.size())
                .param("finished", people.size() < CHUNK)
                .param("at", now)
                .param("version", version.id().value())
                .update();
    }
}
