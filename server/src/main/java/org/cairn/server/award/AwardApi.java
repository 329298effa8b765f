package org.cairn.server.award;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Awards for programs.
@RestController
@RequestMapping("/api/awards")
class AwardApi {
    private static final int PAGE = 100;

    private final Awards awards;
    private final AwardRepository rows;
    private final Batches files;

    AwardApi(Awards awards, AwardRepository rows, Batches files) {
        this.awards = awards;
        this.rows = rows;
        this.files = files;
    }

    /// @param spec id of a published version of the caller's organisation
    /// @param date of the decision, as an ISO date; needed, since a request that is sent again on another day
    /// must not become another award
    record Wish(
            @Nullable String spec,
            @Nullable RecipientWish recipient,
            @Nullable String date,
            @Nullable String grade,
            @Nullable String narrative) {}

    record RecipientWish(
            @Nullable String name,
            @Nullable String email,
            @Nullable String learnerNumber) {}

    record Shown(
            UUID id,
            UUID spec,
            ShownRecipient recipient,
            LocalDate date,
            Optional<String> grade,
            Optional<String> narrative,
            AwardStatus status,
            Optional<String> annulledFor,
            Optional<UUID> absorbedInto,
            List<UUID> components,
            boolean claimed,
            Instant createdAt) {}

    record ShownRecipient(UUID id, String name, Optional<String> email, Optional<String> learnerNumber) {}

    record Found(long total, int page, List<Shown> awards) {}

    /// Why an award is annulled, or restored.
    record Why(@Nullable String reason) {}

    @Operation(
            summary = "Award one learner",
            description = "201 when awarded; 200 when the learner already has this version of this date, or when the"
                    + " request was sent before with the same Idempotency-Key.")
    @PostMapping
    ResponseEntity<Shown> award(
            @ActingAs(Role.ISSUER) Acting acting,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Wish wish,
            Locale locale) {
        var version = BatchPages.version(or(wish.spec()));
        var checked = draft(wish).check(version, DateOrder.UNDECLARED, files.today());
        var given = switch (checked) {
            case Draft.Checked.Bad(var faults) -> throw new InputException(faults);
            case Draft.Checked.Good(Awarding good) when key == null -> awards.give(acting, good, locale);
            case Draft.Checked.Good(Awarding good) -> awards.give(acting, good, locale, key);
        };
        var shown = shown(given.award());
        var location = URI.create("/api/awards/" + shown.id());
        return given.before()
                ? ResponseEntity.ok().location(location).body(shown)
                : ResponseEntity.created(location).body(shown);
    }

    private Draft draft(Wish wish) {
        var recipient = wish.recipient() == null ? new RecipientWish(null, null, null) : wish.recipient();
        return new Draft(
                or(recipient.name()),
                or(recipient.email()),
                or(recipient.learnerNumber()),
                or(wish.date()),
                or(wish.grade()),
                or(wish.narrative()));
    }

    @Operation(
            summary = "List awards, newest first",
            description = "claimed: YES or NO; status: CONFERRED, ANNULLED or ABSORBED.")
    @GetMapping
    Found list(
            @ActingAs(Role.ISSUER) Acting acting,
            @RequestParam(defaultValue = "") String spec,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String claimed,
            @RequestParam(defaultValue = "1") int page) {
        return found(acting, AwardPages.search("", spec, status, claimed, page));
    }

    /// @param words part of a name, address or learner number
    record Search(
            @Nullable String words,
            @Nullable String spec,
            @Nullable String status,
            @Nullable String claimed,
            @Nullable Integer page) {}

    @Operation(
            summary = "Find awards by words",
            description = "As the list, narrowed to words of a learner's name, address or number. They travel in the"
                    + " body, so that no log of addresses names a learner.")
    @PostMapping("/search")
    Found search(@ActingAs(Role.ISSUER) Acting acting, @RequestBody Search wanted) {
        var page = wanted.page() == null ? 1 : wanted.page();
        return found(
                acting,
                AwardPages.search(
                        or(wanted.words()), or(wanted.spec()), or(wanted.status()), or(wanted.claimed()), page));
    }

    private Found found(Acting acting, AwardSearch search) {
        return new Found(
                rows.count(acting.organisationId(), search),
                search.page(),
                rows.page(acting.organisationId(), search, PAGE).stream()
                        .map(AwardApi::shown)
                        .toList());
    }

    @GetMapping("/{id}")
    Shown show(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id) {
        return shown(find(acting, id));
    }

    @Operation(summary = "Take an award back for good; its credentials are revoked")
    @PostMapping("/{id}/annul")
    Shown annul(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, @RequestBody Why why) {
        awards.annul(acting, new AwardId(id), or(why.reason()));
        return shown(find(acting, id));
    }

    @Operation(
            summary = "Let an award stand again that was given up for a higher one; it gets a new credential",
            description = "409 when it is not absorbed.")
    @PostMapping("/{id}/restore")
    Shown restore(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, @RequestBody Why why) {
        awards.restore(acting, new AwardId(id), or(why.reason()));
        return shown(find(acting, id));
    }

    private Award find(Acting acting, UUID id) {
        return awards.byId(acting.organisationId(), new AwardId(id)).orElseThrow(() -> new NotFoundException("award"));
    }

    static Shown shown(Award award) {
        var recipient = award.recipient();
        return new Shown(
                award.id().value(),
                award.spec().value(),
                new ShownRecipient(
                        recipient.id().value(),
                        recipient.name(),
                        recipient.email().map(Object::toString),
                        recipient.learnerNumber()),
                award.awardedOn(),
                award.grade(),
                award.narrative(),
                award.status(),
                award.annulledFor(),
                award.absorbedInto().map(AwardId::value),
                award.components().stream().map(AwardId::value).toList(),
                award.isClaimed(),
                award.createdAt());
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
