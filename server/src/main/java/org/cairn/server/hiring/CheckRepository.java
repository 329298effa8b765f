package org.cairn.server.hiring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Table `applicant_check`.
@Repository
class CheckRepository {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RoleRepository roles;

    CheckRepository(JdbcClient jdbc, JsonMapper json, RoleRepository roles) {
        this.jdbc = jdbc;
        this.json = json;
        this.roles = roles;
    }

    void insert(ApplicantCheck check) {
        jdbc.sql("""
                insert into applicant_check
                  (id, organisation_id, role_version_id, reference, result, made_by, made_at, delete_at)
                values (:id, :organisation, :role, :reference, :result::json, :by, :at, :until)
                """)
                .param("id", check.id().value())
                .param("organisation", check.role().organisation().value())
                .param("role", check.role().id().value())
                .param("reference", check.reference())
                .param("result", json.writeValueAsString(check.result()))
                .param("by", check.madeBy())
                .param("at", check.madeAt().atOffset(ZoneOffset.UTC))
                .param("until", check.deleteAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ApplicantCheck> byId(OrganisationId organisation, CheckId id) {
        return jdbc.sql("select * from applicant_check where organisation_id = :organisation and id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) -> check(organisation, row))
                .optional();
    }

    private ApplicantCheck check(OrganisationId organisation, ResultSet row) throws SQLException {
        var role = new RoleVersionId(row.getObject("role_version_id", UUID.class));
        return new ApplicantCheck(
                new CheckId(row.getObject("id", UUID.class)),
                roles.version(organisation, role).orElseThrow(),
                row.getString("reference"),
                json.readValue(row.getString("result"), ApplicantCheck.Result.class),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("delete_at").toInstant());
    }

    /// Newest first.
    List<ApplicantCheck.Listed> of(OrganisationId organisation, int limit) {
        return jdbc.sql("""
                select c.id, c.reference, v.title, c.made_at, c.delete_at from applicant_check c
                join role_version v on v.id = c.role_version_id and v.organisation_id = c.organisation_id
                where c.organisation_id = :organisation order by c.made_at desc, c.id limit :limit
                """)
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> new ApplicantCheck.Listed(
                        new CheckId(row.getObject("id", UUID.class)),
                        row.getString("reference"),
                        row.getString("title"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("delete_at").toInstant()))
                .list();
    }

    boolean delete(OrganisationId organisation, CheckId id) {
        return jdbc.sql("delete from applicant_check where organisation_id = :organisation and id = :id")
                        .param("organisation", organisation.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// @return whose checks went, once for each
    List<OrganisationId> deleteDue(Instant now) {
        return jdbc.sql("delete from applicant_check where delete_at <= :now returning organisation_id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }
}
