package org.cairn.server.catalogue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Specs, their drafts and published versions. What a method stored is durable when it returns. Thread-safe.
@Service
public class Specs {
    /// How much an override's reason must say at least.
    static final int SHORTEST_REASON = 20;

    private static final int LONGEST_REASON = 2000;

    private final SpecRepository rows;
    private final Images images;
    private final PublicationGate gate;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource time;

    Specs(
            SpecRepository rows,
            Images images,
            PublicationGate gate,
            Audit audit,
            ApplicationEventPublisher events,
            InstantSource time) {
        this.rows = rows;
        this.images = images;
        this.gate = gate;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    private void check(Acting by, SpecContent content) {
        SpecBounds.check(content);
        content.image().ifPresent(image -> images.requireOwn(by.organisationId(), image));
    }

    @Transactional
    public SpecId create(Acting by, SpecContent content) {
        check(by, content);
        var id = new SpecId(UUID.randomUUID());
        rows.insert(id, by.organisationId(), content, time.instant());
        rows.addAuthor(by.organisationId(), id, by.actor());
        record(by, "spec.created", id, Map.of());
        return id;
    }

    /// Saves a draft, whatever is missing in it.
    ///
    /// @param revision the one the change was made on
    /// @throws ConflictException when somebody saved another change since
    /// @throws InputException when a value is out of bounds
    @Transactional
    public void saveDraft(Acting by, SpecId id, SpecContent content, long revision) {
        check(by, content);
        if (rows.draft(by.organisationId(), id).isEmpty()) {
            throw new NotFoundException("spec");
        }
        if (!rows.save(by.organisationId(), id, content, revision, time.instant())) {
            throw new ConflictException("catalogue.conflict.saved");
        }
        rows.addAuthor(by.organisationId(), id, by.actor());
    }

    /// @throws ConflictException when versions were published from it, which stay for good
    @Transactional
    public void delete(Acting by, SpecId id) {
        draft(by.organisationId(), id);
        if (!isDeleted(by, id)) {
            throw new ConflictException("catalogue.conflict.published");
        }
        record(by, "spec.deleted", id, Map.of());
    }

    /// A later room may hold on to a draft, as a quality review does to what it judges.
    private boolean isDeleted(Acting by, SpecId id) {
        try {
            return rows.deleteUnpublished(by.organisationId(), id);
        } catch (DataIntegrityViolationException e) {
            throw new ConflictException("catalogue.conflict.inUse");
        }
    }

    /// Turns the draft into the next version, for good.
    ///
    /// @param overrideReason why it is published although a demand of the quality check is not met
    /// @throws InputException when a demand is not met and no reason of at least 20 characters is given
    @Transactional
    public SpecVersionId publish(Acting by, SpecId id, Optional<String> overrideReason) {
        var draft = rows.lockedDraft(by.organisationId(), id).orElseThrow(() -> new NotFoundException("spec"));
        if (!draft.changedSincePublished()) {
            throw new ConflictException("catalogue.conflict.unchanged");
        }
        var report = gate.check(draft.content(), by.organisation());
        var reason = report.obstacles().isEmpty() ? Optional.<String>empty() : Optional.of(acceptable(overrideReason));
        var version = new PublishedSpec(
                new SpecVersionId(UUID.randomUUID()),
                id,
                by.organisationId(),
                draft.versions() + 1,
                draft.content(),
                time.instant());
        rows.insertVersion(version, report, reason, by.actor());
        rows.addAuthor(by.organisationId(), id, by.actor());
        record(
                by,
                "spec.published",
                id,
                Map.of("version", version.id().toString(), "unmet", report.obstacleIds(), "reason", reason.orElse("")));
        events.publishEvent(new SpecVersionPublished(version.id(), by.organisationId()));
        return version.id();
    }

    private static String acceptable(Optional<String> reason) {
        return reason.map(String::strip)
                .filter(r -> r.length() >= SHORTEST_REASON && r.length() <= LONGEST_REASON)
                .orElseThrow(() -> new InputException(
                        Fault.of("overrideReason", "catalogue.publish.reason.form", SHORTEST_REASON)));
    }

    /// @throws NotFoundException when the organisation has no such spec
    public SpecDraft draft(OrganisationId organisation, SpecId id) {
        return rows.draft(organisation, id).orElseThrow(() -> new NotFoundException("spec"));
    }

    public List<SpecDraft> drafts(OrganisationId organisation) {
        return rows.drafts(organisation);
    }

    /// A version of any organisation: published means public.
    public Optional<PublishedSpec> published(SpecVersionId id) {
        return rows.version(id);
    }

    /// Versions of any organisation, in no order; unknown ids are left out.
    public List<PublishedSpec> published(Collection<SpecVersionId> ids) {
        return ids.isEmpty() ? List.of() : rows.versions(ids);
    }

    /// A version, if it is this organisation's.
    public Optional<PublishedSpec> publishedOf(OrganisationId organisation, SpecVersionId id) {
        return rows.version(id).filter(v -> v.organisation().equals(organisation));
    }

    public List<PublishedSpec> publishedOf(OrganisationId organisation) {
        return rows.versionsOf(organisation);
    }

    /// The versions of one spec, newest first.
    public List<PublishedSpec> versions(OrganisationId organisation, SpecId id) {
        return rows.versionsOf(organisation, id);
    }

    /// Who wrote, changed or published it, as the audit trail calls them: none of them may judge it.
    public Set<String> authors(OrganisationId organisation, SpecId id) {
        return rows.authors(organisation, id);
    }

    /// Why it was published although a demand was not met; empty when all were.
    public Optional<String> overrideReason(SpecVersionId id) {
        return rows.overrideReason(id);
    }

    /// The newest version of each spec of all organisations, newest first.
    ///
    /// @param search words that must all occur; blank finds all
    public List<PublishedSpec> catalogue(String search, Optional<OrganisationId> issuer, int limit, int offset) {
        var words = Arrays.stream(search.strip().split("\\s+"))
                .filter(w -> !w.isEmpty())
                .limit(8);
        return rows.newest(words.toList(), issuer, limit, offset);
    }

    /// A place between two versions in the order in which they were published.
    public record Place(Instant publishedAt, UUID id) {}

    /// Where a version stands among those of its spec.
    ///
    /// @param newest itself when there is no newer one
    public record Succession(Optional<SpecVersionId> previous, Optional<SpecVersionId> next, SpecVersionId newest) {}

    /// What was published after the place, oldest first: of all organisations or of one.
    ///
    /// @param until what is younger stays out: a version that is a little older may still be on its way into the
    ///     database, and whoever read past it would never see it
    public List<PublishedSpec> publishedAfter(Place place, Optional<OrganisationId> issuer, Instant until, int limit) {
        return rows.publishedAfter(place, issuer, until, limit);
    }

    /// Of any organisation; unknown ids are left out.
    public Map<SpecVersionId, Succession> successions(Collection<SpecVersionId> ids) {
        return ids.isEmpty() ? Map.of() : rows.successions(ids);
    }

    private void record(Acting by, String action, SpecId id, Map<String, String> detail) {
        audit.record(
                new Audit.Deed(Optional.of(by.organisationId().value()), by.actor(), action, "spec:" + id, detail));
    }
}
