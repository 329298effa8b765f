package org.cairn.server.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.award.Batch.Row.State;
import org.cairn.server.award.Batch.Status;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Chunks are worked by hand here: a batch is marked as queued without scheduling its job.
@CairnTest
class BatchesTest {
    @Autowired
    Batches batches;

    @Autowired
    BatchRepository rows;

    @Autowired
    BatchRowRepository lines;

    @Autowired
    Awards awards;

    @Autowired
    AwardRepository stored;

    @Autowired
    Specs specs;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Acting issuer;
    private SpecVersionId spec;

    @BeforeEach
    void anInstitutionWithASpec() {
        issuer = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        spec = AwardFixtures.aPublishedSpec(specs, issuer);
    }

    @Test
    void bad_rows_are_told_with_line_and_reason_and_good_rows_go_on() {
        var id = preview("""
                Name,E-mail,Learner number,Date
                Ana Gil,ana@example.org,1,2026-05-01
                ,nobody@example.org,2,2026-05-01
                Luis Paz,not an address,3,2026-05-01
                Ana Gil,ana@example.org,1,2026-05-01
                Eva Mar,,4,01/02/2026
                Sara Ali,,5,2026-05-01
                """);

        var batch = batches.get(issuer, id);

        assertThat(batch.counts()).isEqualTo(new Batch.Counts(2, 4, 0, 0));
        assertThat(lines.page(batch, State.BAD, 10, 0))
                .extracting(r -> r.line() + " " + r.reason().orElseThrow().key())
                .containsExactly(
                        "3 award.reason.noName",
                        "4 award.reason.email",
                        "5 award.reason.twice",
                        "6 award.reason.ambiguousDate");
    }

    @Test
    void a_preview_awards_nobody_and_can_be_discarded() {
        var id = preview(aClass(3));

        batches.discard(issuer, id);

        assertThat(stored.ofBatch(issuer.organisationId(), id)).isEmpty();
        assertThatThrownBy(() -> batches.get(issuer, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_unreadable_file_stores_nothing() {
        assertThatThrownBy(() -> preview("Colour\nred\n")).isInstanceOf(InputException.class);
        assertThat(rows.recent(issuer.organisationId(), 5)).isEmpty();
    }

    @Test
    void chunk_after_chunk_awards_everybody_once() {
        var id = queued(aClass(Batches.CHUNK + 50));

        assertThat(batches.nextChunk(id)).isEqualTo(Batches.Step.MORE);
        assertThat(batches.get(issuer, id).counts().awarded()).isEqualTo(Batches.CHUNK);
        assertThat(batches.nextChunk(id)).isEqualTo(Batches.Step.MORE);
        assertThat(batches.nextChunk(id)).isEqualTo(Batches.Step.FINISHED);
        assertThat(batches.nextChunk(id)).isEqualTo(Batches.Step.FINISHED);

        var done = batches.get(issuer, id);
        assertThat(done.status()).isEqualTo(Status.DONE);
        assertThat(done.counts()).isEqualTo(new Batch.Counts(0, 0, 0, Batches.CHUNK + 50));
        assertThat(stored.ofBatch(issuer.organisationId(), id)).hasSize(Batches.CHUNK + 50);
    }

    @Test
    void a_chunk_that_is_rolled_back_leaves_nothing_and_is_done_again() {
        var id = queued(aClass(10));

        transaction.executeWithoutResult(status -> {
            batches.nextChunk(id);
            status.setRollbackOnly();
        });
        assertThat(stored.ofBatch(issuer.organisationId(), id)).isEmpty();
        work(id);

        assertThat(stored.ofBatch(issuer.organisationId(), id)).hasSize(10);
    }

    @Test
    void two_workers_never_do_the_same_chunk() throws Exception {
        var id = queued(aClass(20));
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);

        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = workers.submit(() -> transaction.execute(status -> {
                var step = batches.nextChunk(id);
                held.countDown();
                await(release);
                return step;
            }));
            await(held);
            var second = batches.nextChunk(id);
            release.countDown();

            assertThat(second).isEqualTo(Batches.Step.BUSY);
            assertThat(first.get()).isEqualTo(Batches.Step.MORE);
        }
        work(id);
        assertThat(stored.ofBatch(issuer.organisationId(), id)).hasSize(20);
    }

    @Test
    void the_same_file_again_awards_nobody_and_says_when_they_were_awarded() {
        work(queued(aClass(5)));

        var again = batches.get(issuer, preview(aClass(5)));

        assertThat(again.counts()).isEqualTo(new Batch.Counts(0, 0, 5, 0));
        assertThatThrownBy(() -> batches.confirm(issuer, again.id())).isInstanceOf(ConflictException.class);
    }

    @Test
    void overlapping_files_previewed_before_either_was_confirmed_award_nobody_twice() {
        var first = queued(aClass(5));
        var second = queued(aClass(8));

        work(first);
        work(second);

        assertThat(batches.get(issuer, second).counts()).isEqualTo(new Batch.Counts(0, 0, 5, 3));
    }

    @Test
    void cancelling_stops_and_keeps_what_was_awarded() {
        var id = queued(aClass(Batches.CHUNK + 10));
        batches.nextChunk(id);

        batches.cancel(issuer, id);
        work(id);

        var batch = batches.get(issuer, id);
        assertThat(batch.status()).isEqualTo(Status.CANCELLED);
        assertThat(batch.counts()).isEqualTo(new Batch.Counts(10, 0, 0, Batches.CHUNK));
    }

    @Test
    void a_confirmed_file_is_worked_through_by_the_job() {
        var id = preview(aClass(30));

        batches.confirm(issuer, id);
        batches.confirm(issuer, id);

        Awaitility.await().until(() -> batches.get(issuer, id).status() == Status.DONE);
        assertThat(stored.ofBatch(issuer.organisationId(), id)).hasSize(30);
    }

    @Test
    void another_tenant_has_no_part_in_it() {
        var id = preview(aClass(2));
        var other = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);

        assertThatThrownBy(() -> batches.get(other, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> batches.confirm(other, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> batches.discard(other, id)).isInstanceOf(NotFoundException.class);
    }

    private BatchId preview(String file) {
        return batches.preview(
                issuer,
                new Batches.Upload(
                        spec, "class.csv", file.getBytes(StandardCharsets.UTF_8), DateOrder.UNDECLARED, "2026-05-01"),
                Locale.ENGLISH);
    }

    private BatchId queued(String file) {
        var id = preview(file);
        rows.confirm(issuer.organisationId(), id, issuer.actor());
        return id;
    }

    private void work(BatchId id) {
        while (batches.nextChunk(id) == Batches.Step.MORE) {
            assertThat(batches.get(issuer, id).status()).isEqualTo(Status.RUNNING);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String aClass(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(n -> "Learner Number " + n + ",l" + n + "@class.example," + n)
                .collect(Collectors.joining("\n", "Name,E-mail,Learner number\n", "\n"));
    }
}
