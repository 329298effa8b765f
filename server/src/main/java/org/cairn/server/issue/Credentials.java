package org.cairn.server.issue;

import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.server.award.Award;
import org.cairn.server.award.AwardAbsorbed;
import org.cairn.server.award.AwardAnnulled;
import org.cairn.server.award.AwardId;
import org.cairn.server.award.Awards;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.issue.CredentialRepository.Locked;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Signed credentials: found, suspended, reinstated, revoked, issued anew. What a method stored is durable, and
/// public in the status list, when it returns. Taking a credential back never annuls its award. Thread-safe.
@Service
public class Credentials {
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;
    private static final String ABSORBED = "Award given up for a higher award";

    private final CredentialRepository rows;
    private final StatusLists lists;
    private final Issuing issuing;
    private final Awards awards;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource time;

    Credentials(
            CredentialRepository rows,
            StatusLists lists,
            Issuing issuing,
            Awards awards,
            Audit audit,
            ApplicationEventPublisher events,
            InstantSource time) {
        this.rows = rows;
        this.lists = lists;
        this.issuing = issuing;
        this.awards = awards;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    /// A credential of any organisation; the caller answers for who may see it.
    public Optional<IssuedCredential> byId(CredentialId id) {
        return rows.byId(id);
    }

    /// The credential that names itself so in its signed document, as `urn:uuid:…`; empty when it is none of ours.
    public Optional<IssuedCredential> byUrn(String urn) {
        try {
            return urn.startsWith(IssuedCredential.URN)
                    ? rows.byId(new CredentialId(UUID.fromString(urn.substring(IssuedCredential.URN.length()))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a urn of somebody else's making
        }
    }

    /// A credential, if it is this organisation's.
    public Optional<IssuedCredential> byId(OrganisationId organisation, CredentialId id) {
        return rows.byId(organisation, id);
    }

    /// All that was ever made of these awards, replaced ones included, newest first.
    public List<IssuedCredential> ofAwards(Collection<AwardId> ids) {
        return rows.ofAwards(ids);
    }

    /// How a credential stands that another one of ours is built on; empty when it is not.
    ///
    /// @param larger how the other one names itself, as `urn:uuid:…`
    /// @param component how this one does
    public Optional<ComponentState> component(String larger, String component) {
        var whole = byUrn(larger).flatMap(c -> award(c.award()));
        return byUrn(component)
                .flatMap(part -> whole.filter(award -> award.components().contains(part.award()))
                        .map(award -> state(part, award)));
    }

    private ComponentState state(IssuedCredential component, Award whole) {
        return switch (component.status()) {
            case ACTIVE -> component.isExpired(time.instant()) ? ComponentState.EXPIRED : ComponentState.STANDING;
            case SUSPENDED -> ComponentState.SUSPENDED;
            case REVOKED ->
                award(component.award()).flatMap(Award::absorbedInto).equals(Optional.of(whole.id()))
                        ? ComponentState.GIVEN_UP
                        : ComponentState.REVOKED;
        };
    }

    private Optional<Award> award(AwardId id) {
        return awards.byIds(List.of(id)).stream().findFirst();
    }

    /// Every change of its status, oldest first.
    public List<StatusChange> history(CredentialId id) {
        return rows.history(id);
    }

    /// Takes it back for good.
    ///
    /// @throws ConflictException when it is revoked already
    @Transactional
    public void revoke(Acting by, CredentialId id, String reason) {
        change(by, id, reason, CredentialStatus.REVOKED);
    }

    /// Lets it rest until it is reinstated or revoked.
    ///
    /// @throws ConflictException when it is not active
    @Transactional
    public void suspend(Acting by, CredentialId id, String reason) {
        change(by, id, reason, CredentialStatus.SUSPENDED);
    }

    /// Ends a suspension.
    ///
    /// @throws ConflictException when it is not suspended
    @Transactional
    public void reinstate(Acting by, CredentialId id, String reason) {
        change(by, id, reason, CredentialStatus.ACTIVE);
    }

    /// Signs the award anew, as it is recorded now, and revokes the credential it replaces.
    ///
    /// @return the new one
    /// @throws ConflictException when it is revoked already, or its award does not stand
    @Transactional
    public CredentialId reissue(Acting by, CredentialId id, String reason) {
        var locked = locked(by, id);
        var award =
                awards.byId(by.organisationId(), locked.credential().award()).orElseThrow();
        if (!award.isStanding()) {
            throw new ConflictException(award.isAnnulled() ? "issue.conflict.annulled" : "issue.conflict.absorbed");
        }
        apply(by.organisationId(), locked, to(locked, CredentialStatus.REVOKED, words(reason), by.actor()), true);
        var fresh =
                issuing.issue(by.organisationId(), List.of(award), by.actor()).getFirst();
        record(by.organisationId(), by.actor(), "credential.reissued", id, Map.of("by", fresh.toString()));
        return fresh;
    }

    /// An annulled award leaves no credential standing.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AwardAnnulled event) {
        rows.lockedStanding(event.organisation(), event.award()).forEach(locked -> {
            var change = to(locked, CredentialStatus.REVOKED, annulled(event.reason()), event.actor());
            apply(event.organisation(), locked, change, false);
        });
    }

    /// Nor does an award that was given up for a higher one. Its credentials count as replaced, so that a restored
    /// award gets a new one. The reason does not name the higher award, which is no business of whoever checks the
    /// lower one.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AwardAbsorbed event) {
        rows.lockedStanding(event.organisation(), event.award()).forEach(locked -> {
            var change = to(locked, CredentialStatus.REVOKED, ABSORBED, event.actor());
            apply(event.organisation(), locked, change, true);
        });
    }

    private void change(Acting by, CredentialId id, String reason, CredentialStatus wish) {
        var words = words(reason);
        var locked = locked(by, id);
        apply(by.organisationId(), locked, to(locked, wish, words, by.actor()), false);
    }

    private Locked locked(Acting by, CredentialId id) {
        return rows.locked(by.organisationId(), id).orElseThrow(() -> new NotFoundException("credential"));
    }

    private StatusChange to(Locked locked, CredentialStatus wish, String reason, String actor) {
        var from = locked.credential().status();
        if (!after(from).contains(wish)) {
            throw new ConflictException("issue.conflict." + from);
        }
        return new StatusChange(from, wish, reason, actor, time.instant());
    }

    /// What a status may become.
    static Set<CredentialStatus> after(CredentialStatus status) {
        return switch (status) {
            case ACTIVE -> EnumSet.of(CredentialStatus.SUSPENDED, CredentialStatus.REVOKED);
            case SUSPENDED -> EnumSet.of(CredentialStatus.ACTIVE, CredentialStatus.REVOKED);
            case REVOKED -> EnumSet.noneOf(CredentialStatus.class);
        };
    }

    private void apply(OrganisationId organisation, Locked locked, StatusChange change, boolean replaced) {
        var id = locked.credential().id();
        rows.change(organisation, id, change, replaced);
        lists.mark(organisation, locked.place(), change.to() != CredentialStatus.ACTIVE);
        var action = switch (change.to()) {
            case ACTIVE -> "credential.reinstated";
            case SUSPENDED -> "credential.suspended";
            case REVOKED -> "credential.revoked";
        };
        record(organisation, change.actor(), action, id, Map.of("reason", change.reason()));
        events.publishEvent(new CredentialStatusChanged(id, change.from(), change.to(), replaced));
    }

    private void record(
            OrganisationId organisation, String actor, String action, CredentialId id, Map<String, String> detail) {
        audit.record(new Audit.Deed(Optional.of(organisation.value()), actor, action, id.subject(), detail));
    }

    /// A reason as it is kept.
    ///
    /// @throws InputException when it is too short or too long
    static String words(String reason) {
        var words = reason.strip();
        if (words.length() < SHORTEST_REASON || words.length() > LONGEST_REASON) {
            throw new InputException(Fault.of("reason", "issue.reason.form", SHORTEST_REASON, LONGEST_REASON));
        }
        return words;
    }

    /// The award's reason follows rules of its own; here it must only fit.
    private static String annulled(String reason) {
        var words = "Award annulled: " + reason;
        return words.length() <= LONGEST_REASON ? words : words.substring(0, LONGEST_REASON - 1) + "…";
    }
}
