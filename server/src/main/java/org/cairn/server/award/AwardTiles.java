package org.cairn.server.award;

import java.util.List;
import java.util.Optional;
import org.cairn.server.award.AwardSearch.Claim;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OverviewTile;
import org.cairn.server.identity.Role;
import org.springframework.stereotype.Component;

/// How many awards stand, and how many of them nobody has claimed.
@Component
class AwardTiles implements OverviewTile {
    private final AwardRepository awards;

    AwardTiles(AwardRepository awards) {
        this.awards = awards;
    }

    @Override
    public List<Tile> tiles(Acting acting) {
        if (!acting.may(Role.ISSUER)) {
            return List.of();
        }
        var home = AwardForms.home(acting);
        return List.of(
                new Tile(count(acting, Claim.ANY), "award.tile.awards", home + "?status=CONFERRED"),
                new Tile(count(acting, Claim.NO), "award.tile.unclaimed", home + "?status=CONFERRED&claimed=NO"));
    }

    private String count(Acting acting, Claim claim) {
        var standing = new AwardSearch("", Optional.empty(), Optional.of(AwardStatus.CONFERRED), claim, 1);
        return Long.toString(awards.count(acting.organisationId(), standing));
    }
}
