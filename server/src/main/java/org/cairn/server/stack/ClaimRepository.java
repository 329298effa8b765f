package org.cairn.server.stack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.award.AwardId;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.cairn.stacking.decide.Facts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Table `stack_claim`.
@Repository
class ClaimRepository {
    private static final String SELECT = "select * from stack_claim ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ClaimRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Claims of one learner wait for each other, whichever institution they are made at.
    void lock(PersonId person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:person, 81))")
                .param("person", person.toString())
                .query((row, n) -> n)
                .single();
    }

    void insert(Claim claim) {
        jdbc.sql("""
                insert into stack_claim (id, organisation_id, stack_id, version_id, person_id, status, facts,
                  inputs_hash, claimed_at)
                values (:id, :organisation, :stack, :version, :person, 'CLAIMED', :facts::jsonb, :hash, :at)
                """)
                .param("id", claim.id().value())
                .param("organisation", claim.organisation().value())
                .param("stack", claim.stack().value())
                .param("version", claim.version().value())
                .param("person", claim.person().value())
                .param("facts", json.writeValueAsString(claim.facts()))
                .param("hash", claim.inputsHash())
                .param("at", claim.claimedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What a registrar looked at last, where it is not what was claimed.
    void relook(ClaimId id, Facts facts, String hash) {
        jdbc.sql("update stack_claim set facts = :facts::jsonb, inputs_hash = :hash where id = :id")
                .param("id", id.value())
                .param("facts", json.writeValueAsString(facts))
                .param("hash", hash)
                .update();
    }

    void decide(
            ClaimId id, Claim.Status status, Optional<String> reason, Optional<AwardId> award, String by, Instant at) {
        jdbc.sql("""
                update stack_claim set status = :status, reason = :reason, award_id = :award, decided_by = :by,
                  decided_at = :at
                where id = :id
                """)
                .param("id", id.value())
                .param("status", status.name())
                .param("reason", reason.orElse(null))
                .param("award", award.map(AwardId::value).orElse(null))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void withdraw(ClaimId id) {
        jdbc.sql("update stack_claim set status = 'WITHDRAWN' where id = :id")
                .param("id", id.value())
                .update();
    }

    void appeal(ClaimId id, String text, Instant at) {
        jdbc.sql("update stack_claim set status = 'APPEALED', appeal = :text, appealed_at = :at where id = :id")
                .param("id", id.value())
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The claim, locked until the transaction ends.
    Optional<Claim> locked(ClaimId id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id.value())
                .query((row, n) -> claim(row))
                .optional();
    }

    Optional<Claim> byId(ClaimId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query((row, n) -> claim(row))
                .optional();
    }

    Optional<Claim> byAward(AwardId award) {
        return jdbc.sql(SELECT + "where award_id = :award")
                .param("award", award.value())
                .query((row, n) -> claim(row))
                .optional();
    }

    /// The longest waiting first.
    List<Claim> waiting(OrganisationId organisation, int limit) {
        return jdbc.sql(SELECT + """
                where organisation_id = :organisation and status in ('CLAIMED', 'APPEALED')
                order by claimed_at, id limit :limit
                """)
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> claim(row))
                .list();
    }

    /// Newest first.
    List<Claim> decided(OrganisationId organisation, int limit) {
        return jdbc.sql(SELECT + """
                where organisation_id = :organisation and status in ('CONFIRMED', 'REFUSED')
                order by decided_at desc, id limit :limit
                """)
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> claim(row))
                .list();
    }

    int countWaiting(OrganisationId organisation) {
        return jdbc.sql("""
                select count(*) from stack_claim
                where organisation_id = :organisation and status in ('CLAIMED', 'APPEALED')
                """)
                .param("organisation", organisation.value())
                .query(Integer.class)
                .single();
    }

    /// Newest first.
    List<Claim> of(PersonId person, StackId stack) {
        return jdbc.sql(SELECT + "where person_id = :person and stack_id = :stack order by claimed_at desc, id")
                .param("person", person.value())
                .param("stack", stack.value())
                .query((row, n) -> claim(row))
                .list();
    }

    /// Everything one learner claimed, newest first.
    List<Claim> of(PersonId person, int limit) {
        return jdbc.sql(SELECT + "where person_id = :person order by claimed_at desc, id limit :limit")
                .param("person", person.value())
                .param("limit", limit)
                .query((row, n) -> claim(row))
                .list();
    }

    private Claim claim(ResultSet row) throws SQLException {
        var decidedAt = row.getTimestamp("decided_at");
        return new Claim(
                new ClaimId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new StackId(row.getObject("stack_id", UUID.class)),
                new StackVersionId(row.getObject("version_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Claim.Status.valueOf(row.getString("status")),
                json.readValue(row.getString("facts"), Facts.class),
                row.getString("inputs_hash"),
                row.getTimestamp("claimed_at").toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(decidedAt).map(java.sql.Timestamp::toInstant),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("appeal")),
                Optional.ofNullable(row.getObject("award_id", UUID.class)).map(AwardId::new));
    }
}
