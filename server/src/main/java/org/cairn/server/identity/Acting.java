package org.cairn.server.identity;

import java.util.Set;

/// Who acts for which organisation, checked against its members or keys. Only [ActingResolver],
/// [Organisations] and in-house callers that speak for the system make one, so whoever holds it
/// need not ask again.
///
/// @param actor for the audit trail: `person:…`, `key:…` or `system`
public record Acting(Membership membership, String actor) {

    /// In the name of the system, as the demonstration's seed does; never from a request.
    public static Acting system(Organisation organisation) {
        return new Acting(new Membership(organisation, Set.of(Role.ADMIN)), "system");
    }

    public OrganisationId organisationId() {
        return membership.organisation().id();
    }

    public Organisation organisation() {
        return membership.organisation();
    }

    public boolean may(Role needed) {
        return membership.may(needed);
    }
}
