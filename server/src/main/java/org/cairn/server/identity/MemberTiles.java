package org.cairn.server.identity;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Members and live keys, for admins; after the figures of the daily work.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class MemberTiles implements OverviewTile {
    private final Organisations organisations;
    private final ApiKeys keys;

    MemberTiles(Organisations organisations, ApiKeys keys) {
        this.organisations = organisations;
        this.keys = keys;
    }

    @Override
    public List<Tile> tiles(Acting acting) {
        if (!acting.may(Role.ADMIN)) {
            return List.of();
        }
        var home = "/o/" + acting.organisation().slug();
        var members = organisations.members(acting.organisationId()).size();
        var live = keys.of(acting.organisationId()).stream()
                .filter(key -> key.revokedAt().isEmpty())
                .count();
        return List.of(
                new Tile(Integer.toString(members), "identity.tile.members", home + "/members"),
                new Tile(Long.toString(live), "identity.tile.keys", home + "/keys"));
    }
}
