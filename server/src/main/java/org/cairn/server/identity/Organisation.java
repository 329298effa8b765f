package org.cairn.server.identity;

import java.util.Optional;

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
        PLATFORM,
        INSTITUTION,
        EMPLOYER,
        QUALITY_BODY
    }
}
