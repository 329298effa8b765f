package org.cairn.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.identity.Organisations.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `organisation` and `membership`.
@Repository
class OrganisationRepository {
    private final JdbcClient jdbc;

    OrganisationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Organisation organisation) {
        jdbc.sql("""
                insert into organisation (id, slug, kind, legal_name, country, website, email, demo, founded_at)
                values (:id, :slug, :kind, :legalName, :country, :website, :email, :demo, now())
                """)
                .param("id", organisation.id().value())
                .param("slug", organisation.slug())
                .param("kind", organisation.kind().name())
                .param("legalName", organisation.legalName())
                .param("country", organisation.country())
                .param("website", organisation.website().orElse(null))
                .param("email", organisation.email().orElse(null))
                .param("demo", organisation.demo())
                .update();
    }

    void describe(OrganisationId id, Organisations.Description description) {
        jdbc.sql("""
                update organisation set legal_name = :legalName, country = :country,
                  website = nullif(:website, ''), email = nullif(:email, '') where id = :id
                """)
                .param("id", id.value())
                .param("legalName", description.legalName())
                .param("country", description.country())
                .param("website", description.website())
                .param("email", description.email())
                .update();
    }

    boolean hasPlatform() {
        return jdbc.sql("select exists (select 1 from organisation where kind = 'PLATFORM')")
                .query(Boolean.class)
                .single();
    }

    Optional<Organisation> bySlug(String slug) {
        return jdbc.sql("select * from organisation where slug = :slug")
                .param("slug", slug)
                .query((row, n) -> organisation(row))
                .optional();
    }

    Optional<Organisation> byId(OrganisationId id) {
        return jdbc.sql("select * from organisation where id = :id")
                .param("id", id.value())
                .query((row, n) -> organisation(row))
                .optional();
    }

    List<Organisation> all() {
        return jdbc.sql("select * from organisation order by legal_name, id")
                .query((row, n) -> organisation(row))
                .list();
    }

    List<Organisation> byIds(Collection<OrganisationId> ids) {
        return jdbc.sql("select * from organisation where id = any(:ids)")
                .param("ids", ids.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query((row, n) -> organisation(row))
                .list();
    }

    List<Membership> membershipsOf(PersonId person) {
        return jdbc.sql("""
                select o.*, array_agg(m.role) as roles from organisation o
                join membership m on m.organisation_id = o.id
                where m.person_id = :person group by o.id order by o.legal_name
                """)
                .param("person", person.value())
                .query((row, n) -> new Membership(organisation(row), roles(row)))
                .list();
    }

    Optional<Membership> membership(PersonId person, String slug) {
        return jdbc.sql("""
                select o.*, array_agg(m.role) as roles from organisation o
                join membership m on m.organisation_id = o.id
                where m.person_id = :person and o.slug = :slug group by o.id
                """)
                .param("person", person.value())
                .param("slug", slug)
                .query((row, n) -> new Membership(organisation(row), roles(row)))
                .optional();
    }

    List<Member> members(OrganisationId organisation) {
        return jdbc.sql("""
                select p.id, p.name, array_agg(distinct m.role) as roles,
                  coalesce((select e.address from person_email e where e.person_id = p.id
                            order by e.is_primary desc, e.address limit 1), '') as email
                from membership m join person p on p.id = m.person_id
                where m.organisation_id = :organisation group by p.id order by p.name
                """)
                .param("organisation", organisation.value())
                .query((row, n) -> new Member(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("email"),
                        roles(row)))
                .list();
    }

    Set<Role> roles(OrganisationId organisation, PersonId person) {
        return jdbc
                .sql("select role from membership where organisation_id = :organisation and person_id = :person")
                .param("organisation", organisation.value())
                .param("person", person.value())
                .query((row, n) -> Role.valueOf(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /// Counts the admins and keeps others from changing them until the transaction ends.
    int lockAdmins(OrganisationId organisation) {
        return jdbc.sql("""
                select person_id from membership
                where organisation_id = :organisation and role = 'ADMIN' for update
                """)
                .param("organisation", organisation.value())
                .query(UUID.class)
                .list()
                .size();
    }

    void replaceRoles(OrganisationId organisation, PersonId person, Set<Role> roles) {
        jdbc.sql("delete from membership where organisation_id = :organisation and person_id = :person")
                .param("organisation", organisation.value())
                .param("person", person.value())
                .update();
        for (var role : roles) {
            jdbc.sql("insert into membership (organisation_id, person_id, role) values (:organisation, :person, :role)")
                    .param("organisation", organisation.value())
                    .param("person", person.value())
                    .param("role", role.name())
                    .update();
        }
    }

    static Set<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                Organisation.Kind.valueOf(row.getString("kind")),
                row.getString("legal_name"),
                row.getString("country"),
                Optional.ofNullable(row.getString("website")),
                Optional.ofNullable(row.getString("email")),
                row.getBoolean("demo"));
    }
}
