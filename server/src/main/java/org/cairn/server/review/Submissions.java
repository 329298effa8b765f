package org.cairn.server.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.quality.Pack;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.quality.Quality;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The institution's deeds: handing in, taking back, handing in again, appealing. Thread-safe.
@Service
class Submissions {
    private static final Duration APPEAL = Duration.ofDays(30);

    private final ReviewRepository rows;
    private final OutcomeRepository outcomes;
    private final Dossiers dossiers;
    private final ReviewBodies bodies;
    private final PackShelf shelf;
    private final Snapshot snapshot;
    private final Quality quality;
    private final Specs specs;
    private final Trail trail;
    private final ReviewLetters letters;
    private final InstantSource time;

    Submissions(
            ReviewRepository rows,
            OutcomeRepository outcomes,
            Dossiers dossiers,
            ReviewBodies bodies,
            PackShelf shelf,
            Snapshot snapshot,
            Quality quality,
            Specs specs,
            Trail trail,
            ReviewLetters letters,
            InstantSource time) {
        this.rows = rows;
        this.outcomes = outcomes;
        this.dossiers = dossiers;
        this.bodies = bodies;
        this.shelf = shelf;
        this.snapshot = snapshot;
        this.quality = quality;
        this.specs = specs;
        this.trail = trail;
        this.letters = letters;
        this.time = time;
    }

    /// As typed.
    ///
    /// @param what `draft:` or `version:` and an id
    /// @param packs ids of rule packs
    /// @param body id of the organisation that is to judge
    record Wish(String what, List<String> packs, String body) {
        Wish {
            packs = List.copyOf(packs);
        }
    }

    /// The text that was meant, and the spec it belongs to.
    private record Source(SpecId spec, SpecContent content) {}

    /// Freezes the text and hands it to the body.
    ///
    /// @throws InputException when something was not chosen, or is not the institution's
    /// @throws ConflictException when the body has this spec before it already
    @Transactional
    ReviewId submit(Acting by, Wish wish) {
        var faults = new ArrayList<Fault>();
        var source = source(by, wish.what());
        var body = body(by, wish.body());
        var packs = packs(wish.packs());
        if (source.isEmpty()) {
            faults.add(Fault.of("what", "review.submit.what.form"));
        }
        if (body.isEmpty()) {
            faults.add(Fault.of("body", "review.submit.body.form"));
        }
        if (packs.isEmpty()) {
            faults.add(Fault.of("packs", "review.submit.packs.form"));
        }
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
        return opened(by, source.orElseThrow(), body.orElseThrow(), packs);
    }

    private ReviewId opened(Acting by, Source source, Organisation body, List<Pack> packs) {
        var now = time.instant();
        var review = new Review(
                new ReviewId(UUID.randomUUID()),
                by.organisationId(),
                body.id(),
                source.spec(),
                ReviewState.SUBMITTED,
                Optional.empty(),
                dossiers.today().plusDays(bodies.habits(body.id()).decideDays()),
                now);
        if (!rows.insert(review)) {
            throw new ConflictException("review.conflict.open");
        }
        freeze(by, review, 1, source.content(), packs);
        var dossier = dossiers.of(review);
        trail.write(review, by.actor(), "submitted", "", Map.of("packs", names(dossier.round())));
        letters.toBody(dossier, "submitted");
        return review.id();
    }

    private void freeze(Acting by, Review review, int number, SpecContent content, List<Pack> packs) {
        var refs = packs.stream().map(shelf::keep).toList();
        var unreported = round(by, number, content, refs, new FiledReport(dossiers.today(), List.of()));
        var report = FiledReport.of(dossiers.machine(unreported, by.organisation()));
        rows.insert(review, round(by, number, content, refs, report));
    }

    private Round round(Acting by, int number, SpecContent content, List<Round.PackRef> packs, FiledReport report) {
        return new Round(
                number, content, snapshot.sha256(content), packs, report, by.actor(), time.instant(), Optional.empty());
    }

