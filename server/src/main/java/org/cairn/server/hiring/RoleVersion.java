package org.cairn.server.hiring;

import java.time.Instant;
import java.util.List;
import org.cairn.server.identity.OrganisationId;

/// What an employer looked for when somebody was checked against it, asked or searched for. Never changes.
public record RoleVersion(
        RoleVersionId id,
        OrganisationId organisation,
        RoleId role,
        int number,
        String title,
        String about,
        List<RoleSkill> skills,
        Instant frozenAt) {
    public RoleVersion {
        skills = List.copyOf(skills);
    }

    boolean says(RoleProfile role) {
        return title.equals(role.title()) && about.equals(role.about()) && skills.equals(role.skills());
    }
}
