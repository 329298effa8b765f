package org.cairn.server.codesign;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecDraft;
import org.cairn.server.catalogue.SpecVersionPublished;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.codesign.Papers.ItemKind;
import org.cairn.server.codesign.Papers.SignOff;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.TypedValues;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How a room goes on: step by step, back with a reason, signed by both sides, published, reviewed, closed. Each method
/// holds the room until its transaction ends. Thread-safe.
@Service
class RoomStages {
    private static final int MONTHS_TO_REVIEW = 12;
    private static final int REVIEWS_A_RUN = 200;

    private final RoomAccess access;
    private final RoomRepository rooms;
    private final PaperRepository papers;
    private final RoomLetters letters;
    private final Specs specs;
    private final DraftDigest digest;
    private final InstantSource time;

    RoomStages(
            RoomAccess access,
            RoomRepository rooms,
            PaperRepository papers,
            RoomLetters letters,
            Specs specs,
            DraftDigest digest,
            InstantSource time) {
        this.access = access;
        this.rooms = rooms;
        this.papers = papers;
        this.letters = letters;
        this.specs = specs;
        this.digest = digest;
        this.time = time;
    }

    /// @param from the stage that was on the page; two who press at once go on by one step only
    @Transactional
    void advance(Acting by, RoomId id, String from) {
        var room = access.working(by, id);
        standsAt(room, from);
        var next = room.stage().next().orElseThrow(() -> new ConflictException("codesign.conflict.last"));
        missing(room).ifPresent(key -> {
            throw new ConflictException(key);
        });
        rooms.move(room, next);
        if (next == Stage.SIGN_OFF) {
            // What was signed before somebody went back does not count any more.
            rooms.signingFrom(room, time.instant());
        }
        access.note(room, by, "advanced", next.name());
        if (next == Stage.SIGN_OFF) {
            letters.toBeSigned(room);
        }
    }

    /// What a stage still lacks before one can go on, as a message key.
    Optional<String> missing(Room room) {
        var on = papers.of(room);
        return switch (room.stage()) {
            case NEED -> lack(room.need().task().isBlank() || on.evidence().isEmpty(), "evidence");
            case SKILLS -> lack(on.standing(ItemKind.SKILL).isEmpty(), "skill");
            case OUTCOMES ->
                lack(
                        on.standing(ItemKind.OUTCOME).isEmpty()
                                || on.standing(ItemKind.ASSESSMENT).isEmpty()
                                || room.spec().isEmpty(),
                        "outcome");
            case COMMENTS ->
                lack(on.remarks().stream().anyMatch(remark -> remark.decided().isEmpty()), "decision");
            case PILOT -> lack(room.pilot().isEmpty(), "pilot");
            case SIGN_OFF, PUBLISHED, REVIEW_DUE -> Optional.empty();
        };
    }

    private static Optional<String> lack(boolean isLacking, String what) {
        return isLacking ? Optional.of("codesign.lacks." + what) : Optional.empty();
    }

    @Transactional
    void back(Acting by, RoomId id, String from, String to, String reason) {
        var room = access.working(by, id);
        standsAt(room, from);
        var values = new TypedValues();
        var stage = values.choice("to", to, Stage.values());
        var words = values.text("backReason", reason, 5, 500);
        values.check();
        if (!stage.orElseThrow().isBefore(room.stage()) || stage.orElseThrow().hasReached(Stage.PUBLISHED)) {
            throw new InputException(Fault.of("to", "codesign.back.earlier"));
        }
        rooms.move(room, stage.orElseThrow());
        access.note(room, by, "wentBack", words);
    }

    private static void standsAt(Room room, String stage) {
        if (!room.stage().name().equals(stage)) {
            throw new ConflictException("codesign.conflict.moved");
        }
    }

    /// The draft as it stands, with its fingerprint.
    record Shown(SpecDraft draft, String digest) {}

