package org.cairn.server.employer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `endorsement_request`. organisation_id is the institution that asks; the employer sees what it was asked.
@Repository
class RequestRepository {
    private final JdbcClient jdbc;

    RequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param reason why it was declined; blank otherwise
    record Request(
            UUID id,
            OrganisationId organisation,
            OrganisationId employer,
            SpecVersionId version,
            String words,
            Instant askedAt,
            Status status,
            String reason) {
        enum Status {
            ASKED,
            DONE,
            DECLINED
        }
    }

    /// @throws org.springframework.dao.DuplicateKeyException when this was asked and not answered yet
    void insert(Request request) {
        jdbc.sql("""
                insert into endorsement_request (id, organisation_id, employer_id, spec_version_id, words, asked_at,
                  status)
                values (:id, :organisation, :employer, :version, :words, :at, 'ASKED')
                """)
                .param("id", request.id())
                .param("organisation", request.organisation().value())
                .param("employer", request.employer().value())
                .param("version", request.version().value())
                .param("words", request.words())
                .param("at", request.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Request> askedBy(OrganisationId institution, int limit) {
        return jdbc.sql("""
                select * from endorsement_request where organisation_id = :organisation
                order by asked_at desc, id limit :limit
                """)
                .param("organisation", institution.value())
                .param("limit", limit)
                .query((row, n) -> request(row))
                .list();
    }

    /// What waits for an employer's answer.
    List<Request> waitingFor(OrganisationId employer, int limit) {
        return jdbc.sql("""
                select * from endorsement_request where employer_id = :employer and status = 'ASKED'
                order by asked_at, id limit :limit
                """)
                .param("employer", employer.value())
                .param("limit", limit)
                .query((row, n) -> request(row))
                .list();
    }

    Optional<Request> waitingFor(OrganisationId employer, UUID id) {
        return jdbc.sql("""
                select * from endorsement_request where employer_id = :employer and id = :id and status = 'ASKED'
                """)
                .param("employer", employer.value())
                .param("id", id)
                .query((row, n) -> request(row))
                .optional();
    }

    /// The employer has endorsed the version, whoever asked.
    void done(OrganisationId employer, SpecVersionId version, Instant now) {
        jdbc.sql("""
                update endorsement_request set status = 'DONE', answered_at = :now
                where employer_id = :employer and spec_version_id = :version and status = 'ASKED'
                """)
                .param("employer", employer.value())
                .param("version", version.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean decline(OrganisationId employer, UUID id, String reason, Instant now) {
        return jdbc.sql("""
                        update endorsement_request set status = 'DECLINED', reason = :reason, answered_at = :now
                        where employer_id = :employer and id = :id and status = 'ASKED'
                        """)
                        .param("employer", employer.value())
                        .param("id", id)
                        .param("reason", reason)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new OrganisationId(row.getObject("employer_id", UUID.class)),
                new SpecVersionId(row.getObject("spec_version_id", UUID.class)),
                row.getString("words"),
                row.getTimestamp("asked_at").toInstant(),
                Request.Status.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("reason")).orElse(""));
    }
}
