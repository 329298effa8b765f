package org.cairn.server.offering;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.offering.Enrolment.Status;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who takes part in what. What a method stored is durable when it returns. Thread-safe.
@Service
public class Enrolments {
    private final EnrolmentRepository rows;
    private final OfferingRepository offerings;
    private final Audit audit;
    private final InstantSource time;

    Enrolments(EnrolmentRepository rows, OfferingRepository offerings, Audit audit, InstantSource time) {
        this.rows = rows;
        this.offerings = offerings;
        this.audit = audit;
        this.time = time;
    }

    /// Takes a place in an open offering of anybody.
    ///
    /// @throws NotFoundException when there is no such offering
    /// @throws ConflictException when it is not open any more, full, or she takes part already
    @Transactional
    public EnrolmentId enrol(SignedIn me, OfferingId id) {
        var offering = offerings.byId(id).orElseThrow(() -> new NotFoundException("offering"));
        if (!offering.isOpenOn(LocalDate.ofInstant(time.instant(), ZoneOffset.UTC))) {
            throw new ConflictException("enrolment.conflict.over");
        }
        var now = time.instant();
        var enrolment = new Enrolment(
                new EnrolmentId(UUID.randomUUID()),
                offering.organisation(),
                id,
                me.person(),
                Status.ENROLLED,
                now,
                now);
        if (!rows.insert(enrolment)) {
            throw new ConflictException(
                    isIn(me.person(), id) ? "enrolment.conflict.already" : "enrolment.conflict.full");
        }
        record(offering.organisation(), me.actor(), "enrolment.made", enrolment);
        return enrolment.id();
    }

    private boolean isIn(PersonId person, OfferingId offering) {
        return rows.of(person).stream()
                .anyMatch(one -> one.offering().equals(offering) && one.status() == Status.ENROLLED);
    }

    /// Gives the place back.
    ///
    /// @throws NotFoundException when it is not hers
    /// @throws ConflictException when it ended already
    @Transactional
    public void withdraw(SignedIn me, EnrolmentId id) {
        var enrolment = mine(me.person(), id);
        conclude(enrolment, Status.WITHDRAWN, me.actor());
    }

    /// The provider says how it ended. An award is another decision, made elsewhere.
    ///
    /// @throws NotFoundException when it is not in an offering of this organisation
    /// @throws ConflictException when it ended already
    @Transactional
    public void conclude(Acting by, EnrolmentId id, Status how) {
        if (how == Status.ENROLLED) {
            throw new IllegalArgumentException("not an end");
        }
        conclude(in(by.organisationId(), id), how, by.actor());
    }

    private void conclude(Enrolment enrolment, Status how, String actor) {
        if (!rows.conclude(enrolment.id(), how, time.instant())) {
            throw new ConflictException("enrolment.conflict.ended");
        }
        record(
                enrolment.organisation(),
                actor,
                "enrolment." + how.name().toLowerCase(java.util.Locale.ROOT),
                enrolment);
    }

    /// @throws NotFoundException when it is not hers
    public Enrolment mine(PersonId person, EnrolmentId id) {
        return rows.ofPerson(person, id).orElseThrow(() -> new NotFoundException("enrolment"));
    }

    /// @throws NotFoundException when it is not in an offering of this organisation
    public Enrolment in(OrganisationId organisation, EnrolmentId id) {
        return rows.ofOrganisation(organisation, id).orElseThrow(() -> new NotFoundException("enrolment"));
    }

    /// All of one person, running ones first, then the latest.
    public List<Enrolment> of(PersonId person) {
        return rows.of(person);
    }

    /// All in one offering of an organisation, running ones first, then in the order in which they came.
    public List<Enrolment> in(OrganisationId organisation, OfferingId offering) {
        return rows.in(organisation, offering);
    }

    private void record(OrganisationId organisation, String actor, String action, Enrolment enrolment) {
        audit.record(new Audit.Deed(
                Optional.of(organisation.value()),
                actor,
                action,
                "enrolment:" + enrolment.id(),
                Map.of("offering", enrolment.offering().toString())));
    }
}
