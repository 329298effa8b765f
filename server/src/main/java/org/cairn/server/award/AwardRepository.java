package org.cairn.server.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `award`: append-only but for its status, which a trigger sees to.
@Repository
class AwardRepository {
    private static final String SELECT = """
            select a.id, a.organisation_id, a.spec_version_id, a.recipient_id, a.awarded_on, a.grade, a.narrative,
              a.status, a.annulled_for, a.absorbed_into, a.created_at,
              array(select c.component_award_id from award_component c where c.award_id = a.id order by c.position)
                as components,
              r.name, r.email, r.learner_number, r.holder_id
            from award a join recipient r on r.organisation_id = a.organisation_id and r.id = a.recipient_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AwardRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// An award about to be stored.
    record Fresh(Award award, Optional<BatchId> batch, String actor) {}

    /// What makes an award the same as an earlier one: version, learner and day.
    static Digest key(SpecVersionId spec, RecipientId recipient, LocalDate on) {
        return Digest.of(spec.value().toString(), recipient.toString(), on.toString());
    }

    void insert(List<Fresh> fresh) {
        batches.batchUpdate("""
                insert into award (id, organisation_id, spec_version_id, recipient_id, awarded_on, grade, narrative,
                  status, idempotency_key, batch_id, created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?, 'CONFERRED', ?, ?, ?, ?)
                """, fresh, 200, (row, f) -> {
            var a = f.award();
            row.setObject(1, a.id().value());
            row.setObject(2, a.organisation().value());
            row.setObject(3, a.spec().value());
            row.setObject(4, a.recipient().id().value());
            row.setObject(5, a.awardedOn());
            row.setString(6, a.grade().orElse(null));
            row.setString(7, a.narrative().orElse(null));
            row.setString(8, key(a.spec(), a.recipient().id(), a.awardedOn()).hex());
            row.setObject(9, f.batch().map(BatchId::value).orElse(null));
            row.setString(10, f.actor());
            row.setObject(11, a.createdAt().atOffset(ZoneOffset.UTC));
        });
    }

    /// Awards that stand (or were annulled) under any of these keys.
    List<Award> byKeys(OrganisationId organisation, Collection<Digest> keys) {
        return jdbc.sql(SELECT + "where a.organisation_id = :organisation and a.idempotency_key = any(:keys)")
                .param("organisation", organisation.value())
                .param("keys", keys.stream().map(Digest::hex).toArray(String[]::new))
                .query((row, n) -> award(row))
                .list();
    }

    Optional<Award> byId(OrganisationId organisation, AwardId id) {
        return jdbc.sql(SELECT + "where a.organisation_id = :organisation and a.id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) -> award(row))
                .optional();
    }

    List<Award> byIds(Collection<AwardId> ids) {
        return jdbc.sql(SELECT + "where a.id = any(:ids::uuid[]) order by a.created_at, a.id")
                .param("ids", ids.stream().map(AwardId::toString).toArray(String[]::new))
                .query((row, n) -> award(row))
                .list();
    }

    List<Award> heldBy(PersonId person) {
        return jdbc.sql(SELECT + "where r.holder_id = :person order by a.awarded_on desc, a.created_at desc, a.id")
                .param("person", person.value())
                .query((row, n) -> award(row))
                .list();
    }

    List<Award> ofRecipient(Recipient recipient) {
        return jdbc.sql(SELECT + "where a.organisation_id = :organisation and r.id = :recipient order by a.created_at")
                .param("organisation", recipient.organisation().value())
                .param("recipient", recipient.id().value())
                .query((row, n) -> award(row))
                .list();
    }

    List<Award> ofBatch(OrganisationId organisation, BatchId batch) {
        return jdbc.sql(SELECT + """
                where a.organisation_id = :organisation and a.batch_id = :batch order by r.name, a.id
                """)
                .param("organisation", organisation.value())
                .param("batch", batch.value())
                .query((row, n) -> award(row))
                .list();
    }

    List<Award> page(OrganisationId organisation, AwardSearch search, int size) {
        return search.bind(
                        jdbc.sql(SELECT + AwardSearch.WHERE
                                + " order by a.created_at desc, a.id desc limit :size offset :skipped"),
                        organisation)
                .param("size", size)
                .param("skipped", (long) (search.page() - 1) * size)
                .query((row, n) -> award(row))
                .list();
    }

    long count(OrganisationId organisation, AwardSearch search) {
        return search.bind(jdbc.sql("select count(*) from (" + SELECT + AwardSearch.WHERE + ") found"), organisation)
                .query(Long.class)
                .single();
    }

    /// How many awards stand, of all organisations.
    Map<SpecVersionId, Long> standing() {
        var counts = new HashMap<SpecVersionId, Long>();
        jdbc.sql("select spec_version_id, count(*) from award where status = 'CONFERRED' group by spec_version_id")
                .query(row -> {
                    counts.put(new SpecVersionId(row.getObject(1, UUID.class)), row.getLong(2));
                });
        return counts;
    }

    /// @return false when it did not stand
    boolean annul(Award award, String reason, String actor, Instant at) {
        return jdbc.sql("""
                        update award set status = 'ANNULLED', annulled_for = :reason, annulled_by = :actor,
                          annulled_at = :at
                        where organisation_id = :organisation and id = :id and status = 'CONFERRED'
                        """)
                        .param("reason", reason)
                        .param("actor", actor)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("organisation", award.organisation().value())
                        .param("id", award.id().value())
                        .update()
                == 1;
    }

    /// @return false when it did not stand
    boolean absorb(Award award, AwardId into) {
        return jdbc.sql("""
                        update award set status = 'ABSORBED', absorbed_into = :into
                        where organisation_id = :organisation and id = :id and status = 'CONFERRED'
                        """)
                        .param("into", into.value())
                        .param("organisation", award.organisation().value())
                        .param("id", award.id().value())
                        .update()
                == 1;
    }

    /// @return false when it was not absorbed
    boolean restore(Award award) {
        return jdbc.sql("""
                        update award set status = 'CONFERRED', absorbed_into = null
                        where organisation_id = :organisation and id = :id and status = 'ABSORBED'
                        """)
                        .param("organisation", award.organisation().value())
                        .param("id", award.id().value())
                        .update()
                == 1;
    }

    private static Award award(ResultSet row) throws SQLException {
        return new Award(
                new AwardId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new SpecVersionId(row.getObject("spec_version_id", UUID.class)),
                RecipientRepository.recipient(row, "recipient_id"),
                row.getObject("awarded_on", LocalDate.class),
                Optional.ofNullable(row.getString("grade")),
                Optional.ofNullable(row.getString("narrative")),
                AwardStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("annulled_for")),
                Optional.ofNullable(row.getObject("absorbed_into", UUID.class)).map(AwardId::new),
                Stream.of((UUID[]) row.getArray("components").getArray())
                        .map(AwardId::new)
                        .toList(),
                row.getTimestamp("created_at").toInstant());
    }
}
