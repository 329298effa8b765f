package org.cairn.server.codesign;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.codesign.Papers.Evidence;
import org.cairn.server.codesign.Papers.Item;
import org.cairn.server.codesign.Papers.Verdict;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Co-design rooms over REST, for either side's program. Signing is left to people.
@RestController
@RequestMapping("/api/codesign")
class RoomApi {
    private final RoomStart start;
    private final RoomWork work;
    private final RoomAccess access;
    private final RoomStages stages;
    private final RoomRepository rooms;
    private final PaperRepository papers;

    RoomApi(
            RoomStart start,
            RoomWork work,
            RoomAccess access,
            RoomStages stages,
            RoomRepository rooms,
            PaperRepository papers) {
        this.start = start;
        this.work = work;
        this.access = access;
        this.stages = stages;
        this.rooms = rooms;
        this.papers = papers;
    }

    record Listed(
            RoomId id, String title, OrganisationId institution, OrganisationId employer, Stage stage, boolean open) {}

    /// @param digest fingerprint of the linked draft as it stands; absent while none is linked
    record Whole(
            RoomId id,
            String title,
            OrganisationId institution,
            OrganisationId employer,
            Stage stage,
            boolean open,
            Room.Need need,
            Optional<SpecId> spec,
            Optional<String> digest,
            boolean signedByBoth,
            Optional<Room.Pilot> pilot,
            List<SpecVersionId> versions,
            Optional<LocalDate> reviewOn,
            Instant createdAt,
            Table papers) {}

    /// What lies in the room. Comments are the employer's and decisions the institution's; whose hand wrote them is for
    /// the people in it.
    record Table(List<Evidence> evidence, List<Item> items, List<Remark> remarks, List<Signature> signatures) {
        static Table of(Papers papers) {
            return new Table(
                    papers.evidence(),
                    papers.items(),
                    papers.remarks().stream().map(Remark::of).toList(),
                    papers.signOffs().stream()
                            .map(s -> new Signature(s.side(), s.digest(), s.at()))
                            .toList());
        }
    }

    /// @param item what it is about; absent: the need
    record Remark(
            UUID id,
            Optional<UUID> item,
            String words,
            Instant saidAt,
            Optional<Verdict> verdict,
            Optional<String> reason,
            Optional<Instant> decidedAt) {
        static Remark of(Papers.Remark remark) {
            return new Remark(
                    remark.id(),
                    remark.item(),
                    remark.words(),
                    remark.saidAt(),
                    remark.decided().map(Papers.Decided::verdict),
                    remark.decided().map(Papers.Decided::reason),
                    remark.decided().map(Papers.Decided::at));
        }
    }

    record Signature(Side side, String digest, Instant at) {}

    /// @param partner short name of the other organisation
    record Wish(
            Optional<String> partner,
            Optional<String> title,
            Optional<String> task,
            Optional<String> lacking,
            Optional<Integer> vacancies) {}

    /// @param item what it is about; absent: the need
    record Said(Optional<String> item, Optional<String> comment) {}

    record Decision(Optional<String> remark, Optional<String> verdict, Optional<String> reason) {}

    record Made(UUID id) {}

    @Operation(summary = "The organisation's co-design rooms, open ones first")
    @GetMapping
    List<Listed> list(@ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting) {
        return start.rooms(acting).stream()
                .map(room -> new Listed(
                        room.id(), room.title(), room.institution(), room.employer(), room.stage(), room.isOpen()))
                .toList();
    }

    @Operation(summary = "A room with all that lies in it")
    @GetMapping("/{id}")
    Whole room(@ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting, @PathVariable UUID id) {
        var room = access.room(acting, new RoomId(id));
        var on = papers.of(room);
        var digest = stages.draft(room).map(RoomStages.Shown::digest);
        return new Whole(
                room.id(),
                room.title(),
                room.institution(),
                room.employer(),
                room.stage(),
                room.isOpen(),
                room.need(),
                room.spec(),
                digest,
                digest.map(on::isSignedByBoth).orElse(false),
                room.pilot(),
                rooms.versions(room),
                room.reviewOn(),
                room.createdAt(),
                Table.of(on));
    }

    @Operation(summary = "Open a room: an employer brings a need to an institution, or is invited by one")
    @PostMapping
    ResponseEntity<Map<String, RoomId>> start(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting, @RequestBody Wish wish) {
        var id = start.start(
                acting,
                new RoomStart.Typed(
                        wish.partner().orElse(""),
                        wish.title().orElse(""),
                        wish.task().orElse(""),
                        wish.lacking().orElse(""),
                        wish.vacancies().map(String::valueOf).orElse("")));
        return ResponseEntity.created(URI.create("/api/codesign/" + id)).body(Map.of("id", id));
    }

    @Operation(summary = "Comment, as the employer, on the need or on something proposed")
    @PostMapping("/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    Made say(@ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting, @PathVariable UUID id, @RequestBody Said said) {
        return new Made(work.say(
                acting, new RoomId(id), said.item().orElse(""), said.comment().orElse("")));
    }

    @Operation(summary = "Decide, as the institution, about a comment: ACCEPTED, REJECTED or DEFERRED, with a reason")
    @PostMapping("/{id}/decisions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @PathVariable UUID id,
            @RequestBody Decision decision) {
        work.decide(
                acting,
                new RoomId(id),
                decision.remark().orElse(""),
                decision.verdict().orElse(""),
                decision.reason().orElse(""));
    }
}
