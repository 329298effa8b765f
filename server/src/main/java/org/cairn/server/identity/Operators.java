package org.cairn.server.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cairn.server.identity.Organisation.Kind;
import org.cairn.server.identity.Organisations.Founding;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the platform's own staff do. Thread-safe.
@Service
public class Operators {
    private final Organisations organisations;
    private final Invitations invitations;

    Operators(Organisations organisations, Invitations invitations) {
        this.organisations = organisations;
        this.invitations = invitations;
    }

    /// For pages that are the platform's own: to everybody else they do not exist.
    ///
    /// @throws NotFoundException when she is no operator
    public void require(SignedIn me) {
        if (!isOperator(me.person())) {
            throw new NotFoundException("page");
        }
    }

    boolean isOperator(PersonId person) {
        return organisations.membershipsOf(person).stream()
                .anyMatch(m -> m.organisation().isPlatform() && m.may(Role.OPERATOR));
    }

    /// Founds an organisation and invites its first admin: both or neither.
    ///
    /// @throws InputException when something cannot be taken
    @Transactional
    public Organisation found(SignedIn by, OperatorPages.Typed typed, Locale locale) {
        var kind = typed.kindChosen()
                .orElseThrow(() -> new InputException(Fault.of("kind", "identity.organisation.kind.form")));
        if (EmailAddress.parse(typed.email()).isEmpty()) {
            throw new InputException(Fault.of("email", "identity.email.form"));
        }
        var founded = organisations.found(founding(kind, typed), by.actor());
        invite(founded, by.actor(), typed.email(), locale);
        return founded;
    }

    /// The first start of a fresh installation: the platform itself and the letter to whoever runs it. Does
    /// nothing where there is a platform already.
    ///
    /// @return whether it was founded now
    @Transactional
    public boolean foundPlatform(EmailAddress operator) {
        if (organisations.hasPlatform()) {
            return false;
        }
        var platform = organisations.found(
                new Founding("platform", Kind.PLATFORM, "Cairn", "BE", Optional.empty(), Optional.empty(), false),
                "system");
        invite(platform, "system", operator.value(), Locale.ENGLISH);
        return true;
    }

    private void invite(Organisation organisation, String actor, String email, Locale locale) {
        var acting = new Acting(new Membership(organisation, Set.of(Role.ADMIN)), actor);
        invitations.invite(acting, email, organisation.kind().rolesOfFounder(), locale);
    }

    private static Founding founding(Kind kind, OperatorPages.Typed typed) {
        return new Founding(
                typed.slug(), kind, typed.legalName(), typed.country(), Optional.empty(), Optional.empty(), false);
    }
}
