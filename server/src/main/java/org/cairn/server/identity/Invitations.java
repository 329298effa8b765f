package org.cairn.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.operate.Post;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.RateLimits;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Members are asked to join by e-mail address and become members when they prove that they read it; nobody is
/// enrolled behind her back, and an admin learns nothing of who has an account. Thread-safe.
@Service
class Invitations {
    static final Duration OPEN_FOR = Duration.ofDays(30);
    private static final RateLimits.Limit PER_ORGANISATION = new RateLimits.Limit("invite", 60, Duration.ofHours(1));

    private final InvitationRepository rows;
    private final Organisations organisations;
    private final Letters letters;
    private final RateLimits limits;
    private final Audit audit;
    private final InstantSource time;

    Invitations(
            InvitationRepository rows,
            Organisations organisations,
            Letters letters,
            RateLimits limits,
            Audit audit,
            InstantSource time) {
        this.rows = rows;
        this.organisations = organisations;
        this.letters = letters;
        this.limits = limits;
        this.audit = audit;
        this.time = time;
    }

    /// Asked, and not answered yet.
    record Pending(UUID id, OrganisationId organisation, EmailAddress address, Set<Role> roles, Instant expiresAt) {}

    /// The words of the letter that invites.
    @Service
    static class Letters {
        private final Post post;
        private final CairnSettings settings;
        private final MessageSource messages;

        Letters(Post post, CairnSettings settings, MessageSource messages) {
            this.post = post;
            this.settings = settings;
            this.messages = messages;
        }

        private void send(Acting by, Pending invitation, Locale locale) {
            var roles = invitation.roles().stream()
                    .sorted()
                    .map(role -> messages.getMessage("identity.role." + role, null, locale))
                    .collect(Collectors.joining("\n– ", "– ", ""));
            var name = by.organisation().legalName();
            var args = new Object[] {name, roles, settings.address("/login"), OPEN_FOR.toDays()};
            post.send(new Post.Letter(
                    invitation.address().value(),
                    messages.getMessage("identity.letter.invitation.subject", args, locale),
                    messages.getMessage("identity.letter.invitation.text", args, locale),
                    "invitation:" + invitation.id()));
        }
    }

    /// Invites, or invites again with these roles and a new letter.
    ///
    /// @throws InputException when the address or the roles cannot be taken
    @Transactional
    public EmailAddress invite(Acting by, String typed, Set<Role> roles, Locale locale) {
        var address = EmailAddress.parse(typed)
                .orElseThrow(() -> new InputException(Fault.of("email", "identity.email.form")));
        requireRolesOf(by.organisation(), roles);
        if (!limits.permits(PER_ORGANISATION, by.organisationId().toString())) {
            throw new InputException(Fault.of("email", "identity.member.tooMany"));
        }
        var wish = new Pending(
                UUID.randomUUID(),
                by.organisationId(),
                address,
                roles,
                time.instant().plus(OPEN_FOR));
        var invitation = rows.put(wish, time.instant());
        letters.send(by, invitation, locale);
        record(by.organisationId(), by.actor(), "member.invited", invitation);
        return address;
    }

    /// @throws InputException when none was chosen, or one that such an organisation does not have
    static void requireRolesOf(Organisation organisation, Set<Role> roles) {
        if (roles.isEmpty() || !organisation.kind().roles().containsAll(roles)) {
            throw new InputException(Fault.of("roles", "identity.member.roles.form"));
        }
    }

    List<Pending> of(OrganisationId organisation) {
        return rows.of(organisation, time.instant());
    }

    /// @return false when there is no such invitation in the organisation
    @Transactional
    public boolean withdraw(Acting by, UUID id) {
        var taken = rows.take(by.organisationId(), id);
        taken.ifPresent(invitation -> record(by.organisationId(), by.actor(), "member.uninvited", invitation));
        return taken.isPresent();
    }

    /// Proving an address takes up every invitation sent to it, in the same transaction.
    @EventListener
    @Transactional
    public void join(People.EmailConfirmed proof) {
        for (var invitation : rows.takeAllFor(proof.address(), time.instant())) {
            var roles = EnumSet.copyOf(invitation.roles());
            roles.addAll(organisations.roles(invitation.organisation(), proof.person()));
            organisations.setRoles(invitation.organisation(), proof.person(), roles, "person:" + proof.person());
        }
    }

    /// The address stays out of the trail, which nobody can erase; whoever joins is named there by her own deed.
    private void record(OrganisationId organisation, String actor, String action, Pending invitation) {
        audit.record(new Audit.Deed(
                Optional.of(organisation.value()),
                actor,
                action,
                "invitation:" + invitation.id(),
                Map.of("roles", invitation.roles().toString())));
    }
}
