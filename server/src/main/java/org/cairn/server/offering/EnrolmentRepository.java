package org.cairn.server.offering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `enrolment`.
@Repository
class EnrolmentRepository {
    private final JdbcClient jdbc;

    EnrolmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes a place: the offering's row is locked, so that two who want the last one do not both get it.
    ///
    /// @return false when all places are taken, or the person takes part already
    boolean insert(Enrolment enrolment) {
        jdbc.sql("select id from offering where id = :offering for update")
                .param("offering", enrolment.offering().value())
                .query(UUID.class)
                .single();
        return jdbc.sql("""
                        insert into enrolment
                          (id, organisation_id, offering_id, person_id, status, enrolled_at, changed_at)
                        select :id, :organisation, o.id, :person, :status, :at, :at from offering o
                        where o.id = :offering and (o.places is null or o.places > (
                          select count(*) from enrolment e
                          where e.offering_id = o.id and e.status in ('ENROLLED', 'COMPLETED', 'FAILED')))
                        on conflict do nothing
                        """)
                        .param("id", enrolment.id().value())
                        .param("organisation", enrolment.organisation().value())
                        .param("offering", enrolment.offering().value())
                        .param("person", enrolment.person().value())
                        .param("status", enrolment.status().name())
                        .param("at", enrolment.enrolledAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// @return false when it is not running any more
    boolean conclude(EnrolmentId id, Enrolment.Status to, Instant at) {
        return jdbc.sql("""
                        update enrolment set status = :to, changed_at = :at where id = :id and status = 'ENROLLED'
                        """)
                        .param("to", to.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<Enrolment> ofPerson(PersonId person, EnrolmentId id) {
        return jdbc.sql("select * from enrolment where id = :id and person_id = :person")
                .param("id", id.value())
                .param("person", person.value())
                .query((row, n) -> enrolment(row))
                .optional();
    }

    Optional<Enrolment> ofOrganisation(OrganisationId organisation, EnrolmentId id) {
        return jdbc.sql("select * from enrolment where id = :id and organisation_id = :organisation")
                .param("id", id.value())
                .param("organisation", organisation.value())
                .query((row, n) -> enrolment(row))
                .optional();
    }

    List<Enrolment> of(PersonId person) {
        return jdbc.sql("""
                select * from enrolment where person_id = :person
                order by status = 'ENROLLED' desc, enrolled_at desc, id
                """)
                .param("person", person.value())
                .query((row, n) -> enrolment(row))
                .list();
    }

    List<Enrolment> in(OrganisationId organisation, OfferingId offering) {
        return jdbc.sql("""
                select * from enrolment where organisation_id = :organisation and offering_id = :offering
                order by status = 'ENROLLED' desc, enrolled_at, id
                """)
                .param("organisation", organisation.value())
                .param("offering", offering.value())
                .query((row, n) -> enrolment(row))
                .list();
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                new EnrolmentId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new OfferingId(row.getObject("offering_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Enrolment.Status.valueOf(row.getString("status")),
                row.getTimestamp("enrolled_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
