package org.cairn.server.review;

import java.util.List;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OverviewTile;
import org.cairn.server.identity.Role;
import org.springframework.stereotype.Component;

/// How much waits for the reviewers of an organisation; shown while something does.
@Component
class ReviewTiles implements OverviewTile {
    private final ReviewRepository rows;

    ReviewTiles(ReviewRepository rows) {
        this.rows = rows;
    }

    @Override
    public List<Tile> tiles(Acting acting) {
        var waiting = acting.may(Role.REVIEWER) ? rows.waiting(acting.organisationId()) : 0;
        return waiting == 0
                ? List.of()
                : List.of(new Tile(Integer.toString(waiting), "review.tile", ReviewForms.home(acting)));
    }
}
