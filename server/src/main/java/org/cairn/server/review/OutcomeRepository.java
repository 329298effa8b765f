package org.cairn.server.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What follows from decisions: tables `quality_condition`, `quality_appeal` and
/// `quality_approval`.
@Repository
class OutcomeRepository {
    private final JdbcClient jdbc;

    OutcomeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Review review, Condition condition) {
        jdbc.sql("""
                insert into quality_condition (id, review_id, organisation_id, round, number, text, rule, due_on)
                values (:id, :review, :organisation, :round, :number, :text, :rule, :due)
                """)
                .param("id", condition.id())
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .param("round", condition.round())
                .param("number", condition.number())
                .param("text", condition.text())
                .param("rule", condition.rule())
                .param("due", condition.dueOn())
                .update();
    }

    List<Condition> conditions(Review review) {
        return jdbc.sql("""
                select * from quality_condition where review_id = :review and organisation_id = :organisation
                order by round, number
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .query((row, n) -> condition(row))
                .list();
    }

    /// A condition of a review that this body judges.
    Optional<Condition> condition(OrganisationId body, UUID id) {
        return jdbc.sql("""
                select c.* from quality_condition c join quality_review r on r.id = c.review_id
                where c.id = :id and r.body_id = :body
                """)
                .param("id", id)
                .param("body", body.value())
                .query((row, n) -> condition(row))
                .optional();
    }

    void settle(Review review, Condition condition, Condition.Settled settled, PersonId by) {
        jdbc.sql("""
                update quality_condition set met = :met, reason = :reason, settled_by = :by, settled_at = :at
                where id = :id and organisation_id = :organisation and met is null
                """)
                .param("id", condition.id())
                .param("organisation", review.organisation().value())
                .param("met", settled.met())
                .param("reason", settled.reason())
                .param("by", by.value())
                .param("at", settled.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Conditions of standing approvals whose day has passed and of which nobody was told yet.
    /// For the job, which works for all organisations.
    List<Condition> overdue(LocalDate today, int limit) {
        return jdbc.sql("""
                select c.* from quality_condition c join quality_review r on r.id = c.review_id
                where c.met is null and c.told_at is null and c.due_on < :today
                  and r.state = 'APPROVED_WITH_CONDITIONS'
                order by c.due_on, c.id limit :limit for update of c skip locked
                """)
                .param("today", today)
                .param("limit", limit)
                .query((row, n) -> condition(row))
                .list();
    }

    void markTold(Condition condition, Instant at) {
        jdbc.sql("update quality_condition set told_at = :at where id = :id")
                .param("id", condition.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Both sides of a review, for the job.
    Optional<OrganisationId> institutionOf(ReviewId review) {
        return jdbc.sql("select organisation_id from quality_review where id = :id")
                .param("id", review.value())
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .optional();
    }

    void add(Review review, Appeal appeal, String actor) {
        jdbc.sql("""
                insert into quality_appeal (id, review_id, organisation_id, round, reasons, filed_by, filed_at)
                values (:id, :review, :organisation, :round, :reasons, :by, :at)
                """)
                .param("id", appeal.id())
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .param("round", appeal.round())
                .param("reasons", appeal.reasons())
                .param("by", actor)
                .param("at", appeal.filedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Appeal> appeals(Review review) {
        return jdbc.sql("""
                select * from quality_appeal where review_id = :review and organisation_id = :organisation order by round
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .query((row, n) -> appeal(row))
                .list();
    }

    void name(Review review, Appeal appeal, PersonId reviewer) {
        jdbc.sql("update quality_appeal set reviewer = :reviewer where id = :id and organisation_id = :organisation")
                .param("id", appeal.id())
                .param("organisation", review.organisation().value())
                .param("reviewer", reviewer.value())
                .update();
    }

    void answer(Review review, Appeal appeal, Appeal.Answer answer) {
        jdbc.sql("""
                update quality_appeal set upheld = :upheld, reason = :reason, decided_by = :by, decided_at = :at
                where id = :id and organisation_id = :organisation and upheld is null
                """)
                .param("id", appeal.id())
                .param("organisation", review.organisation().value())
                .param("upheld", answer.upheld())
                .param("reason", answer.reason())
                .param("by", answer.by().value())
                .param("at", answer.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return false when it was noted before
    boolean add(Approval approval, int round) {
        return jdbc.sql("""
                        insert into quality_approval (id, review_id, organisation_id, body_id, version_id, round, packs,
                          decided_on, valid_until)
                        values (:id, :review, :organisation, :body, :version, :round, :packs, :on, :until)
                        on conflict (review_id, round, version_id) do nothing
                        """)
                        .param("id", approval.id())
                        .param("review", approval.review().value())
                        .param("organisation", approval.organisation().value())
                        .param("body", approval.body().value())
                        .param("version", approval.version().value())
                        .param("round", round)
                        .param("packs", approval.packs().toArray(String[]::new))
                        .param("on", approval.decidedOn())
                        .param("until", approval.until())
                        .update()
                == 1;
    }

    private static final String APPROVALS = """
            select a.*, (select count(*) from quality_condition c
              where c.review_id = a.review_id and c.round = a.round and c.met is null) as open_conditions
            from quality_approval a
            """;

    List<Approval> approvals(Review review) {
        return jdbc.sql(APPROVALS
                        + "where a.review_id = :review and a.organisation_id = :organisation order by a.decided_on")
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .query((row, n) -> approval(row))
                .list();
    }

    /// Published means public: whoever sees the version may know who approved it.
    List<Approval> approvals(SpecVersionId version) {
        return jdbc.sql(APPROVALS + "where a.version_id = :version order by a.decided_on, a.id")
                .param("version", version.value())
                .query((row, n) -> approval(row))
                .list();
    }

    void end(Approval approval, Instant at, String reason) {
        jdbc.sql("""
                update quality_approval set ended_at = :at, end_reason = :reason
                where id = :id and organisation_id = :organisation and ended_at is null
                """)
                .param("id", approval.id())
                .param("organisation", approval.organisation().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    private static Condition condition(ResultSet row) throws SQLException {
        var met = row.getObject("met", Boolean.class);
        var settled = met == null
                ? Optional.<Condition.Settled>empty()
                : Optional.of(new Condition.Settled(
                        met,
                        row.getString("reason"),
                        row.getTimestamp("settled_at").toInstant()));
        return new Condition(
                row.getObject("id", UUID.class),
                new ReviewId(row.getObject("review_id", UUID.class)),
                row.getInt("round"),
                row.getInt("number"),
                row.getString("text"),
                row.getString("rule"),
                row.getObject("due_on", LocalDate.class),
                settled);
    }

    private static Appeal appeal(ResultSet row) throws SQLException {
        var upheld = row.getObject("upheld", Boolean.class);
        var answer = upheld == null
                ? Optional.<Appeal.Answer>empty()
                : Optional.of(new Appeal.Answer(
                        upheld,
                        row.getString("reason"),
                        new PersonId(row.getObject("decided_by", UUID.class)),
                        row.getTimestamp("decided_at").toInstant()));
        return new Appeal(
                row.getObject("id", UUID.class),
                row.getInt("round"),
                row.getString("reasons"),
                row.getTimestamp("filed_at").toInstant(),
                Optional.ofNullable(row.getObject("reviewer", UUID.class)).map(PersonId::new),
                answer);
    }

    private static Approval approval(ResultSet row) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Approval(
                row.getObject("id", UUID.class),
                new ReviewId(row.getObject("review_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new OrganisationId(row.getObject("body_id", UUID.class)),
                new SpecVersionId(row.getObject("version_id", UUID.class)),
                List.of((String[]) row.getArray("packs").getArray()),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getInt("open_conditions"),
                ended == null
                        ? Optional.empty()
                        : Optional.of(new Approval.End(ended.toInstant(), row.getString("end_reason"))));
    }
}
