package org.cairn.server.identity;

import java.util.Set;

/// The roles one person holds in one organisation.
public record Membership(Organisation organisation, Set<Role> roles) {
    public Membership {
        roles = Set.copyOf(roles);
    }

    public boolean may(Role needed) {
        return roles.stream().anyMatch(r -> r.covers(needed));
    }
}