    /// The draft of a room that its two sides may read: until it is published or the room is closed. What the
    /// institution
    /// writes afterwards is its own.
    Optional<Shown> draft(Room room) {
        return room.spec()
                .filter(_ -> room.isOpen() && !room.stage().hasReached(Stage.PUBLISHED))
                .map(spec -> {
                    var draft = specs.draft(room.institution(), spec);
                    return new Shown(draft, digest.of(draft.content()));
                });
    }

    /// Signs the draft for the acting side.
    ///
    /// @param seen fingerprint of the content on the page that was signed; another one by now is refused
    @Transactional
    void sign(Acting by, RoomId id, String seen) {
        var room = access.working(by, id);
        var side = room.sideOf(by.organisationId());
        if (!by.may(side == Side.EMPLOYER ? Role.EMPLOYER : Role.DESIGNER)) {
            throw new AccessDeniedException("role missing");
        }
        if (room.stage() != Stage.SIGN_OFF) {
            throw new ConflictException("codesign.conflict.notSigning");
        }
        var now = draft(room).orElseThrow(() -> new ConflictException("codesign.lacks.outcome"));
        if (!now.digest().equals(seen)) {
            throw new ConflictException("codesign.conflict.changed");
        }
        if (papers.of(room).isSigned(side, now.digest())) {
            throw new ConflictException("codesign.conflict.signed");
        }
        papers.sign(room, new SignOff(side, now.digest(), by.actor(), time.instant()));
        access.note(room, by, "signed", now.digest().substring(0, 12));
    }

    /// A version was published: rooms in which exactly this was signed by both have arrived. Any other publishing is
    /// the institution's right and is written down as what it is.
    @EventListener
    @Transactional
    public void heard(SpecVersionPublished event) {
        var version = specs.published(event.version()).orElseThrow();
        rooms.lockedOf(event.organisation(), version.spec()).forEach(room -> arrive(room, version));
    }

    private void arrive(Room room, PublishedSpec version) {
        var isSigned = room.stage() == Stage.SIGN_OFF && papers.of(room).isSignedByBoth(digest.of(version.content()));
        if (!isSigned) {
            access.happened(room, "publishedUnsigned", Integer.toString(version.number()));
            return;
        }
        rooms.insertVersion(room, version.id(), version.publishedAt());
        rooms.move(room, Stage.PUBLISHED);
        rooms.reviewOn(room, today().plusMonths(MONTHS_TO_REVIEW));
        access.happened(room, "published", Integer.toString(version.number()));
    }

    /// When the two look again at whether it still fits the job.
    @Transactional
    void reviewOn(Acting by, RoomId id, String typed) {
        var room = access.working(by, id, Side.INSTITUTION);
        if (room.stage() != Stage.PUBLISHED) {
            throw new ConflictException("codesign.conflict.notPublished");
        }
        var values = new TypedValues();
        var day = values.neededDay("reviewOn", typed);
        day.filter(d -> !d.isAfter(today()) || d.isAfter(today().plusYears(10)))
                .ifPresent(d -> values.add(Fault.of("reviewOn", "codesign.review.later")));
        values.check();
        rooms.reviewOn(room, day.orElseThrow());
        access.note(room, by, "reviewOn", day.orElseThrow().toString());
    }

    /// Rooms whose day has come are due, and both sides are told.
    ///
    /// @return whether there may be more
    @Transactional
    public boolean remind() {
        var due = rooms.lockedForReview(today(), REVIEWS_A_RUN);
        for (var room : due) {
            rooms.move(room, Stage.REVIEW_DUE);
            access.happened(room, "reviewDue", "");
            letters.reviewIsDue(room);
        }
        return due.size() == REVIEWS_A_RUN;
    }

    /// For good; everything stays readable.
    @Transactional
    void close(Acting by, RoomId id, String reason) {
        var room = access.working(by, id);
        var values = new TypedValues();
        var words = values.text("reason", reason, 5, 500);
        values.check();
        rooms.close(room, time.instant());
        access.note(room, by, "closed", words);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }
}
