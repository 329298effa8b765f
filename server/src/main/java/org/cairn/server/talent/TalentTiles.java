package org.cairn.server.talent;

import java.util.List;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OverviewTile;
import org.cairn.server.identity.Role;
import org.springframework.stereotype.Component;

/// People who were asked and have not answered yet, while there are any.
@Component
class TalentTiles implements OverviewTile {
    private final Contacts contacts;

    TalentTiles(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public List<Tile> tiles(Acting acting) {
        if (!acting.may(Role.EMPLOYER)) {
            return List.of();
        }
        var waiting = contacts.of(acting).stream()
                .filter(contact -> contact.state() == Contact.State.ASKED)
                .count();
        return waiting == 0
                ? List.of()
                : List.of(new Tile(Long.toString(waiting), "talent.tile.asked", ContactPages.base(acting)));
    }
}
