package org.cairn.server.review;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.server.identity.Acting;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The decision about a round. Thread-safe.
@Service
class Deciding {
    private static final int LONGEST_YEARS = 10;

    private final ReviewRepository rows;
    private final PaperRepository papers;
    private final OutcomeRepository outcomes;
    private final Reviewing reviewing;
    private final ReviewBodies bodies;
    private final Dossiers dossiers;
    private final Independence independence;
    private final Approvals approvals;
    private final Trail trail;
    private final ReviewLetters letters;
    private final InstantSource time;

    Deciding(
            ReviewRepository rows,
            PaperRepository papers,
            OutcomeRepository outcomes,
            Reviewing reviewing,
            ReviewBodies bodies,
            Dossiers dossiers,
            Independence independence,
            Approvals approvals,
            Trail trail,
            ReviewLetters letters,
            InstantSource time) {
        this.rows = rows;
        this.papers = papers;
        this.outcomes = outcomes;
        this.reviewing = reviewing;
        this.bodies = bodies;
        this.dossiers = dossiers;
        this.independence = independence;
        this.approvals = approvals;
        this.trail = trail;
        this.letters = letters;
        this.time = time;
    }

    /// As typed.
    ///
    /// @param until an ISO date; blank takes the body's usual time
    record Wish(String decision, String reason, String until, List<Condition.Wish> conditions) {
        Wish {
            conditions = conditions.stream().filter(each -> !each.isBlank()).toList();
        }
    }

    /// How far a review has come: changes with everything that is brought or said.
    int seen(Review review) {
        return papers.steps(review).size();
    }

    /// As [#decide(Acting, ReviewId, Wish)], if nothing was brought since the reviewer looked.
    ///
    /// @param seen how far the review had come on the page that she decides from
    /// @throws InputException also when it has come further
    @Transactional
    void decide(Acting by, ReviewId id, Wish wish, int seen) {
        if (seen(reviewing.taken(by, id).review()) != seen) {
            throw new InputException(Fault.of("decision", "review.decide.moved"));
        }
        decide(by, id, wish);
    }

    /// Decides about the latest round. A demand that is not met cannot be approved away, and one
    /// that still waits for somebody only with a condition for it.
    ///
    /// @throws InputException with everything that stands against it
    @Transactional
    void decide(Acting by, ReviewId id, Wish wish) {
        var dossier = reviewing.taken(by, id);
        var person = Independence.person(by);
        Independence.demand(independence.against(dossier, person));
        var decision = decision(wish.decision());
        var until = until(dossier, decision, wish.until());
        demand(faults(dossier, decision, wish, until));
        var review = dossier.review();
        var decided = new Round.Decided(decision, wish.reason().strip(), person, time.instant(), until);
        rows.decide(review, dossier.round(), decided);
        rows.move(review, decision.leadsTo(), Optional.of(person));
        IntStream.range(0, wish.conditions().size())
                .forEach(at -> outcomes.add(
                        review, condition(dossier, at + 1, wish.conditions().get(at))));
        trail.write(review, by.actor(), decided(decision), decided.reason(), detail(dossier, decided));
        if (decision.approves()) {
            approvals.decided(review, dossier.round(), decided);
        }
        letters.toInstitution(dossier, decided(decision));
    }

    private static String decided(Decision decision) {
        return "decided." + decision;
    }

    private static Map<String, String> detail(Dossier dossier, Round.Decided decided) {
        return Map.of(
                "reason", decided.reason(),
                "text", dossier.round().sha256(),
                "until", decided.until().map(LocalDate::toString).orElse(""));
    }

    private static Decision decision(String name) {
        return Stream.of(Decision.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException(Fault.of("decision", "review.decide.form")));
    }

    private Optional<LocalDate> until(Dossier dossier, Decision decision, String typed) {
        if (!decision.approves()) {
            return Optional.empty();
        }
        var today = dossiers.today();
        if (typed.isBlank()) {
            return Optional.of(
                    today.plusMonths(bodies.habits(dossier.review().body()).validMonths()));
        }
        return Papers.day(typed).filter(day -> day.isAfter(today) && !day.isAfter(today.plusYears(LONGEST_YEARS)));
    }

    private List<Fault> faults(Dossier dossier, Decision decision, Wish wish, Optional<LocalDate> until) {
        var faults = new ArrayList<Fault>();
        try {
            Reasons.of("reason", wish.reason(), 20, 5000);
        } catch (InputException e) {
            faults.addAll(e.faults());
        }
        if (decision.approves() && until.isEmpty()) {
            faults.add(Fault.of("until", "review.decide.until.form", LONGEST_YEARS));
        }
        if (decision.approves() && !dossier.failed().isEmpty()) {
            faults.add(Fault.of("decision", "review.decide.fails", String.join(", ", dossier.failed())));
        }
        if (decision == Decision.APPROVED && !dossier.open().isEmpty()) {
            faults.add(Fault.of("decision", "review.decide.open", String.join(", ", dossier.open())));
        }
        faults.addAll(conditionFaults(dossier, decision, wish.conditions()));
        return faults;
    }

    private List<Fault> conditionFaults(Dossier dossier, Decision decision, List<Condition.Wish> conditions) {
        if (decision != Decision.APPROVED_WITH_CONDITIONS) {
            return conditions.isEmpty() ? List.of() : List.of(Fault.of("decision", "review.decide.noConditions"));
        }
        if (conditions.isEmpty() || conditions.size() > 20) {
            return List.of(Fault.of("conditionText", "review.condition.none"));
        }
        var faults = new ArrayList<Fault>();
        conditions.forEach(each -> faults.addAll(faults(dossier, each)));
        var without = dossier.open().stream()
                .filter(rule ->
                        conditions.stream().noneMatch(each -> each.rule().equals(rule)))
                .toList();
        if (!without.isEmpty()) {
            faults.add(Fault.of("conditionRule", "review.condition.missing", String.join(", ", without)));
        }
        return faults;
    }

    private List<Fault> faults(Dossier dossier, Condition.Wish wish) {
        var faults = new ArrayList<Fault>();
        try {
            Reasons.of("conditionText", wish.text(), 10, 1000);
        } catch (InputException e) {
            faults.addAll(e.faults());
        }
        if (!wish.rule().isBlank() && dossier.rule(wish.rule()).isEmpty()) {
            faults.add(Fault.of("conditionRule", "review.condition.rule.form"));
        }
        var today = dossiers.today();
        if (Papers.day(wish.due())
                .filter(day -> day.isAfter(today) && !day.isAfter(today.plusYears(LONGEST_YEARS)))
                .isEmpty()) {
            faults.add(Fault.of("conditionDue", "review.condition.due.form"));
        }
        return faults;
    }

    private static Condition condition(Dossier dossier, int number, Condition.Wish wish) {
        return new Condition(
                UUID.randomUUID(),
                dossier.review().id(),
                dossier.round().number(),
                number,
                wish.text().strip(),
                wish.rule(),
                Papers.day(wish.due()).orElseThrow(),
                Optional.empty());
    }

    private static void demand(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new InputException(faults.stream().distinct().toList());
        }
    }
}
