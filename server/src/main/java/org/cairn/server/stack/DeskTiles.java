package org.cairn.server.stack;

import java.util.ArrayList;
import java.util.List;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OverviewTile;
import org.cairn.server.identity.Role;
import org.springframework.stereotype.Component;

/// What waits on the registrar's desk. Queues that few organisations have are shown while something waits in them.
@Component
class DeskTiles implements OverviewTile {
    private final StackClaims claims;
    private final Recognitions recognitions;
    private final ImpactReviews reviews;

    DeskTiles(StackClaims claims, Recognitions recognitions, ImpactReviews reviews) {
        this.claims = claims;
        this.recognitions = recognitions;
        this.reviews = reviews;
    }

    @Override
    public List<Tile> tiles(Acting acting) {
        if (!acting.may(Role.ISSUER)) {
            return List.of();
        }
        var home = DeskForms.home(acting);
        var tiles = new ArrayList<Tile>();
        var waiting = claims.countWaiting(acting.organisationId());
        tiles.add(new Tile(Integer.toString(waiting), "stackdesk.tile.claims", home + "/claims"));
        var asked = recognitions
                .waiting(acting.organisationId(), DeskClaimPages.MOST)
                .size();
        if (asked > 0) {
            tiles.add(new Tile(Integer.toString(asked), "stackdesk.tile.recognitions", home + "/recognitions"));
        }
        var open = reviews.waiting(acting.organisationId(), DeskClaimPages.MOST).size();
        if (open > 0) {
            tiles.add(new Tile(Integer.toString(open), "stackdesk.tile.reviews", home + "/impact-reviews"));
        }
        return List.copyOf(tiles);
    }
}
