package org.cairn.server.hiring;

import java.util.List;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OverviewTile;
import org.cairn.server.identity.Role;
import org.springframework.stereotype.Component;

/// What an employer works with: role profiles in use and kept checks.
@Component
class HiringTiles implements OverviewTile {
    private final Roles roles;
    private final Checks checks;

    HiringTiles(Roles roles, Checks checks) {
        this.roles = roles;
        this.checks = checks;
    }

    @Override
    public List<Tile> tiles(Acting acting) {
        if (!acting.may(Role.EMPLOYER)) {
            return List.of();
        }
        var base = RolePages.base(acting);
        var inUse = roles.of(acting.organisationId()).stream()
                .filter(role -> role.archivedAt().isEmpty())
                .count();
        return List.of(
                new Tile(Long.toString(inUse), "hiring.tile.roles", base),
                new Tile(Integer.toString(checks.of(acting).size()), "hiring.tile.checks", base + "#checks"));
    }
}
