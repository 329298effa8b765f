package org.cairn.server.identity;

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

    boolean isPlatform() {
        return kind == Kind.PLATFORM;
    }

    public enum Kind {
        PLATFORM,
        INSTITUTION,
        EMPLOYER,
        QUALITY_BODY;

        /// What a member of such an organisation can be.
        Set<Role> roles() {
            return switch (this) {
                case PLATFORM -> Set.of(Role.OPERATOR, Role.ADMIN);
                case INSTITUTION -> Set.of(Role.ADMIN, Role.DESIGNER, Role.ISSUER, Role.REVIEWER);
                case EMPLOYER -> Set.of(Role.ADMIN, Role.EMPLOYER);
                case QUALITY_BODY -> Set.of(Role.ADMIN, Role.REVIEWER);
            };
        }

        /// What the first admin gets, so that an organisation can start to work.
        Set<Role> rolesOfFounder() {
            return this == INSTITUTION ? Set.of(Role.ADMIN) : roles();
        }
    }
}
