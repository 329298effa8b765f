package org.cairn.server.codesign;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.NotFoundException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Who gets into a room, and the history of what they do there. To everybody but its two organisations a room does not
/// exist. Thread-safe.
@Component
class RoomAccess {
    private final RoomRepository rooms;
    private final PaperRepository papers;
    private final Audit audit;
    private final InstantSource time;

    RoomAccess(RoomRepository rooms, PaperRepository papers, Audit audit, InstantSource time) {
        this.rooms = rooms;
        this.papers = papers;
        this.audit = audit;
        this.time = time;
    }

    /// @throws NotFoundException when there is no such room with a seat for the acting organisation
    Room room(Acting by, RoomId id) {
        return seated(by, rooms.room(by.organisationId(), id).orElseThrow(() -> new NotFoundException("room")));
    }

    /// The room to change something in, held until the running transaction ends.
    ///
    /// @throws ConflictException when it was closed
    Room working(Acting by, RoomId id) {
        var room = seated(by, rooms.locked(by.organisationId(), id).orElseThrow(() -> new NotFoundException("room")));
        if (!room.isOpen()) {
            throw new ConflictException("codesign.conflict.closed");
        }
        return room;
    }

    /// The same, for what only one side may do.
    Room working(Acting by, RoomId id, Side only) {
        var room = working(by, id);
        if (room.sideOf(by.organisationId()) != only) {
            throw new ConflictException("codesign.conflict.side." + only);
        }
        return room;
    }

    /// A designer sits on the institution's side, an employer's expert on the employer's; admins on theirs.
    private static Room seated(Acting by, Room room) {
        var needed = switch (room.sideOf(by.organisationId())) {
            case EMPLOYER -> Role.EMPLOYER;
            case INSTITUTION -> Role.DESIGNER;
        };
        if (!by.may(needed) && !by.may(Role.ADMIN)) {
            throw new AccessDeniedException("role missing");
        }
        return room;
    }

    /// Writes a deed into the history of the room and the trail of whoever did it.
    void note(Room room, Acting by, String deed, String words) {
        papers.note(
                room,
                new Happening(time.instant(), Optional.of(room.sideOf(by.organisationId())), by.actor(), deed, words));
        audit.record(new Audit.Deed(
                Optional.of(by.organisationId().value()),
                by.actor(),
                "codesign." + deed,
                "codesign:" + room.id(),
                Map.of("note", words)));
    }

    /// Writes what happened by itself.
    void happened(Room room, String deed, String words) {
        papers.note(room, new Happening(time.instant(), Optional.empty(), "system", deed, words));
        audit.record(new Audit.Deed(
                Optional.of(room.institution().value()),
                "system",
                "codesign." + deed,
                "codesign:" + room.id(),
                Map.of("note", words)));
    }
}
