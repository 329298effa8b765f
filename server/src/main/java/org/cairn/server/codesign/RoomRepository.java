package org.cairn.server.codesign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `codesign_room` and `codesign_version`. A room has two tenants; each query names the one that asks.
@Repository
class RoomRepository {
    private final JdbcClient jdbc;

    RoomRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Room room) {
        jdbc.sql("""
                insert into codesign_room (id, organisation_id, employer_id, started_by, title, task, lacking, vacancies,
                  stage, revision, created_at)
                values (:id, :institution, :employer, :startedBy, :title, :task, :lacking, :vacancies, :stage, 1, :at)
                """)
                .param("id", room.id().value())
                .param("institution", room.institution().value())
                .param("employer", room.employer().value())
                .param("startedBy", room.startedBy().name())
                .param("title", room.title())
                .param("task", room.need().task())
                .param("lacking", room.need().lacking())
                .param("vacancies", room.need().vacancies().orElse(null))
                .param("stage", room.stage().name())
                .param("at", room.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Room> of(OrganisationId organisation, int limit) {
        return jdbc.sql("""
                select * from codesign_room where organisation_id = :organisation or employer_id = :organisation
                order by closed_at is not null, created_at desc, id limit :limit
                """)
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> room(row))
                .list();
    }

    int countOpen(OrganisationId organisation) {
        return jdbc.sql("""
                select count(*) from codesign_room
                where (organisation_id = :organisation or employer_id = :organisation) and closed_at is null
                """)
                .param("organisation", organisation.value())
                .query(Integer.class)
                .single();
    }

    Optional<Room> room(OrganisationId organisation, RoomId id) {
        return jdbc.sql("""
                select * from codesign_room
                where id = :id and (organisation_id = :organisation or employer_id = :organisation)
                """)
                .param("id", id.value())
                .param("organisation", organisation.value())
                .query((row, n) -> room(row))
                .optional();
    }

    /// Whoever changes something in a room holds it until the transaction ends, so that two cannot pass each other.
    Optional<Room> locked(OrganisationId organisation, RoomId id) {
        return jdbc.sql("""
                select * from codesign_room
                where id = :id and (organisation_id = :organisation or employer_id = :organisation) for update
                """)
                .param("id", id.value())
                .param("organisation", organisation.value())
                .query((row, n) -> room(row))
                .optional();
    }

    /// Open rooms in which a microcredential of the institution is made, held until the transaction ends.
    List<Room> lockedOf(OrganisationId institution, SpecId spec) {
        return jdbc.sql("""
                select * from codesign_room
                where organisation_id = :institution and spec_id = :spec and closed_at is null order by id for update
                """)
                .param("institution", institution.value())
                .param("spec", spec.value())
                .query((row, n) -> room(row))
                .list();
    }

    /// Rooms of all organisations whose day of review has come.
    List<Room> lockedForReview(LocalDate today, int limit) {
        return jdbc.sql("""
                select * from codesign_room where stage = 'PUBLISHED' and closed_at is null and review_on <= :today
                order by review_on, id limit :limit for update skip locked
                """)
                .param("today", today)
                .param("limit", limit)
                .query((row, n) -> room(row))
                .list();
    }

    // In all that follow the caller holds the room.

    void describe(Room room, String title, Room.Need need) {
        change(room, """
                title = :title, task = :task, lacking = :lacking, vacancies = :vacancies, revision = revision + 1
                """)
                .param("title", title)
                .param("task", need.task())
                .param("lacking", need.lacking())
                .param("vacancies", need.vacancies().orElse(null))
                .update();
    }

    void pilot(Room room, Room.Pilot pilot) {
        change(room, """
                pilot_from = :from, pilot_to = :to, pilot_learners = :learners, pilot_findings = :findings,
                revision = revision + 1
                """)
                .param("from", pilot.from())
                .param("to", pilot.to())
                .param("learners", pilot.learners())
                .param("findings", pilot.findings())
                .update();
    }

    void link(Room room, SpecId spec) {
        change(room, "spec_id = :spec").param("spec", spec.value()).update();
        jdbc.sql("""
                insert into codesign_link (organisation_id, room_id, employer_id, spec_id)
                values (:institution, :room, :employer, :spec) on conflict do nothing
                """)
                .param("institution", room.institution().value())
                .param("room", room.id().value())
                .param("employer", room.employer().value())
                .param("spec", spec.value())
                .update();
    }

    void move(Room room, Stage stage) {
        change(room, "stage = :stage").param("stage", stage.name()).update();
    }

    void signingFrom(Room room, Instant at) {
        change(room, "signing_since = :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void reviewOn(Room room, LocalDate day) {
        change(room, "review_on = :day").param("day", day).update();
    }

    void close(Room room, Instant at) {
        change(room, "closed_at = :at").param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private JdbcClient.StatementSpec change(Room room, String assignments) {
        return jdbc.sql("update codesign_room set " + assignments
                        + " where id = :id and organisation_id = :institution")
                .param("id", room.id().value())
                .param("institution", room.institution().value());
    }

    void insertVersion(Room room, SpecVersionId version, Instant at) {
        jdbc.sql("""
                insert into codesign_version (organisation_id, room_id, employer_id, spec_version_id, published_at)
                values (:institution, :room, :employer, :version, :at)
                """)
                .param("institution", room.institution().value())
                .param("room", room.id().value())
                .param("employer", room.employer().value())
                .param("version", version.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Newest first.
    List<SpecVersionId> versions(Room room) {
        return jdbc.sql("""
                select spec_version_id from codesign_version
                where organisation_id = :institution and room_id = :room order by published_at desc, spec_version_id
                """)
                .param("institution", room.institution().value())
                .param("room", room.id().value())
                .query((row, n) -> new SpecVersionId(row.getObject(1, UUID.class)))
                .list();
    }

    boolean isSignedTogether(OrganisationId employer, SpecVersionId version) {
        return jdbc.sql("""
                select exists (select 1 from codesign_version
                  where employer_id = :employer and spec_version_id = :version)
                """)
                .param("employer", employer.value())
                .param("version", version.value())
                .query(Boolean.class)
                .single();
    }

    /// Also of rooms that were closed or linked to another draft since: whoever helped to make it stays a party to it.
    Set<OrganisationId> employersOf(SpecId spec) {
        return Set.copyOf(jdbc.sql("""
                select employer_id from codesign_link where spec_id = :spec
                union select c.employer_id from codesign_version c
                  join spec_version v on v.organisation_id = c.organisation_id and v.id = c.spec_version_id
                  where v.spec_id = :spec
                """)
                .param("spec", spec.value())
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list());
    }

    private static Room room(ResultSet row) throws SQLException {
        return new Room(
                new RoomId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new OrganisationId(row.getObject("employer_id", UUID.class)),
                Side.valueOf(row.getString("started_by")),
                row.getString("title"),
                new Room.Need(
                        row.getString("task"),
                        row.getString("lacking"),
                        Optional.ofNullable(row.getObject("vacancies", Integer.class))),
                Stage.valueOf(row.getString("stage")),
                row.getLong("revision"),
                Optional.ofNullable(row.getObject("spec_id", UUID.class)).map(SpecId::new),
                pilot(row),
                Optional.ofNullable(row.getObject("review_on", LocalDate.class)),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(at -> at.toInstant()));
    }

    private static Optional<Room.Pilot> pilot(ResultSet row) throws SQLException {
        var from = row.getObject("pilot_from", LocalDate.class);
        return from == null
                ? Optional.empty()
                : Optional.of(new Room.Pilot(
                        from,
                        row.getObject("pilot_to", LocalDate.class),
                        row.getInt("pilot_learners"),
                        row.getString("pilot_findings")));
    }
}
