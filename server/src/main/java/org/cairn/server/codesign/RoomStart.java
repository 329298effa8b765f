package org.cairn.server.codesign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisation.Kind;
import org.cairn.server.identity.Organisations;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.RateLimits;
import org.cairn.server.web.TypedValues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opening a room: an employer brings a need to an institution, or an institution invites an employer. Thread-safe.
@Service
class RoomStart {
    static final int MOST_OPEN = 100;
    private static final RateLimits.Limit A_DAY = new RateLimits.Limit("codesign-start", 20, Duration.ofDays(1));

    private final RoomRepository rooms;
    private final RoomAccess access;
    private final RoomLetters letters;
    private final Organisations organisations;
    private final RateLimits limits;
    private final InstantSource time;

    RoomStart(
            RoomRepository rooms,
            RoomAccess access,
            RoomLetters letters,
            Organisations organisations,
            RateLimits limits,
            InstantSource time) {
        this.rooms = rooms;
        this.access = access;
        this.letters = letters;
        this.organisations = organisations;
        this.limits = limits;
        this.time = time;
    }

    /// What was typed.
    ///
    /// @param partner short name of the other organisation
    record Typed(String partner, String title, String task, String lacking, String vacancies) {
        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    /// @throws InputException when something cannot be taken
    @Transactional
    RoomId start(Acting by, Typed typed) {
        var side = side(by);
        var values = new TypedValues();
        var title = values.line("title", typed.title(), 200);
        // An invitation may leave it to the employer to say what is needed.
        var need = need(values, side == Side.EMPLOYER, typed);
        var partner = partner(by, side, typed.partner(), values);
        values.check();
        if (rooms.countOpen(by.organisationId()) >= MOST_OPEN
                || !limits.permits(A_DAY, by.organisationId().toString())) {
            throw new InputException(Fault.of("title", "codesign.start.many", MOST_OPEN));
        }
        var other = partner.orElseThrow().id();
        var room = new Room(
                new RoomId(UUID.randomUUID()),
                side == Side.INSTITUTION ? by.organisationId() : other,
                side == Side.EMPLOYER ? by.organisationId() : other,
                side,
                title,
                need,
                Stage.NEED,
                1,
                Optional.empty(),
                Optional.<Room.Pilot>empty(),
                Optional.<LocalDate>empty(),
                time.instant(),
                Optional.<Instant>empty());
        rooms.insert(room);
        access.note(room, by, "started", "");
        letters.started(room, by.organisation());
        return room.id();
    }

    /// @throws NotFoundException for an organisation that is neither employer nor institution
    static Side side(Acting by) {
        return switch (by.organisation().kind()) {
            case EMPLOYER -> Side.EMPLOYER;
            case INSTITUTION -> Side.INSTITUTION;
            case PLATFORM, QUALITY_BODY -> throw new NotFoundException("room");
        };
    }

    static Room.Need need(TypedValues values, boolean whole, Typed typed) {
        return new Room.Need(
                values.text("task", typed.task(), whole ? 10 : 0, 4000),
                values.text("lacking", typed.lacking(), whole ? 10 : 0, 4000),
                values.number("vacancies", typed.vacancies(), 0, 1_000_000));
    }

    private Optional<Organisation> partner(Acting by, Side side, String slug, TypedValues values) {
        var kind = side == Side.EMPLOYER ? Kind.INSTITUTION : Kind.EMPLOYER;
        var found = organisations
                .bySlug(slug.strip())
                .filter(other -> other.kind() == kind && !other.id().equals(by.organisationId()));
        if (found.isEmpty()) {
            values.add(Fault.of("partner", "codesign.partner.unknown." + kind));
        }
        return found;
    }

    /// Rooms of the acting organisation, open ones first.
    List<Room> rooms(Acting by) {
        return rooms.of(by.organisationId(), 2 * MOST_OPEN);
    }
}
