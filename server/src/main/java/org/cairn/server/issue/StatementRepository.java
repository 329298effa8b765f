package org.cairn.server.issue;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of statements. What an organisation says in public may be read by anybody, so that reading by id or subject
/// names no organisation; changing does.
@Repository
class StatementRepository {
    private final JdbcClient jdbc;

    StatementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Statement statement, StatusLists.Place place) {
        jdbc.sql("""
                insert into statement (id, organisation_id, about, type, status_list_id, status_index, signed_json,
                                       issued_at, valid_until)
                values (:id, :organisation, :about, :type, :list, :place, :json, :issued, :until)
                """)
                .param("id", statement.id().value())
                .param("organisation", statement.organisation().value())
                .param("about", statement.about().toString())
                .param("type", statement.type().orElse(null))
                .param("list", place.list())
                .param("place", place.index())
                .param("json", statement.json())
                .param("issued", statement.issuedAt().atOffset(ZoneOffset.UTC))
                .param(
                        "until",
                        statement
                                .validUntil()
                                .map(end -> end.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .update();
    }

    Optional<Statement> byId(StatementId id) {
        return jdbc.sql("select * from statement where id = :id")
                .param("id", id.value())
                .query(StatementRepository::statement)
                .optional();
    }

    List<Statement> about(Collection<URI> about) {
        return jdbc.sql("select * from statement where about = any(:about) order by issued_at desc, id")
                .param("about", about.stream().map(URI::toString).toArray(String[]::new))
                .query(StatementRepository::statement)
                .list();
    }

    List<Statement> of(OrganisationId organisation) {
        return jdbc.sql("""
                select * from statement where organisation_id = :organisation order by issued_at desc, id
                """)
                .param("organisation", organisation.value())
                .query(StatementRepository::statement)
                .list();
    }

    List<Statement> standing(Collection<String> types, Collection<OrganisationId> of, int most) {
        return jdbc.sql("""
                select * from statement
                where type = any(:types) and organisation_id = any(:of) and withdrawn_at is null
                order by issued_at desc, id limit :most
                """)
                .param("types", types.toArray(String[]::new))
                .param("of", uuids(of))
                .param("most", most)
                .query(StatementRepository::statement)
                .list();
    }

    List<Statement> about(Collection<URI> about, Collection<String> types, Collection<OrganisationId> first, int most) {
        return jdbc.sql("""
                select * from statement where about = any(:about) and type = any(:types)
                order by organisation_id = any(:first) desc, issued_at desc, id limit :most
                """)
                .param("about", about.stream().map(URI::toString).toArray(String[]::new))
                .param("types", types.toArray(String[]::new))
                .param("first", uuids(first))
                .param("most", most)
                .query(StatementRepository::statement)
                .list();
    }

    private static UUID[] uuids(Collection<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::value).toArray(UUID[]::new);
    }

    /// @return where its bit stands; empty when there is none of this organisation, or it was withdrawn before
    Optional<StatusLists.Place> withdraw(OrganisationId organisation, StatementId id, String reason, Instant at) {
        return jdbc.sql("""
                update statement set withdrawn_at = :at, reason = :reason
                where organisation_id = :organisation and id = :id and withdrawn_at is null
                returning status_list_id, status_index
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) ->
                        new StatusLists.Place(row.getObject("status_list_id", UUID.class), row.getInt("status_index")))
                .optional();
    }

    private static Statement statement(ResultSet row, int number) throws SQLException {
        return new Statement(
                new StatementId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                URI.create(row.getString("about")),
                Optional.ofNullable(row.getString("type")),
                row.getTimestamp("issued_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("valid_until")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("withdrawn_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("reason")),
                row.getString("signed_json"));
    }
}
