package org.cairn.server.offering;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.offering.Offering.Status;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Deliveries of published versions. What a method stored is durable when it returns. Thread-safe.
@Service
public class Offerings {
    private final OfferingRepository rows;
    private final Specs specs;
    private final Audit audit;
    private final InstantSource time;

    Offerings(OfferingRepository rows, Specs specs, Audit audit, InstantSource time) {
        this.rows = rows;
        this.specs = specs;
        this.audit = audit;
        this.time = time;
    }

    /// Offers a version to everybody. An organisation offers only what it published itself: nobody else's page is
    /// written on without being asked.
    ///
    /// @throws InputException when the organisation has no such version or a value is out of bounds
    @Transactional
    public OfferingId open(Acting by, SpecVersionId spec, OfferingTerms terms) {
        if (specs.publishedOf(by.organisationId(), spec).isEmpty()) {
            throw new InputException(Fault.of("spec", "offering.field.spec.unknown"));
        }
        check(terms);
        var id = new OfferingId(UUID.randomUUID());
        rows.insert(id, by.organisationId(), spec, terms, time.instant());
        record(by, "offering.opened", id, spec);
        return id;
    }

    /// Changes the terms of an open offering.
    ///
    /// @param revision the one the change was made on
    /// @throws ConflictException when it is not open, or somebody saved another change since
    /// @throws InputException when a value is out of bounds
    @Transactional
    public void change(Acting by, OfferingId id, OfferingTerms terms, long revision) {
        var offering = offering(by.organisationId(), id);
        if (offering.status() != Status.OPEN) {
            throw notAnyMore(offering);
        }
        check(terms);
        if (!rows.update(by.organisationId(), id, terms, revision, time.instant())) {
            throw new ConflictException("offering.conflict.saved");
        }
        record(by, "offering.changed", id, offering.spec());
    }

    /// Nobody can apply any more; it takes place. For good.
    ///
    /// @throws ConflictException when it is not open
    @Transactional
    public void close(Acting by, OfferingId id) {
        move(by, id, List.of(Status.OPEN), Status.CLOSED, "offering.closed");
    }

    /// It does not take place. For good.
    ///
    /// @throws ConflictException when it is cancelled already
    @Transactional
    public void cancel(Acting by, OfferingId id) {
        move(by, id, List.of(Status.OPEN, Status.CLOSED), Status.CANCELLED, "offering.cancelled");
    }

    private void move(Acting by, OfferingId id, List<Status> from, Status to, String deed) {
        var offering = offering(by.organisationId(), id);
        if (!rows.move(by.organisationId(), id, from, to)) {
            throw notAnyMore(offering(by.organisationId(), id));
        }
        record(by, deed, id, offering.spec());
    }

    private static ConflictException notAnyMore(Offering offering) {
        return new ConflictException(
                offering.status() == Status.CANCELLED ? "offering.conflict.cancelled" : "offering.conflict.closed");
    }

    /// @throws NotFoundException when the organisation has no such offering
    public Offering offering(OrganisationId organisation, OfferingId id) {
        return rows.offering(organisation, id).orElseThrow(() -> new NotFoundException("offering"));
    }

    /// All of one organisation, open ones first, then the latest.
    public List<Offering> ofOrganisation(OrganisationId organisation) {
        return rows.ofOrganisation(organisation);
    }

    /// What of these versions one can still apply for, first what can begin at any time, then the earliest. Of any
    /// organisation: what is open is public.
    public List<Offering> openOf(Collection<SpecVersionId> versions, LocalDate today) {
        return versions.isEmpty() ? List.of() : rows.openOf(versions, today);
    }

    /// Everything of anybody that one can still apply for, first what can begin at any time, then the earliest.
    public List<Offering> open(LocalDate today, int limit) {
        return rows.open(today, limit);
    }

    /// One of anybody, open or not: whoever took part may look it up.
    public Optional<Offering> one(OfferingId id) {
        return rows.byId(id);
    }

    private static void check(OfferingTerms terms) {
        var faults = OfferingBounds.faults(terms);
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
    }

    private void record(Acting by, String action, OfferingId id, SpecVersionId spec) {
        audit.record(new Audit.Deed(
                Optional.of(by.organisationId().value()),
                by.actor(),
                action,
                "offering:" + id,
                Map.of("version", spec.toString())));
    }
}
