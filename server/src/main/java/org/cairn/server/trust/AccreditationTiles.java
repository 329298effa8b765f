package org.cairn.server.trust;

import java.util.List;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OverviewTile;
import org.cairn.server.identity.Role;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What a quality body has accredited that stands, on its overview; the way to do so.
@Component
@Order(30)
class AccreditationTiles implements OverviewTile {
    private final Accreditations accreditations;

    AccreditationTiles(Accreditations accreditations) {
        this.accreditations = accreditations;
    }

    @Override
    public List<Tile> tiles(Acting acting) {
        if (acting.organisation().kind() != Organisation.Kind.QUALITY_BODY || !acting.may(Role.REVIEWER)) {
            return List.of();
        }
        var standing = accreditations.by(acting.organisationId()).stream()
                .filter(accreditations::stands)
                .count();
        return List.of(new Tile(
                Long.toString(standing),
                "trust.tile",
                "/o/" + acting.organisation().slug() + "/accreditations"));
    }
}
