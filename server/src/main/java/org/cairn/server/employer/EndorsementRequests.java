package org.cairn.server.employer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.SpecVersionPublished;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.employer.RequestRepository.Request;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisation.Kind;
import org.cairn.server.identity.Organisations;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.RateLimits;
import org.cairn.server.web.TypedValues;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Institutions ask employers for an endorsement of a version, and endorsers hear of newer versions. Thread-safe.
@Service
class EndorsementRequests {
    private static final RateLimits.Limit A_DAY = new RateLimits.Limit("endorsement-ask", 50, Duration.ofDays(1));

    private final RequestRepository rows;
    private final Endorsements endorsements;
    private final EmployerLetters letters;
    private final Specs specs;
    private final Organisations organisations;
    private final RateLimits limits;
    private final Audit audit;
    private final InstantSource time;

    EndorsementRequests(
            RequestRepository rows,
            Endorsements endorsements,
            EmployerLetters letters,
            Specs specs,
            Organisations organisations,
            RateLimits limits,
            Audit audit,
            InstantSource time) {
        this.rows = rows;
        this.endorsements = endorsements;
        this.letters = letters;
        this.specs = specs;
        this.organisations = organisations;
        this.limits = limits;
        this.audit = audit;
        this.time = time;
    }

    /// @param employer short name
    /// @param version id of a version of the asking institution
    record Typed(String employer, String version, String words) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    /// @throws InputException when something cannot be taken
    @Transactional
    void ask(Acting by, Typed typed) {
        var values = new TypedValues();
        var version = version(by, typed.version());
        if (version.isEmpty()) {
            values.add(Fault.of("version", "employer.ask.version"));
        }
        var employer = organisations
                .bySlug(typed.employer().strip())
                .filter(each -> each.kind() == Kind.EMPLOYER && !each.id().equals(by.organisationId()));
        if (employer.isEmpty()) {
            values.add(Fault.of("employer", "employer.ask.unknown"));
        }
        var words = values.text("words", typed.words(), 0, 2000);
        values.check();
        if (!limits.permits(A_DAY, by.organisationId().toString())) {
            throw new InputException(Fault.of("employer", "employer.ask.many"));
        }
        put(by, employer.orElseThrow(), version.orElseThrow(), words);
    }

    private Optional<PublishedSpec> version(Acting by, String typed) {
        try {
            return specs.publishedOf(by.organisationId(), new SpecVersionId(UUID.fromString(typed.strip())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void put(Acting by, Organisation employer, PublishedSpec version, String words) {
        var request = new Request(
                UUID.randomUUID(),
                by.organisationId(),
                employer.id(),
                version.id(),
                words,
                time.instant(),
                Request.Status.ASKED,
                "");
        try {
            rows.insert(request);
        } catch (DuplicateKeyException e) {
            throw new InputException(Fault.of("employer", "employer.ask.double"));
        }
        record(by, "endorsement.asked", request, Map.of("version", version.id().toString()));
        letters.asked(employer.id(), by.organisation(), version);
    }

    List<Request> askedBy(Acting institution) {
        return rows.askedBy(institution.organisationId(), EndorsementLists.MOST);
    }

    List<Request> waitingFor(Acting employer) {
        return rows.waitingFor(employer.organisationId(), EndorsementLists.MOST);
    }

    /// @throws NotFoundException when it is not the acting employer that was asked, or it was answered
    Request waiting(Acting employer, UUID id) {
        return rows.waitingFor(employer.organisationId(), id).orElseThrow(() -> new NotFoundException("request"));
    }

    @Transactional
    void decline(Acting by, UUID id, String reason) {
        var request = waiting(by, id);
        var values = new TypedValues();
        var why = values.text("reason", reason, 5, 500);
        values.check();
        if (!rows.decline(by.organisationId(), id, why, time.instant())) {
            throw new NotFoundException("request");
        }
        record(by, "endorsement.request.declined", request, Map.of("reason", why));
    }

    /// The old statements go on to their day, and cover the new version in nothing: their endorsers are asked.
    @EventListener
    @Transactional
    public void heard(SpecVersionPublished event) {
        var version = specs.published(event.version()).orElseThrow();
        endorsements.endorsersBefore(version).forEach(endorser -> letters.newerVersion(endorser, version));
    }

    private void record(Acting by, String action, Request request, Map<String, String> detail) {
        audit.record(new Audit.Deed(
                Optional.of(by.organisationId().value()),
                by.actor(),
                action,
                "endorsement_request:" + request.id(),
                detail));
    }
}
