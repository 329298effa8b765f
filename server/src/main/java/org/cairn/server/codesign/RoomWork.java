package org.cairn.server.codesign;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.codesign.Papers.Decided;
import org.cairn.server.codesign.Papers.Evidence;
import org.cairn.server.codesign.Papers.EvidenceKind;
import org.cairn.server.codesign.Papers.Item;
import org.cairn.server.codesign.Papers.ItemKind;
import org.cairn.server.codesign.Papers.Remark;
import org.cairn.server.codesign.Papers.Verdict;
import org.cairn.server.identity.Acting;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.TypedValues;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is written in a room. Each method holds the room until its transaction ends; room and seat are looked at
/// before anything that was typed. Thread-safe.
@Service
class RoomWork {
    static final int MOST_EVIDENCE = 30;
    static final int MOST_ITEMS = 60;
    static final int MOST_REMARKS = 300;

    private final RoomAccess access;
    private final RoomRepository rooms;
    private final PaperRepository papers;
    private final Specs specs;
    private final Taxonomies taxonomies;
    private final InstantSource time;

    RoomWork(
            RoomAccess access,
            RoomRepository rooms,
            PaperRepository papers,
            Specs specs,
            Taxonomies taxonomies,
            InstantSource time) {
        this.access = access;
        this.rooms = rooms;
        this.papers = papers;
        this.specs = specs;
        this.taxonomies = taxonomies;
        this.time = time;
    }

    /// @throws ConflictException when somebody saved another need or pilot since
    @Transactional
    void describeNeed(Acting by, RoomId id, RoomStart.Typed typed, long revision) {
        var room = unpublished(access.working(by, id));
        atRevision(room, revision);
        var values = new TypedValues();
        var title = values.line("title", typed.title(), 200);
        var need = RoomStart.need(values, true, typed);
        values.check();
        rooms.describe(room, title, need);
        access.note(room, by, "need", "");
    }

    record TypedEvidence(String kind, String dated, String link, String words) {}

    @Transactional
    void addEvidence(Acting by, RoomId id, TypedEvidence typed) {
        var room = unpublished(access.working(by, id));
        var values = new TypedValues();
        var kind = values.choice("kind", typed.kind(), EvidenceKind.values());
        var dated = values.neededDay("dated", typed.dated());
        var link = values.address("link", typed.link());
        // A link alone says nothing once its page is gone.
        var words = values.text("words", typed.words(), 10, 4000);
        if (papers.of(room).evidence().size() >= MOST_EVIDENCE) {
            values.add(Fault.of("kind", "codesign.many", MOST_EVIDENCE));
        }
        values.check();
        var evidence = new Evidence(
                UUID.randomUUID(),
                kind.orElseThrow(),
                dated.orElseThrow(),
                link,
                words,
                room.sideOf(by.organisationId()),
                time.instant());
        papers.add(room, evidence, by.actor());
        access.note(room, by, "evidence", "");
    }

    /// @param words in their own words; not looked at where a skill of a taxonomy is named
    record TypedItem(String kind, String words, String uri) {}

    /// Skills are both sides' to name; outcomes and assessment are the institution's to propose.
    @Transactional
    UUID propose(Acting by, RoomId id, TypedItem typed) {
        var room = unpublished(access.working(by, id));
        var values = new TypedValues();
        var kind = values.choice("kind", typed.kind(), ItemKind.values());
        values.check();
        var side = room.sideOf(by.organisationId());
        if (kind.orElseThrow() != ItemKind.SKILL && side != Side.INSTITUTION) {
            throw new ConflictException("codesign.conflict.side.INSTITUTION");
        }
        reached(room, kind.orElseThrow() == ItemKind.SKILL ? Stage.SKILLS : Stage.OUTCOMES);
        var field = kind.orElseThrow().field();
        var uri = typed.uri().strip();
        var words = uri.isEmpty() ? values.text(field, typed.words(), 3, 500) : label(uri, values);
        if (papers.of(room).standing(kind.orElseThrow()).size() >= MOST_ITEMS) {
            values.add(Fault.of(field, "codesign.many", MOST_ITEMS));
        }
        values.check();
        var item = new Item(UUID.randomUUID(), kind.orElseThrow(), words, uri, side, time.instant(), Optional.empty());
        papers.add(room, item, by.actor());
        access.note(room, by, "proposed." + item.kind(), words);
        return item.id();
    }

    private String label(String uri, TypedValues values) {
        var label = ConceptUri.isOne(uri)
                ? taxonomies
                        .skill(new ConceptUri(uri))
                        .map(skill -> skill.in("en").label())
                : Optional.<String>empty();
        if (label.isEmpty()) {
            values.add(Fault.of("skill", "codesign.skill.unknown"));
        }
        return label.orElse("");
    }

