package org.cairn.server.review;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;
import org.springframework.stereotype.Service;

/// What other rooms may know of quality reviews. Thread-safe.
@Service
public class Reviews {
    private final ReviewRepository rows;
    private final OutcomeRepository outcomes;
    private final InstantSource time;

    Reviews(ReviewRepository rows, OutcomeRepository outcomes, InstantSource time) {
        this.rows = rows;
        this.outcomes = outcomes;
        this.time = time;
    }

    /// One review of a spec.
    ///
    /// @param reviewed digest of the text that was handed in last
    public record Standing(
            ReviewId review, OrganisationId body, ReviewState state, String reviewed, Optional<LocalDate> until) {}

    /// That a body approved exactly this version.
    ///
    /// @param openConditions how many conditions nobody has said yet that they are met
    /// @param lostOn when it ceased to hold before its last day
    public record Approved(
            ReviewId review,
            OrganisationId body,
            SpecVersionId version,
            List<String> packs,
            LocalDate decidedOn,
            LocalDate until,
            int openConditions,
            Optional<LocalDate> lostOn) {
        public Approved {
            packs = List.copyOf(packs);
        }

        public boolean standsOn(LocalDate day) {
            return !day.isAfter(until) && lostOn.isEmpty();
        }
    }

    /// All reviews of a spec, the newest first; for its own organisation.
    public List<Standing> of(OrganisationId institution, SpecId spec) {
        return rows.ofSpec(institution, spec).stream()
                .map(review -> {
                    var round = rows.rounds(review).getLast();
                    return new Standing(
                            review.id(),
                            review.body(),
                            review.state(),
                            round.sha256(),
                            round.decided().flatMap(Round.Decided::until));
                })
                .toList();
    }

    /// Everybody who approved this version, also those whose approval has ended; public.
    public List<Approved> approvals(SpecVersionId version) {
        return outcomes.approvals(version).stream().map(Reviews::approved).toList();
    }

    /// Those that stand today; public.
    public List<Approved> standing(SpecVersionId version) {
        var today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        return approvals(version).stream().filter(each -> each.standsOn(today)).toList();
    }

    private static Approved approved(Approval approval) {
        return new Approved(
                approval.review(),
                approval.body(),
                approval.version(),
                approval.packs(),
                approval.decidedOn(),
                approval.until(),
                approval.openConditions(),
                approval.ended().map(end -> LocalDate.ofInstant(end.at(), ZoneOffset.UTC)));
    }
}
