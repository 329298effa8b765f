package org.cairn.server.bulk;

import java.util.List;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OverviewTile;
import org.cairn.server.identity.Role;
import org.springframework.stereotype.Component;

/// Runs under way, while there are any.
@Component
class BulkTiles implements OverviewTile {
    private final BulkRuns runs;

    BulkTiles(BulkRuns runs) {
        this.runs = runs;
    }

    @Override
    public List<Tile> tiles(Acting acting) {
        var underWay = acting.may(Role.EMPLOYER) || acting.may(Role.ISSUER) ? runs.underWay(acting) : 0;
        return underWay == 0
                ? List.of()
                : List.of(new Tile(Integer.toString(underWay), "bulk.tile.underWay", BulkPages.base(acting)));
    }
}
