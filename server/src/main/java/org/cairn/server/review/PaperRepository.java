package org.cairn.server.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people brought to a review: tables `quality_attestation`, `quality_evidence`,
/// `quality_statement`, `quality_conflict` and `quality_step`. Rows are only ever added.
@Repository
class PaperRepository {
    private final JdbcClient jdbc;

    PaperRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A file as it was attached.
    ///
    /// @param bytes as they came
    record Attached(String title, String type, byte[] bytes) {}

    void add(Review review, Attestation said) {
        jdbc.sql("""
                insert into quality_attestation (id, review_id, organisation_id, round, rule, answer, reason, basis,
                  reviewer, at)
                values (:id, :review, :organisation, :round, :rule, :answer, :reason, :basis, :reviewer, :at)
                """)
                .param("id", said.id())
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .param("round", said.round())
                .param("rule", said.rule())
                .param("answer", said.answer())
                .param("reason", said.reason())
                .param("basis", said.basis())
                .param("reviewer", said.reviewer().value())
                .param("at", said.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// All that was said, the first word first.
    List<Attestation> attestations(Review review) {
        return jdbc.sql("""
                select * from quality_attestation where review_id = :review and organisation_id = :organisation
                order by at, id
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .query((row, n) -> new Attestation(
                        row.getObject("id", UUID.class),
                        row.getInt("round"),
                        row.getString("rule"),
                        row.getBoolean("answer"),
                        row.getString("reason"),
                        row.getString("basis"),
                        new PersonId(row.getObject("reviewer", UUID.class)),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    void add(Review review, Evidence evidence, byte[] file, String actor) {
        jdbc.sql("""
                insert into quality_evidence (id, review_id, organisation_id, rule, kind, party, title, dated, link, file,
                  file_type, sha256, added_by, added_at)
                values (:id, :review, :organisation, :rule, :kind, :party, :title, :dated, :link, :file, :type, :sha256,
                  :by, :at)
                """)
                .param("id", evidence.id())
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .param("rule", evidence.rule())
                .param("kind", evidence.kind())
                .param("party", evidence.party())
                .param("title", evidence.title())
                .param("dated", evidence.dated())
                .param("link", evidence.link())
                .param("file", evidence.hasFile() ? file : null)
                .param("type", evidence.fileType())
                .param("sha256", evidence.sha256())
                .param("by", actor)
                .param("at", evidence.addedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Evidence> evidence(Review review) {
        return jdbc.sql("""
                select id, rule, kind, party, title, dated, link, file_type, sha256, added_at from quality_evidence
                where review_id = :review and organisation_id = :organisation order by added_at, id
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .query((row, n) -> new Evidence(
                        row.getObject("id", UUID.class),
                        row.getString("rule"),
                        row.getString("kind"),
                        row.getString("party"),
                        row.getString("title"),
                        row.getObject("dated", LocalDate.class),
                        row.getString("link"),
                        row.getString("file_type"),
                        row.getString("sha256"),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }

    /// A file, for both sides of its review.
    Optional<Attached> file(OrganisationId by, UUID evidence) {
        return jdbc.sql("""
                select e.title, e.file_type, e.file from quality_evidence e join quality_review r on r.id = e.review_id
                where e.id = :id and :by in (r.organisation_id, r.body_id) and e.file is not null
                """)
                .param("id", evidence)
                .param("by", by.value())
                .query((row, n) -> new Attached(row.getString(1), row.getString(2), row.getBytes(3)))
                .optional();
    }

    void add(Review review, Statement statement, String actor) {
        jdbc.sql("""
                insert into quality_statement (id, review_id, organisation_id, path, value, stated_by, at)
                values (uuidv7(), :review, :organisation, :path, :value, :by, :at)
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .param("path", statement.path())
                .param("value", statement.value())
                .param("by", actor)
                .param("at", statement.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The latest for each path.
    List<Statement> statements(Review review) {
        return jdbc.sql("""
                select distinct on (path) path, value, at from quality_statement
                where review_id = :review and organisation_id = :organisation order by path, at desc, id desc
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .query((row, n) -> new Statement(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    void addConflict(Review review, PersonId person, String reason, Instant at) {
        jdbc.sql("""
                insert into quality_conflict (review_id, organisation_id, person, reason, at)
                values (:review, :organisation, :person, :reason, :at) on conflict do nothing
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .param("person", person.value())
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Who said that she has a stake in it.
    Set<PersonId> conflicts(Review review) {
        return Set.copyOf(jdbc.sql("""
                select person from quality_conflict where review_id = :review and organisation_id = :organisation
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list());
    }

    void add(Review review, Step step) {
        jdbc.sql("""
                insert into quality_step (id, review_id, organisation_id, at, actor, step, note)
                values (uuidv7(), :review, :organisation, :at, :actor, :step, :note)
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .param("actor", step.actor())
                .param("step", step.what())
                .param("note", step.note())
                .update();
    }

    List<Step> steps(Review review) {
        return jdbc.sql("""
                select at, actor, step, note from quality_step
                where review_id = :review and organisation_id = :organisation order by at, id
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .query((row, n) ->
                        new Step(row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
