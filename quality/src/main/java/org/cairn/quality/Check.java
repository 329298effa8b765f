package org.cairn.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.quality.Outcome.NotApplicable;

/// Checks subjects against packs as of one day. Same packs, day and facts: same report. Thread-safe; a
/// catalogue is checked by one of these from as many threads as there are.
public final class Check {
    private final List<Pack> packs;
    private final LocalDate today;

    /// @param today by which evidence is stale and a day lies ahead
    public Check(List<Pack> packs, LocalDate today) {
        this.packs = List.copyOf(packs);
        this.today = today;
    }

    public Report run(Subject subject) {
        List<Report.Framework> frameworks = new ArrayList<>(packs.size());
        for (var pack : packs) {
            List<Finding> findings = new ArrayList<>(pack.rules().size());
            for (var rule : pack.rules()) {
                findings.add(finding(rule, subject));
            }
            frameworks.add(new Report.Framework(pack, findings));
        }
        return new Report(today, frameworks);
    }

    private Finding finding(Rule rule, Subject subject) {
        var found = rule.place().in(subject.facts(), Fact.Nothing.NOTHING);
        if (!(subject.facts().part(rule.scope().root()) instanceof Fact.Group)) {
            return new Finding(rule, NotApplicable.LATER, found, Set.of());
        }
        var asking = new Asking(subject, today, rule.id());
        var excused = excused(rule, asking, found);
        return excused.isPresent() ? new Finding(rule, excused.get(), found, Set.of()) : asked(rule, asking, found);
    }

    /// Why the rule is not asked: its condition, or a reason that somebody gave.
    private static Optional<Outcome> excused(Rule rule, Asking asking, Fact found) {
        Answer applies = rule.appliesWhen().map(asking::ask).orElse(Answer.Yes.YES);
        return switch (applies) {
            case Answer.Yes _ ->
                rule.isIfApplicable() && found instanceof Fact.NotApplicable said
                        ? Optional.of(declared(said))
                        : Optional.empty();
            case Answer.No _ -> Optional.of(NotApplicable.CONDITION);
            case Answer.Open(var gap) -> Optional.of(new Outcome.NeedsReview(gap));
            case Answer.Broken(var fault) -> Optional.of(new Outcome.Undecided(fault));
        };
    }

    private static Outcome declared(Fact.NotApplicable said) {
        return said.isComplete()
                ? new NotApplicable(NotApplicable.Cause.DECLARED, said.reason())
                : new Outcome.NeedsReview(Outcome.Gap.REASON_NOT_SIGNED);
    }

    private static Finding asked(Rule rule, Asking asking, Fact found) {
        var positions = Set.<Integer>of();
        Outcome outcome = switch (asking.ask(rule.check())) {
            case Answer.Yes _ -> Outcome.Pass.PASS;
            case Answer.No no -> {
                positions = no.positions();
                yield isTolerated(rule, asking) ? Outcome.Warn.WARN : unmet(rule, found);
            }
            case Answer.Open(var gap) ->
                rule.level() == Rule.Level.MAY && gap == Outcome.Gap.NO_EVIDENCE
                        ? NotApplicable.OPTIONAL
                        : new Outcome.NeedsReview(gap);
            case Answer.Broken(var fault) -> new Outcome.Undecided(fault);
        };
        return new Finding(rule, outcome, found, positions);
    }

    private static boolean isTolerated(Rule rule, Asking asking) {
        return rule.tolerated().isPresent() && asking.ask(rule.tolerated().get()) instanceof Answer.Yes;
    }

    /// An optional element that is not there does no harm; one that is there and wrong does.
    private static Outcome unmet(Rule rule, Fact found) {
        return switch (rule.level()) {
            case MUST -> Outcome.Fail.FAIL;
            case SHOULD -> Outcome.Warn.WARN;
            case MAY -> found.isSaid() ? Outcome.Warn.WARN : NotApplicable.OPTIONAL;
        };
    }
}
