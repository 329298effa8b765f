package org.cairn.server.stack;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.PersonId;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asking for recognition, and deciding about it. How much of it a stack counts is the stack's rule. Thread-safe.
@Service
class Recognitions {
    private static final BigDecimal MOST_CREDITS = new BigDecimal(1_000);
    private static final int MOST_OPEN = 50;
    private static final int LONGEST_GRADE = 64;

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Audit audit;
    private final InstantSource time;

    Recognitions(JdbcClient jdbc, Organisations organisations, Audit audit, InstantSource time) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.audit = audit;
        this.time = time;
    }

    /// @throws InputException with a fault for each field that is wrong
    @Transactional
    RecognitionId ask(SignedIn me, OrganisationId organisation, Recognition.Wish wish) {
        if (organisations.byId(organisation).isEmpty()) {
            throw new NotFoundException("organisation");
        }
        check(wish);
        if (open(me.person(), organisation) >= MOST_OPEN) {
            throw new ConflictException("stack.recognition.many");
        }
        var id = new RecognitionId(UUID.randomUUID());
        jdbc.sql("""
                insert into recognition (id, organisation_id, person_id, kind, title, provider, described, achieved_on,
                  asked_credits, spec_id, status, asked_at)
                values (:id, :organisation, :person, :kind, :title, :provider, :described, :on, :credits, :spec,
                  'ASKED', :at)
                """)
                .param("id", id.value())
                .param("organisation", organisation.value())
                .param("person", me.person().value())
                .param("kind", wish.kind().name())
                .param("title", wish.title().strip())
                .param("provider", wish.provider().strip())
                .param("described", wish.described().strip())
                .param("on", wish.achievedOn())
                .param("credits", wish.credits())
                .param("spec", wish.spec().map(SpecId::value).orElse(null))
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        record(organisation, me.actor(), "recognition.asked", id, Map.of());
        return id;
    }

    private void check(Recognition.Wish wish) {
        var faults = new ArrayList<Fault>();
        if (wish.title().isBlank() || wish.title().length() > 300) {
            faults.add(Fault.of("title", "stack.recognition.title.form", 300));
        }
        if (wish.provider().length() > 300) {
            faults.add(Fault.of("provider", "stack.recognition.title.form", 300));
        }
        if (wish.described().isBlank() || wish.described().length() > 4_000) {
            faults.add(Fault.of("described", "stack.recognition.described.form", 4_000));
        }
        if (wish.achievedOn().isAfter(Days.today(time))) {
            faults.add(Fault.of("achievedOn", "stack.recognition.future"));
        }
        if (!isCredit(wish.credits())) {
            faults.add(Fault.of("credits", "stack.recognition.credits.form"));
        }
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
    }

    private static boolean isCredit(BigDecimal credits) {
        return credits.signum() > 0
                && credits.compareTo(MOST_CREDITS) <= 0
                && credits.stripTrailingZeros().scale() <= 2;
    }

    /// @throws ConflictException when it was decided before
    @Transactional
    void grant(Acting by, RecognitionId id, Recognition.Granted granted, String reason) {
        if (!isCredit(granted.credits())) {
            throw new InputException(Fault.of("credits", "stack.recognition.credits.form"));
        }
        if (granted.eqfLevel().filter(level -> level < 1 || level > 8).isPresent()) {
            throw new InputException(Fault.of("eqfLevel", "stack.recognition.level.form"));
        }
        if (granted.grade()
                .filter(grade -> grade.isBlank() || grade.length() > LONGEST_GRADE)
                .isPresent()) {
            throw new InputException(Fault.of("grade", "stack.recognition.grade.form", LONGEST_GRADE));
        }
        decide(by, id, "GRANTED", Optional.of(granted), reason);
    }

    /// @throws InputException without a reason: who is refused may ask why
    @Transactional
    void refuse(Acting by, RecognitionId id, String reason) {
        if (reason.isBlank()) {
            throw new InputException(Fault.of("reason", "stack.reason.form"));
        }
        decide(by, id, "REFUSED", Optional.empty(), reason);
    }

    private void decide(
            Acting by, RecognitionId id, String status, Optional<Recognition.Granted> granted, String reason) {
        if (reason.length() > 2_000) {
            throw new InputException(Fault.of("reason", "stack.reason.form"));
        }
        var changed = jdbc.sql("""
                update recognition set status = :status, credits = :credits, eqf_level = :level, grade = :grade,
                  reason = :reason, decided_by = :by, decided_at = :at
                where organisation_id = :organisation and id = :id and status = 'ASKED'
                """)
                .param("status", status)
                .param("credits", granted.map(Recognition.Granted::credits).orElse(null))
                .param("level", granted.flatMap(Recognition.Granted::eqfLevel).orElse(null))
                .param("grade", granted.flatMap(Recognition.Granted::grade).orElse(null))
                .param("reason", reason.isBlank() ? null : reason.strip())
                .param("by", by.actor())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .param("organisation", by.organisationId().value())
                .param("id", id.value())
                .update();
        if (changed == 0) {
            if (byId(by.organisationId(), id).isEmpty()) {
                throw new NotFoundException("recognition");
            }
            throw new ConflictException("stack.recognition.before");
        }
        var action = granted.isPresent() ? "recognition.granted" : "recognition.refused";
        record(by.organisationId(), by.actor(), action, id, Map.of("reason", reason.strip()));
    }

    Optional<Recognition> byId(OrganisationId organisation, RecognitionId id) {
        return jdbc.sql("select * from recognition where organisation_id = :organisation and id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) -> recognition(row))
                .optional();
    }

    /// The longest waiting first.
    List<Recognition> waiting(OrganisationId organisation, int limit) {
        return jdbc.sql("""
                select * from recognition where organisation_id = :organisation and status = 'ASKED'
                order by asked_at, id limit :limit
                """)
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> recognition(row))
                .list();
    }

    /// Newest first.
    List<Recognition> of(PersonId person) {
        return jdbc.sql("select * from recognition where person_id = :person order by asked_at desc, id")
                .param("person", person.value())
                .query((row, n) -> recognition(row))
                .list();
    }

    private int open(PersonId person, OrganisationId organisation) {
        return (int) of(person).stream()
                .filter(each -> each.organisation().equals(organisation))
                .filter(each -> each.status() == Recognition.Status.ASKED)
                .count();
    }

    private void record(
            OrganisationId organisation, String actor, String action, RecognitionId id, Map<String, String> detail) {
        audit.record(new Audit.Deed(Optional.of(organisation.value()), actor, action, id.subject(), detail));
    }

    private static Recognition recognition(ResultSet row) throws SQLException {
        var credits = Optional.ofNullable(row.getBigDecimal("credits"));
        var level = Optional.ofNullable(row.getObject("eqf_level", Integer.class));
        var grade = Optional.ofNullable(row.getString("grade"));
        return new Recognition(
                new RecognitionId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                new Recognition.Wish(
                        Recognition.Kind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getString("provider"),
                        row.getString("described"),
                        row.getObject("achieved_on", LocalDate.class),
                        row.getBigDecimal("asked_credits"),
                        Optional.ofNullable(row.getObject("spec_id", UUID.class))
                                .map(SpecId::new)),
                Recognition.Status.valueOf(row.getString("status")),
                credits.map(each -> new Recognition.Granted(each, level, grade)),
                Optional.ofNullable(row.getString("reason")),
                row.getTimestamp("asked_at").toInstant());
    }
}
