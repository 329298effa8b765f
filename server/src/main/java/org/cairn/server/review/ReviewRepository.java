package org.cairn.server.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Tables `quality_review` and `quality_round`.
@Repository
class ReviewRepository {
    private static final TypeReference<List<Round.PackRef>> PACKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Snapshot snapshot;

    ReviewRepository(JdbcClient jdbc, JsonMapper json, Snapshot snapshot) {
        this.jdbc = jdbc;
        this.json = json;
        this.snapshot = snapshot;
    }

    /// @return false when the body has this spec before it already
    boolean insert(Review review) {
        return jdbc.sql("""
                insert into quality_review (id, organisation_id, body_id, spec_id, state, due_on, opened_at)
                values (:id, :organisation, :body, :spec, :state, :due, :at) on conflict do nothing
                """)
                        .param("id", review.id().value())
                        .param("organisation", review.organisation().value())
                        .param("body", review.body().value())
                        .param("spec", review.spec().value())
                        .param("state", review.state().name())
                        .param("due", review.dueOn())
                        .param("at", review.openedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// A review that this organisation asked for or judges.
    Optional<Review> seen(OrganisationId by, ReviewId id) {
        return jdbc.sql("select * from quality_review where id = :id and :by in (organisation_id, body_id)")
                .param("id", id.value())
                .param("by", by.value())
                .query((row, n) -> review(row))
                .optional();
    }

    /// The same, locked until the transaction ends, so that two deeds at once see one another.
    Optional<Review> locked(OrganisationId by, ReviewId id) {
        return jdbc.sql("select * from quality_review where id = :id and :by in (organisation_id, body_id) for update")
                .param("id", id.value())
                .param("by", by.value())
                .query((row, n) -> review(row))
                .optional();
    }

    List<Review> ofInstitution(OrganisationId organisation, int limit) {
        return jdbc.sql("""
                select * from quality_review where organisation_id = :organisation
                order by opened_at desc, id limit :limit
                """)
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> review(row))
                .list();
    }

    /// What lies before a body, oldest first.
    ///
    /// @param states empty finds all
    List<Review> queue(OrganisationId body, List<ReviewState> states, int limit, int offset) {
        return jdbc.sql("""
                select * from quality_review where body_id = :body
                  and (cardinality(:states::text[]) = 0 or state = any(:states))
                order by opened_at, id limit :limit offset :offset
                """)
                .param("body", body.value())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> review(row))
                .list();
    }

    int waiting(OrganisationId body) {
        return jdbc.sql(
                        "select count(*) from quality_review where body_id = :body and state in ('SUBMITTED', 'IN_REVIEW')")
                .param("body", body.value())
                .query(Integer.class)
                .single();
    }

    List<Review> ofSpec(OrganisationId organisation, SpecId spec) {
        return jdbc.sql("""
                select * from quality_review where organisation_id = :organisation and spec_id = :spec
                order by opened_at desc, id
                """)
                .param("organisation", organisation.value())
                .param("spec", spec.value())
                .query((row, n) -> review(row))
                .list();
    }

    /// The same, locked until the transaction ends: a decision in another one is waited for, and
    /// waits.
    List<Review> lockedOfSpec(OrganisationId organisation, SpecId spec) {
        return jdbc.sql("""
                select * from quality_review where organisation_id = :organisation and spec_id = :spec
                order by id for update
                """)
                .param("organisation", organisation.value())
                .param("spec", spec.value())
                .query((row, n) -> review(row))
                .list();
    }

    /// What the lists show of a review's latest round.
    record Text(SpecContent content, Instant submittedAt) {}

    Text latestText(Review review) {
        return jdbc.sql("""
                select content, submitted_at from quality_round
                where review_id = :review and organisation_id = :organisation order by number desc limit 1
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .query((row, n) -> new Text(
                        json.readValue(row.getString(1), SpecContent.class),
                        row.getTimestamp(2).toInstant()))
                .single();
    }

    /// The text of a round as it was kept, of which the digest was taken.
    String frozen(Review review, int round) {
        return jdbc.sql("""
                select content::text from quality_round
                where review_id = :review and organisation_id = :organisation and number = :round
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .param("round", round)
                .query(String.class)
                .single();
    }

    void move(Review review, ReviewState state, Optional<PersonId> reviewer) {
        jdbc.sql("""
                update quality_review set state = :state, reviewer = :reviewer
                where id = :id and organisation_id = :organisation
                """)
                .param("id", review.id().value())
                .param("organisation", review.organisation().value())
                .param("state", state.name())
                .param("reviewer", reviewer.map(PersonId::value).orElse(null))
                .update();
    }

    void setDue(Review review, LocalDate due) {
        jdbc.sql("update quality_review set due_on = :due where id = :id and organisation_id = :organisation")
                .param("id", review.id().value())
                .param("organisation", review.organisation().value())
                .param("due", due)
                .update();
    }

    void insert(Review review, Round round) {
        jdbc.sql("""
                insert into quality_round (review_id, organisation_id, number, content, sha256, packs, report,
                  submitted_by, submitted_at, submitted_on)
                values (:review, :organisation, :number, :content::json, :sha256, :packs::jsonb, :report::jsonb,
                  :by, :at, :on)
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .param("number", round.number())
                .param("content", snapshot.text(round.content()))
                .param("sha256", round.sha256())
                .param("packs", json.writeValueAsString(round.packs()))
                .param("report", json.writeValueAsString(round.report()))
                .param("by", round.submittedBy())
                .param("at", round.submittedAt().atOffset(ZoneOffset.UTC))
                .param("on", round.report().on())
                .update();
    }

    void decide(Review review, Round round, Round.Decided decided) {
        jdbc.sql("""
                update quality_round set decision = :decision, reason = :reason, decided_by = :by, decided_at = :at,
                  valid_until = :until
                where review_id = :review and organisation_id = :organisation and number = :number
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .param("number", round.number())
                .param("decision", decided.decision().name())
                .param("reason", decided.reason())
                .param("by", decided.by().value())
                .param("at", decided.at().atOffset(ZoneOffset.UTC))
                .param("until", decided.until().orElse(null))
                .update();
    }

    /// All rounds, the first one first.
    List<Round> rounds(Review review) {
        return jdbc.sql("""
                select * from quality_round where review_id = :review and organisation_id = :organisation
                order by number
                """)
                .param("review", review.id().value())
                .param("organisation", review.organisation().value())
                .query((row, n) -> round(row))
                .list();
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                new ReviewId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new OrganisationId(row.getObject("body_id", UUID.class)),
                new SpecId(row.getObject("spec_id", UUID.class)),
                ReviewState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("reviewer", UUID.class)).map(PersonId::new),
                row.getObject("due_on", LocalDate.class),
                row.getTimestamp("opened_at").toInstant());
    }

    private Round round(ResultSet row) throws SQLException {
        var decided = row.getString("decision") == null
                ? Optional.<Round.Decided>empty()
                : Optional.of(new Round.Decided(
                        Decision.valueOf(row.getString("decision")),
                        row.getString("reason"),
                        new PersonId(row.getObject("decided_by", UUID.class)),
                        row.getTimestamp("decided_at").toInstant(),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class))));
        return new Round(
                row.getInt("number"),
                json.readValue(row.getString("content"), SpecContent.class),
                row.getString("sha256"),
                json.readValue(row.getString("packs"), PACKS),
                json.readValue(row.getString("report"), FiledReport.class),
                row.getString("submitted_by"),
                row.getTimestamp("submitted_at").toInstant(),
                decided);
    }
}
