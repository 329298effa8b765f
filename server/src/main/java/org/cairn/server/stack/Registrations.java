package org.cairn.server.stack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.PersonId;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who is registered for which version. A learner stays with her version until she takes the newer one herself: what
/// she was promised is not changed under her. Thread-safe.
@Service
class Registrations {
    private final JdbcClient jdbc;
    private final StackRepository stacks;
    private final Audit audit;
    private final InstantSource time;

    Registrations(JdbcClient jdbc, StackRepository stacks, Audit audit, InstantSource time) {
        this.jdbc = jdbc;
        this.stacks = stacks;
        this.audit = audit;
        this.time = time;
    }

    /// Registers for a version; done twice it stays as it is.
    ///
    /// @throws ConflictException when it is not open today, or she is registered for another version
    @Transactional
    void register(SignedIn me, StackVersionId id) {
        var version = stacks.version(id).orElseThrow(() -> new NotFoundException("stack"));
        var today = Days.today(time);
        var now = current(me.person(), version.stack());
        if (now.isPresent()) {
            if (now.get().version().equals(id)) {
                return;
            }
            throw new ConflictException("stack.registration.other");
        }
        if (!version.isOpen(today)) {
            throw new ConflictException("stack.registration.closed");
        }
        insert(version, me.person(), today);
        record(me, version, "stack.registered");
    }

    /// Goes over to a newer version, keeping the day of her first registration.
    ///
    /// @throws ConflictException when the version is not newer or not open
    @Transactional
    void upgrade(SignedIn me, StackVersionId id) {
        var version = stacks.version(id).orElseThrow(() -> new NotFoundException("stack"));
        var now = current(me.person(), version.stack()).orElseThrow(() -> new NotFoundException("registration"));
        var held = stacks.version(now.version()).orElseThrow();
        if (version.number() <= held.number() || !version.isOpen(Days.today(time))) {
            throw new ConflictException("stack.registration.closed");
        }
        end(me.person(), version.stack());
        insert(version, me.person(), now.on());
        record(me, version, "stack.upgraded");
    }

    /// @param leaving whether she gives up the higher award, so that exit awards open
    @Transactional
    void leaving(SignedIn me, StackId stack, boolean leaving) {
        var changed = jdbc.sql("""
                update stack_registration set leaving = :leaving
                where person_id = :person and stack_id = :stack and ended_at is null
                """)
                .param("leaving", leaving)
                .param("person", me.person().value())
                .param("stack", stack.value())
                .update();
        if (changed == 0) {
            throw new NotFoundException("registration");
        }
    }

    @Transactional
    void withdraw(SignedIn me, StackId stack) {
        var now = current(me.person(), stack).orElseThrow(() -> new NotFoundException("registration"));
        end(me.person(), stack);
        record(me, stacks.version(now.version()).orElseThrow(), "stack.unregistered");
    }

    Optional<Registration> current(PersonId person, StackId stack) {
        return jdbc.sql("""
                select * from stack_registration
                where person_id = :person and stack_id = :stack and ended_at is null
                """)
                .param("person", person.value())
                .param("stack", stack.value())
                .query((row, n) -> registration(row))
                .optional();
    }

    List<Registration> of(PersonId person) {
        return jdbc.sql("""
                select * from stack_registration where person_id = :person and ended_at is null
                order by registered_on desc, id
                """)
                .param("person", person.value())
                .query((row, n) -> registration(row))
                .list();
    }

    int count(StackVersionId version) {
        return jdbc.sql("select count(*) from stack_registration where version_id = :version and ended_at is null")
                .param("version", version.value())
                .query(Integer.class)
                .single();
    }

    /// Whatever their version.
    int count(StackId stack) {
        return jdbc.sql("select count(*) from stack_registration where stack_id = :stack and ended_at is null")
                .param("stack", stack.value())
                .query(Integer.class)
                .single();
    }

    private void insert(StackVersion version, PersonId person, LocalDate on) {
        jdbc.sql("""
                insert into stack_registration (id, organisation_id, stack_id, version_id, person_id, registered_on)
                values (:id, :organisation, :stack, :version, :person, :on)
                """)
                .param("id", UUID.randomUUID())
                .param("organisation", version.organisation().value())
                .param("stack", version.stack().value())
                .param("version", version.id().value())
                .param("person", person.value())
                .param("on", on)
                .update();
    }

    private void end(PersonId person, StackId stack) {
        jdbc.sql("""
                update stack_registration set ended_at = :at
                where person_id = :person and stack_id = :stack and ended_at is null
                """)
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .param("stack", stack.value())
                .update();
    }

    private void record(SignedIn me, StackVersion version, String action) {
        audit.record(new Audit.Deed(
                Optional.of(version.organisation().value()),
                me.actor(),
                action,
                version.id().subject(),
                Map.of()));
    }

    private static Registration registration(ResultSet row) throws SQLException {
        return new Registration(
                new StackId(row.getObject("stack_id", UUID.class)),
                new StackVersionId(row.getObject("version_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("registered_on", LocalDate.class),
                row.getBoolean("leaving"));
    }
}
