package org.cairn.server.codesign;

import java.util.List;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation.Kind;
import org.cairn.server.identity.OverviewTile;
import org.cairn.server.identity.Role;
import org.springframework.stereotype.Component;

/// How many co-design rooms are open.
@Component
class CoDesignTiles implements OverviewTile {
    private final RoomRepository rooms;

    CoDesignTiles(RoomRepository rooms) {
        this.rooms = rooms;
    }

    @Override
    public List<Tile> tiles(Acting acting) {
        var kind = acting.organisation().kind();
        var mayEnter = kind == Kind.EMPLOYER
                ? acting.may(Role.EMPLOYER) || acting.may(Role.ADMIN)
                : kind == Kind.INSTITUTION && acting.may(Role.DESIGNER);
        if (!mayEnter) {
            return List.of();
        }
        var open = rooms.countOpen(acting.organisationId());
        // Many institutions will never have one; the way in stands in the menu.
        return open == 0 && kind == Kind.INSTITUTION
                ? List.of()
                : List.of(new Tile(Integer.toString(open), "codesign.tile", RoomDesk.Visit.home(acting)));
    }
}
