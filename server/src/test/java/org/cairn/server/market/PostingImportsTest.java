package org.cairn.server.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import org.awaitility.Awaitility;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.cairn.server.market.PostingImport.Status;
import org.cairn.server.market.PostingImport.Wish;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.cairn.skills.demand.Asked;
import org.cairn.skills.demand.PostingFault;
import org.cairn.skills.demand.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CairnTest
@Import(PostingFixtures.class)
class PostingImportsTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Autowired
    PostingImports imports;

    @Autowired
    ImportRepository rows;

    @Autowired
    Extraction extraction;

    @Autowired
    Demand demand;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private Acting sender;

    @BeforeEach
    void anInstitution() {
        sender = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
    }

    @Test
    void a_file_becomes_postings_with_skills_and_figures_by_itself() throws IOException {
        var id = sent(PostingFixtures.postings("a", 30, MARCH, 0, 1) + PostingFixtures.postings("b", 20, MARCH, 1));

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> counts(id).extracted() == 50);
        extraction.countAnew();

        assertThat(imports.get(sender, id).status()).isEqualTo(Status.DONE);
        var view = demand.view(own(), new Region("ES", "ES-MD"));
        assertThat(view.series(PostingFixtures.skill(0))).containsExactly(new Asked(MARCH, 30, 50));
        assertThat(demand.view(own(), Region.EVERYWHERE).series(PostingFixtures.skill(1)))
                .containsExactly(new Asked(MARCH, 50, 50));
        assertThat(jdbc.sql("select count(*) from market_import_part where import_id = :id")
                        .param("id", id.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void rows_that_are_no_postings_are_told_with_line_and_reason() throws IOException {
        var id = read(queued("""
                title,date,country
                Baker,2026-03-01,ES
                Cook,soon,ES
                ,2026-03-01,ES
                Waiter,2026-03-01,Atlantis
                Waiter,2026-03-02,ES
                """));

        assertThat(counts(id).stored()).isEqualTo(2);
        assertThat(imports.faults(imports.get(sender, id), 10))
                .containsExactly(
                        new PostingImport.Fault(3, PostingFault.DATE, "soon"),
                        new PostingImport.Fault(4, PostingFault.NO_WORDS, ""),
                        new PostingImport.Fault(5, PostingFault.COUNTRY, "Atlantis"));
    }

    @Test
    void what_was_sent_before_is_not_stored_again() throws IOException {
        read(queued(PostingFixtures.postings("a", 20, MARCH, 0)));

        var same = read(queued(PostingFixtures.postings("a", 21, MARCH, 0)));
        var renamed = read(queued(PostingFixtures.postings("a", 20, MARCH, 0).replace("\"id\":\"a", "\"id\":\"other")));

        assertThat(counts(same).stored()).isEqualTo(1);
        assertThat(counts(same).duplicates()).isEqualTo(20);
        assertThat(counts(renamed).stored()).isZero();
        assertThat(counts(renamed).duplicates()).isEqualTo(20);
    }

    @Test
    void killed_after_any_chunk_nothing_is_lost_or_doubled() throws IOException {
        var id = queued(PostingFixtures.postings("a", PostingImports.CHUNK * 2 + 100, MARCH, 0));
        try (var first = imports.open(id).orElseThrow()) {
            assertThat(imports.nextChunk(first)).isEqualTo(PostingImports.Step.MORE);
            assertThat(counts(id).rows()).isEqualTo(PostingImports.CHUNK);
            // Another takes over and goes on; the first, which was only slow, notices it.
            try (var second = imports.open(id).orElseThrow()) {
                assertThat(imports.nextChunk(second)).isEqualTo(PostingImports.Step.MORE);
                assertThat(imports.nextChunk(first)).isEqualTo(PostingImports.Step.OVERTAKEN);
                assertThat(imports.nextChunk(second)).isEqualTo(PostingImports.Step.MORE);
            }
        }
        read(id);

        assertThat(counts(id).stored()).isEqualTo(PostingImports.CHUNK * 2 + 100);
        assertThat(counts(id).duplicates()).isZero();
    }

    @Test
    void the_same_posting_shared_by_two_organisations_counts_once_for_all() throws IOException {
        var file = PostingFixtures.postings("common" + sender.organisationId(), 15, MARCH, 2);
        var other = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);

        var first = read(queued(sender, file, true));
        var second = read(queued(other, file, true));

        assertThat(inCommon(first)).isEqualTo(15);
        assertThat(imports.get(other, second).counts().stored()).isEqualTo(15);
        assertThat(inCommon(second)).isZero();
    }

    @Test
    void what_is_not_shared_is_nobody_elses() throws IOException {
        var id = read(queued(PostingFixtures.postings("a", 12, MARCH, 0)));
        var other = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);

        assertThat(inCommon(id)).isZero();
        assertThatThrownBy(() -> imports.get(other, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> imports.delete(other, id)).isInstanceOf(NotFoundException.class);
        assertThat(demand.series(SeriesId.own(sender.organisationId()), java.util.Optional.of(other.organisationId())))
                .isEmpty();
    }

    @Test
    void a_deleted_file_leaves_nothing_behind() throws IOException {
        var id = queued(PostingFixtures.postings("a", 12, MARCH, 0));
        assertThatThrownBy(() -> imports.delete(sender, id)).isInstanceOf(ConflictException.class);
        read(id);
        while (counts(id).waiting() > 0) {
            extraction.nextChunk();
        }
        extraction.countAnew();

        imports.delete(sender, id);
        extraction.countAnew();

        assertThat(demand.view(own(), Region.EVERYWHERE).months()).isEmpty();
    }

    @Test
    void a_stopped_file_keeps_what_was_read() throws IOException {
        var id = queued(PostingFixtures.postings("a", PostingImports.CHUNK + 10, MARCH, 0));
        try (var open = imports.open(id).orElseThrow()) {
            imports.nextChunk(open);
            imports.cancel(sender, id);
            assertThat(imports.nextChunk(open)).isEqualTo(PostingImports.Step.FINISHED);
        }

        assertThat(imports.get(sender, id).status()).isEqualTo(Status.CANCELLED);
        assertThat(counts(id).stored()).isEqualTo(PostingImports.CHUNK);
    }

    @Test
    void refuses_what_it_cannot_read() {
        assertThatThrownBy(() -> sent("")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> sent("PK\u0003\u0004")).isInstanceOf(InputException.class);
        var nowhere = new Wish("f", "", "", "XX", false);
        assertThatThrownBy(() -> imports.receive(sender, nowhere, stream("title,date\n")))
                .isInstanceOf(InputException.class);
    }

    private ImportId sent(String file) throws IOException {
        return imports.receive(sender, new Wish("file", "portal", "en", "", false), stream(file));
    }

    /// Stored without its job, so that chunks are worked by hand.
    private ImportId queued(String file) throws IOException {
        return queued(sender, file, false);
    }

    private ImportId queued(Acting by, String file, boolean shared) throws IOException {
        var id = new ImportId(java.util.UUID.randomUUID());
        rows.insert(id, by, new Wish("file", "portal", "en", "", shared), file.length(), java.time.Instant.EPOCH);
        rows.insertParts(id, by.organisationId(), stream(file));
        return id;
    }

    private ImportId read(ImportId id) throws IOException {
        try (var open = imports.open(id).orElseThrow()) {
            while (imports.nextChunk(open) == PostingImports.Step.MORE) {
                // On to the next chunk.
            }
        }
        return id;
    }

    private PostingImport.Counts counts(ImportId id) {
        return rows.byId(id).orElseThrow().counts();
    }

    private long inCommon(ImportId id) {
        return jdbc.sql("select count(*) from market_posting where import_id = :id and counts_in_common")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private Series own() {
        return demand.series(SeriesId.own(sender.organisationId()), java.util.Optional.of(sender.organisationId()))
                .orElseThrow();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
