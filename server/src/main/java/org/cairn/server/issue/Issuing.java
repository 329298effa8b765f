package org.cairn.server.issue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.award.Award;
import org.cairn.server.award.AwardId;
import org.cairn.server.award.AwardRestored;
import org.cairn.server.award.Awards;
import org.cairn.server.award.AwardsConferred;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.CairnSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes the credential of each new award, in the transaction of the award: both are stored or neither is. Told of
/// the same award twice, as when the answer to a stored chunk got lost, it makes nothing the second time.
@Component
class Issuing {
    private final Awards awards;
    private final Specs specs;
    private final ComponentEvidence components;
    private final Organisations organisations;
    private final IssuerKeys keys;
    private final StatusLists lists;
    private final SigningCrew crew;
    private final CredentialRepository rows;
    private final CairnSettings settings;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource time;

    Issuing(
            Awards awards,
            Specs specs,
            ComponentEvidence components,
            Organisations organisations,
            IssuerKeys keys,
            StatusLists lists,
            SigningCrew crew,
            CredentialRepository rows,
            CairnSettings settings,
            Audit audit,
            ApplicationEventPublisher events,
            InstantSource time) {
        this.awards = awards;
        this.specs = specs;
        this.components = components;
        this.organisations = organisations;
        this.keys = keys;
        this.lists = lists;
        this.crew = crew;
        this.rows = rows;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AwardsConferred event) {
        issueMissing(event.organisation(), event.awards(), "system");
    }

    /// A restored award lost its credential when it was absorbed. One that was revoked before, for a reason of its own,
    /// stays revoked and is not made good by this.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AwardRestored event) {
        issueMissing(event.organisation(), List.of(event.award()), event.actor());
    }

    private void issueMissing(OrganisationId organisation, List<AwardId> told, String actor) {
        var before = rows.withCredential(organisation, told);
        var missing =
                told.stream().filter(id -> !before.contains(id)).distinct().toList();
        var found = awards.byIds(missing).stream()
                .filter(a -> a.organisation().equals(organisation))
                .toList();
        if (found.size() != missing.size()) {
            throw new IllegalStateException("Told of awards that are not there: " + organisation);
        }
        if (!found.isEmpty()) {
            issue(organisation, found, actor);
        }
    }

    /// Signs and stores one credential per award; in the order of the awards.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CredentialId> issue(OrganisationId id, List<Award> conferred, String actor) {
        var organisation = organisations.byId(id).orElseThrow();
        var sealer = keys.sealer(organisation);
        var places = lists.take(id, conferred.size());
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        var evidence = components.of(conferred);
        var templates = new HashMap<SpecVersionId, BadgeTemplate>();
        var drafts = new ArrayList<BadgeTemplate.Draft>(conferred.size());
        for (var i = 0; i < conferred.size(); i++) {
            var award = conferred.get(i);
            var template = templates.computeIfAbsent(
                    award.spec(),
                    spec -> new BadgeTemplate(
                            settings,
                            organisation,
                            sealer.identity().did(),
                            specs.publishedOf(id, spec).orElseThrow()));
            drafts.add(new BadgeTemplate.Draft(
                    template,
                    award,
                    evidence.getOrDefault(award.id(), List.of()),
                    new CredentialId(UUID.randomUUID()),
                    places.get(i),
                    entry(places.get(i)),
                    now));
        }
        store(id, drafts, crew.signed(drafts, sealer.signer(), now), now);
        tell(id, drafts, actor);
        return drafts.stream().map(BadgeTemplate.Draft::id).toList();
    }

    private String entry(StatusLists.Place place) {
        return lists.address(place.list()).toString();
    }

    private void store(OrganisationId organisation, List<BadgeTemplate.Draft> drafts, List<String> texts, Instant now) {
        var fresh = new ArrayList<CredentialRepository.Fresh>(drafts.size());
        for (var i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            var credential = new IssuedCredential(
                    draft.id(),
                    organisation,
                    draft.award().id(),
                    now,
                    CredentialStatus.ACTIVE,
                    Optional.empty(),
                    draft.validUntil(),
                    texts.get(i));
            fresh.add(new CredentialRepository.Fresh(credential, draft.place(), sha256(texts.get(i))));
        }
        rows.insert(organisation, fresh);
    }

    /// One line in the audit trail for a chunk; its credentials carry their own times.
    private void tell(OrganisationId organisation, List<BadgeTemplate.Draft> drafts, String actor) {
        var first = drafts.getFirst().id();
        audit.record(new Audit.Deed(
                Optional.of(organisation.value()),
                actor,
                "credential.issued",
                first.subject(),
                Map.of("count", Integer.toString(drafts.size()))));
        events.publishEvent(new CredentialIssued(
                drafts.stream().map(BadgeTemplate.Draft::id).toList()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