    /// Takes something out of the proposal; it stays readable for the comments on it.
    @Transactional
    void takeOut(Acting by, RoomId id, String item) {
        var room = unpublished(access.working(by, id));
        var found = item(papers.of(room), item);
        if (room.sideOf(by.organisationId()) != Side.INSTITUTION && found.side() != Side.EMPLOYER) {
            throw new ConflictException("codesign.conflict.side.INSTITUTION");
        }
        papers.remove(room, found.id(), time.instant());
        access.note(room, by, "takenOut", found.words());
    }

    private static Item item(Papers papers, String id) {
        return papers.items().stream()
                .filter(item -> item.stands() && item.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("proposal"));
    }

    /// Links the institution's draft in which it becomes a microcredential.
    ///
    /// @param spec an id, or blank for a new draft with the room's title, skills and outcomes
    /// @param language of what the room's title and outcomes are written in
    @Transactional
    SpecId link(Acting by, RoomId id, String spec, String language) {
        var room = unpublished(access.working(by, id, Side.INSTITUTION));
        reached(room, Stage.OUTCOMES);
        var linked = spec.isBlank() ? fresh(by, room, language) : existing(by, spec);
        rooms.link(room, linked);
        access.note(room, by, "linked", "");
        return linked;
    }

    private SpecId fresh(Acting by, Room room, String language) {
        return specs.create(by, DraftFromRoom.of(room, papers.of(room), language));
    }

    private SpecId existing(Acting by, String typed) {
        return uuid(typed)
                .map(SpecId::new)
                .map(spec -> specs.draft(by.organisationId(), spec).spec())
                .orElseThrow(() -> new NotFoundException("spec"));
    }

    /// A comment of the employer's.
    ///
    /// @param item what it is about; blank when about the need
    @Transactional
    UUID say(Acting by, RoomId id, String item, String typed) {
        var room = unpublished(access.working(by, id, Side.EMPLOYER));
        var on = papers.of(room);
        var about = item.isBlank()
                ? Optional.<UUID>empty()
                : Optional.of(item(on, item.strip()).id());
        var values = new TypedValues();
        var words = values.text("comment", typed, 3, 4000);
        if (on.remarks().size() >= MOST_REMARKS) {
            values.add(Fault.of("comment", "codesign.many", MOST_REMARKS));
        }
        values.check();
        var remark = new Remark(UUID.randomUUID(), about, words, by.actor(), time.instant(), Optional.empty());
        papers.add(room, remark);
        access.note(room, by, "commented", "");
        return remark.id();
    }

    /// The academic owner's decision, with its reason. Accepted and rejected stay; what was put off can be decided.
    @Transactional
    void decide(Acting by, RoomId id, String remark, String verdict, String reason) {
        var room = unpublished(access.working(by, id, Side.INSTITUTION));
        var found = papers.of(room).remarks().stream()
                .filter(each -> each.id().toString().equals(remark.strip()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("comment"));
        if (!found.canBeDecided()) {
            throw new ConflictException("codesign.conflict.decided");
        }
        var values = new TypedValues();
        var decided = values.choice("verdict", verdict, Verdict.values());
        var words = values.text("reason", reason, 5, 1000);
        values.check();
        papers.decide(room, found.id(), new Decided(decided.orElseThrow(), words, by.actor(), time.instant()));
        access.note(room, by, "decided." + decided.orElseThrow(), words);
    }

    record TypedPilot(String from, String to, String learners, String findings) {}

    @Transactional
    void describePilot(Acting by, RoomId id, TypedPilot typed, long revision) {
        var room = unpublished(access.working(by, id));
        reached(room, Stage.PILOT);
        atRevision(room, revision);
        var values = new TypedValues();
        var from = values.neededDay("pilotFrom", typed.from());
        var to = values.neededDay("pilotTo", typed.to());
        var learners = values.number("learners", typed.learners(), 0, 1_000_000);
        var findings = values.text("findings", typed.findings(), 10, 4000);
        if (learners.isEmpty() && typed.learners().isBlank()) {
            values.add(Fault.of("learners", "web.typed.empty"));
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            values.add(Fault.of("pilotTo", "codesign.pilot.order"));
        }
        values.check();
        rooms.pilot(room, new Room.Pilot(from.orElseThrow(), to.orElseThrow(), learners.orElseThrow(), findings));
        access.note(room, by, "pilot", learners.orElseThrow().toString());
    }

    private static void reached(Room room, Stage stage) {
        if (!room.stage().hasReached(stage)) {
            throw new ConflictException("codesign.conflict.tooEarly");
        }
    }

    /// What was published stays as it was agreed; for the next version the room goes back first.
    private static Room unpublished(Room room) {
        if (room.stage().hasReached(Stage.PUBLISHED)) {
            throw new ConflictException("codesign.conflict.published");
        }
        return room;
    }

    private static void atRevision(Room room, long revision) {
        if (room.revision() != revision) {
            throw new ConflictException("codesign.conflict.saved");
        }
    }

    private static Optional<UUID> uuid(String typed) {
        try {
            return Optional.of(UUID.fromString(typed.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
