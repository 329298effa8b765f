package org.cairn.server.employer;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation.Kind;
import org.cairn.server.identity.OverviewTile;
import org.cairn.server.identity.Role;
import org.springframework.stereotype.Component;

/// What an employer says today, and what waits for its answer.
@Component
class EmployerTiles implements OverviewTile {
    private final EndorsementRepository rows;
    private final Endorsements endorsements;
    private final EndorsementRequests requests;
    private final InstantSource time;

    EmployerTiles(
            EndorsementRepository rows, Endorsements endorsements, EndorsementRequests requests, InstantSource time) {
        this.rows = rows;
        this.endorsements = endorsements;
        this.requests = requests;
        this.time = time;
    }

    @Override
    public List<Tile> tiles(Acting acting) {
        if (acting.organisation().kind() != Kind.EMPLOYER || !acting.may(Role.EMPLOYER)) {
            return List.of();
        }
        var home = EndorsementPages.home(acting);
        var now = time.instant();
        var standing = rows.by(acting.organisationId(), EndorsementLists.MOST).stream()
                .filter(each -> each.standsAt(now))
                .count();
        var waiting = requests.waitingFor(acting).size()
                + endorsements.outdated(acting.organisationId()).size();
        var tiles = new ArrayList<Tile>();
        tiles.add(new Tile(Long.toString(standing), "employer.tile.standing", home));
        if (waiting > 0) {
            tiles.add(new Tile(Integer.toString(waiting), "employer.tile.waiting", home));
        }
        return List.copyOf(tiles);
    }
}
