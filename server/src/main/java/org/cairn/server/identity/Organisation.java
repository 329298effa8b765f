package org.cairn.server.identity;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A tenant as others may see it.
///
/// @param slug its name in addresses: lower-case letters, digits and hyphens
/// @param country ISO 3166-1 alpha-2
/// @param demo belongs to the seeded demonstration
public record Organisation(
        OrganisationId id,
        String slug,
        Kind kind,
        String legalName,
        String country,
        Optional<String> website,
        Optional<String> email,
        boolean demo) {

    public enum Kind {
        PLATFORM(Role.OPERATOR),
        INSTITUTION(Role.DESIGNER, Role.ISSUER, Role.REVIEWER),
        EMPLOYER(Role.EMPLOYER),
        QUALITY_BODY(Role.REVIEWER);

        private final Set<Role> roles;

        Kind(Role first, Role... more) {
            var all = EnumSet.of(first, more);
            all.add(Role.ADMIN);
            this.roles = Set.copyOf(all);
        }

        /// What a member of such an organisation can be.
        Set<Role> roles() {
            return roles;
        }

        /// What the first admin gets, so that an organisation can start to work.
        Set<Role> rolesOfFounder() {
            return this == INSTITUTION ? Set.of(Role.ADMIN) : roles;
        }
    }
}