    /// Another text after changes were asked for; the earlier one is kept.
    @Transactional
    void resubmit(Acting by, ReviewId id, String what) {
        var dossier = own(by, id);
        var review = dossier.review();
        demand(review.state() == ReviewState.CHANGES_REQUESTED, "review.conflict.notReturned");
        demand(dossier.openAppeal().isEmpty(), "review.conflict.appealOpen");
        var source = source(by, what)
                .filter(each -> each.spec().equals(review.spec()))
                .orElseThrow(() -> new InputException(Fault.of("what", "review.submit.what.form")));
        demand(!snapshot.isSame(source.content(), dossier.round().content()), "review.conflict.sameText");
        var ids = dossier.round().packs().stream().map(Round.PackRef::id).toList();
        freeze(by, review, dossier.round().number() + 1, source.content(), packs(ids));
        rows.move(review, ReviewState.SUBMITTED, Optional.empty());
        rows.setDue(
                review, dossiers.today().plusDays(bodies.habits(review.body()).decideDays()));
        trail.write(review, by.actor(), "resubmitted", "");
        letters.toBody(dossiers.seen(by, id), "resubmitted");
    }

    @Transactional
    void withdraw(Acting by, ReviewId id) {
        var dossier = own(by, id);
        demand(dossier.review().state().isOpen(), "review.conflict.decided");
        demand(dossier.openAppeal().isEmpty(), "review.conflict.appealOpen");
        rows.move(dossier.review(), ReviewState.WITHDRAWN, Optional.empty());
        trail.write(dossier.review(), by.actor(), "withdrawn", "");
        dossier.review().reviewer().ifPresent(person -> letters.toReviewer(dossier, person, "withdrawn"));
    }

    /// @throws ConflictException when there is nothing to appeal against, or the time for it is
    /// over
    @Transactional
    void appeal(Acting by, ReviewId id, String reasons) {
        var dossier = own(by, id);
        demand(mayAppeal(dossier, time.instant()), "review.conflict.noAppeal");
        var said = Reasons.of("reasons", reasons);
        var appeal = new Appeal(
                UUID.randomUUID(), dossier.round().number(), said, time.instant(), Optional.empty(), Optional.empty());
        outcomes.add(dossier.review(), appeal, by.actor());
        trail.write(dossier.review(), by.actor(), "appealed", said);
        letters.toBody(dossier, "appealed");
    }

    /// Against a decision that is not a plain approval, once, within 30 days.
    static boolean mayAppeal(Dossier dossier, Instant now) {
        var state = dossier.review().state();
        var decided = dossier.round().decided();
        return state != ReviewState.WITHDRAWN
                && decided.isPresent()
                && decided.get().decision() != Decision.APPROVED
                && !now.isAfter(decided.get().at().plus(APPEAL))
                && dossier.appeals().stream()
                        .noneMatch(appeal -> appeal.round() == dossier.round().number());
    }

    private Dossier own(Acting by, ReviewId id) {
        var dossier = dossiers.locked(by, id);
        if (!dossier.review().isOfInstitution(by)) {
            throw new NotFoundException("review");
        }
        return dossier;
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new ConflictException(otherwise);
        }
    }

    private Optional<Source> source(Acting by, String what) {
        var cut = what.indexOf(':');
        var kind = cut < 0 ? "" : what.substring(0, cut);
        return uuid(what.substring(cut + 1)).flatMap(id -> switch (kind) {
            case "draft" ->
                specs.drafts(by.organisationId()).stream()
                        .filter(draft -> draft.spec().value().equals(id))
                        .findFirst()
                        .map(draft -> new Source(draft.spec(), draft.content()));
            case "version" ->
                specs.publishedOf(by.organisationId(), new SpecVersionId(id))
                        .map(version -> new Source(version.spec(), version.content()));
            default -> Optional.empty();
        });
    }

    private Optional<Organisation> body(Acting by, String id) {
        return bodies.forInstitution(by.organisation()).stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst();
    }

    /// The versions in force; empty when one is unknown.
    private List<Pack> packs(List<String> ids) {
        var known = quality.packs();
        var chosen = known.stream().filter(pack -> ids.contains(pack.id())).toList();
        return chosen.size() == ids.stream().distinct().count() ? chosen : List.of();
    }

    private static String names(Round round) {
        return String.join(", ", round.packs().stream().map(Round.PackRef::name).toList());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
