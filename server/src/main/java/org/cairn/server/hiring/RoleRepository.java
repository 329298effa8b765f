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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Tables `role_profile` and `role_version`.
@Repository
class RoleRepository {
    private static final TypeReference<List<RoleSkill>> SKILLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RoleRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(RoleProfile role) {
        jdbc.sql("""
                insert into role_profile (id, organisation_id, title, about, skills, created_at)
                values (:id, :organisation, :title, :about, :skills::json, :at)
                """)
                .param("id", role.id().value())
                .param("organisation", role.organisation().value())
                .param("title", role.title())
                .param("about", role.about())
                .param("skills", json.writeValueAsString(role.skills()))
                .param("at", role.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Locks the row where it is about to change.
    Optional<RoleProfile> forChange(OrganisationId organisation, RoleId id) {
        return jdbc.sql("select * from role_profile where organisation_id = :organisation and id = :id for update")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) -> role(row))
                .optional();
    }

    Optional<RoleProfile> byId(OrganisationId organisation, RoleId id) {
        return jdbc.sql("select * from role_profile where organisation_id = :organisation and id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) -> role(row))
                .optional();
    }

    /// Those in use first, newest first.
    List<RoleProfile> of(OrganisationId organisation, int limit) {
        return jdbc.sql("""
                select * from role_profile where organisation_id = :organisation
                order by archived_at is not null, created_at desc, id limit :limit
                """)
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> role(row))
                .list();
    }

    void update(RoleProfile role) {
        jdbc.sql("""
                update role_profile set title = :title, about = :about, skills = :skills::json, archived_at = :archived,
                  revision = revision + 1
                where organisation_id = :organisation and id = :id
                """)
                .param("id", role.id().value())
                .param("organisation", role.organisation().value())
                .param("title", role.title())
                .param("about", role.about())
                .param("skills", json.writeValueAsString(role.skills()))
                .param(
                        "archived",
                        role.archivedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
    }

    void insert(RoleVersion version) {
        jdbc.sql("""
                insert into role_version (id, organisation_id, role_id, number, title, about, skills, frozen_at)
                values (:id, :organisation, :role, :number, :title, :about, :skills::json, :at)
                """)
                .param("id", version.id().value())
                .param("organisation", version.organisation().value())
                .param("role", version.role().value())
                .param("number", version.number())
                .param("title", version.title())
                .param("about", version.about())
                .param("skills", json.writeValueAsString(version.skills()))
                .param("at", version.frozenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<RoleVersion> newest(OrganisationId organisation, RoleId role) {
        return jdbc.sql("""
                select * from role_version where organisation_id = :organisation and role_id = :role
                order by number desc limit 1
                """)
                .param("organisation", organisation.value())
                .param("role", role.value())
                .query((row, n) -> version(row))
                .optional();
    }

    Optional<RoleVersion> version(OrganisationId organisation, RoleVersionId id) {
        return jdbc.sql("select * from role_version where organisation_id = :organisation and id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) -> version(row))
                .optional();
    }

    private RoleProfile role(ResultSet row) throws SQLException {
        return new RoleProfile(
                new RoleId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("title"),
                row.getString("about"),
                json.readValue(row.getString("skills"), SKILLS),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("archived_at")).map(at -> Instant.ofEpochMilli(at.getTime())));
    }

    private RoleVersion version(ResultSet row) throws SQLException {
        return new RoleVersion(
                new RoleVersionId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new RoleId(row.getObject("role_id", UUID.class)),
                row.getInt("number"),
                row.getString("title"),
                row.getString("about"),
                json.readValue(row.getString("skills"), SKILLS),
                row.getTimestamp("frozen_at").toInstant());
    }
}
