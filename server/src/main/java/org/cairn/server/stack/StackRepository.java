package org.cairn.server.stack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;
import org.cairn.stacking.rule.Stack;
import org.cairn.stacking.text.StackText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `stack`, `stack_version` and `stack_partner`.
@Repository
class StackRepository {
    private static final String DRAFTS = """
            select s.*, (select count(*) from stack_version v where v.stack_id = s.id) as versions from stack s
            """;
    private static final String VERSIONS = "select * from stack_version ";
    private static final int REMEMBERED = 1_000;

    private final JdbcClient jdbc;
    /// Rules that were read; they never change. Lost, they are read again.
    private final ConcurrentHashMap<UUID, Stack> rules = new ConcurrentHashMap<>();

    StackRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when the organisation has a stack of that name
    boolean insert(StackDraft draft) {
        return jdbc.sql("""
                        insert into stack (id, organisation_id, name, draft, revision, saved_at)
                        values (:id, :organisation, :name, :draft, 1, :at)
                        on conflict (organisation_id, name) do nothing
                        """)
                        .param("id", draft.id().value())
                        .param("organisation", draft.organisation().value())
                        .param("name", draft.name())
                        .param("draft", draft.text())
                        .param("at", draft.savedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<StackDraft> draft(OrganisationId organisation, StackId id) {
        return jdbc.sql(DRAFTS + "where s.organisation_id = :organisation and s.id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) -> draft(row))
                .optional();
    }

    /// The draft, locked until the transaction ends, so that publishing sees what it stores.
    Optional<StackDraft> lockedDraft(OrganisationId organisation, StackId id) {
        jdbc.sql("select id from stack where organisation_id = :organisation and id = :id for update")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        return draft(organisation, id);
    }

    List<StackDraft> drafts(OrganisationId organisation) {
        return jdbc.sql(DRAFTS + "where s.organisation_id = :organisation order by s.saved_at desc, s.id")
                .param("organisation", organisation.value())
                .query((row, n) -> draft(row))
                .list();
    }

    /// @return false when somebody else saved since
    boolean save(OrganisationId organisation, StackId id, String text, long revision, Instant at) {
        return jdbc.sql("""
                        update stack set draft = :draft, revision = revision + 1, saved_at = :at
                        where organisation_id = :organisation and id = :id and revision = :revision
                        """)
                        .param("organisation", organisation.value())
                        .param("id", id.value())
                        .param("draft", text)
                        .param("revision", revision)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// @return false when something was published from it
    boolean deleteUnpublished(OrganisationId organisation, StackId id) {
        return jdbc.sql("""
                        delete from stack s where s.organisation_id = :organisation and s.id = :id
                          and not exists (select 1 from stack_version v where v.stack_id = s.id)
                        """)
                        .param("organisation", organisation.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void insert(StackVersion version, String actor) {
        jdbc.sql("""
                insert into stack_version (id, organisation_id, stack_id, number, rule, spec_version_id, from_day,
                  to_day, published_by, published_at)
                values (:id, :organisation, :stack, :number, :rule, :spec, :from, :to, :actor, :at)
                """)
                .param("id", version.id().value())
                .param("organisation", version.organisation().value())
                .param("stack", version.stack().value())
                .param("number", version.number())
                .param("rule", StackText.write(version.rule()))
                .param("spec", version.awards().value())
                .param("from", version.rule().inForce().from())
                .param("to", version.until().orElse(null))
                .param("actor", actor)
                .param("at", version.publishedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<StackVersion> version(StackVersionId id) {
        return jdbc.sql(VERSIONS + "where id = :id")
                .param("id", id.value())
                .query((row, n) -> version(row))
                .optional();
    }

    List<StackVersion> versions(Collection<StackVersionId> ids) {
        return jdbc.sql(VERSIONS + "where id = any(:ids::uuid[]) order by published_at desc, id")
                .param("ids", ids.stream().map(StackVersionId::toString).toArray(String[]::new))
                .query((row, n) -> version(row))
                .list();
    }

    /// Newest first.
    List<StackVersion> versions(OrganisationId organisation, StackId stack) {
        return jdbc.sql(VERSIONS + "where organisation_id = :organisation and stack_id = :stack order by number desc")
                .param("organisation", organisation.value())
                .param("stack", stack.value())
                .query((row, n) -> version(row))
                .list();
    }

    /// The newest version of each stack that is open on the day, of any organisation.
    List<StackVersion> open(java.time.LocalDate day, int limit) {
        return jdbc.sql("""
                select distinct on (stack_id) * from stack_version
                where from_day <= :day and (to_day is null or to_day >= :day)
                order by stack_id, number desc limit :limit
                """)
                .param("day", day)
                .param("limit", limit)
                .query((row, n) -> version(row))
                .list();
    }

    List<OrganisationId> partners(OrganisationId organisation) {
        return jdbc.sql("select partner_id from stack_partner where organisation_id = :organisation order by added_at")
                .param("organisation", organisation.value())
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    void addPartner(OrganisationId organisation, OrganisationId partner, String actor, Instant at) {
        jdbc.sql("""
                insert into stack_partner (organisation_id, partner_id, added_by, added_at)
                values (:organisation, :partner, :actor, :at) on conflict do nothing
                """)
                .param("organisation", organisation.value())
                .param("partner", partner.value())
                .param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void removePartner(OrganisationId organisation, OrganisationId partner) {
        jdbc.sql("delete from stack_partner where organisation_id = :organisation and partner_id = :partner")
                .param("organisation", organisation.value())
                .param("partner", partner.value())
                .update();
    }

    private static StackDraft draft(ResultSet row) throws SQLException {
        return new StackDraft(
                new StackId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("name"),
                row.getString("draft"),
                row.getLong("revision"),
                row.getTimestamp("saved_at").toInstant(),
                row.getInt("versions"));
    }

    private StackVersion version(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new StackVersion(
                new StackVersionId(id),
                new StackId(row.getObject("stack_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getInt("number"),
                rule(id, row.getString("rule")),
                new SpecVersionId(row.getObject("spec_version_id", UUID.class)),
                row.getTimestamp("published_at").toInstant());
    }

    private Stack rule(UUID id, String text) {
        if (rules.size() > REMEMBERED) {
            rules.clear();
        }
        return rules.computeIfAbsent(id, _ -> switch (StackText.read(text)) {
            case StackText.Read(var stack) -> stack;
            case StackText.Refused(var faults) ->
                throw new IllegalStateException("A published rule cannot be read: " + id + ", " + faults);
        });
    }
}
