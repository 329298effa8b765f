package org.cairn.server.hiring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.server.identity.OrganisationId;

/// What an employer looks for, while it is worked on.
///
/// @param about what the work is, in the employer's words
public record RoleProfile(
        RoleId id,
        OrganisationId organisation,
        String title,
        String about,
        List<RoleSkill> skills,
        Instant createdAt,
        Optional<Instant> archivedAt) {
    public RoleProfile {
        skills = List.copyOf(skills);
    }
}
