package org.cairn.server.stack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.decide.Decision.Reason;
import org.cairn.stacking.decide.Decision.Shortfall;
import org.cairn.stacking.decide.Decision.Verdict;

/// A decision for programs: codes, with the same in words of the caller's language beside each.
///
/// @param verdict MET, MET_SUBJECT_TO, NOT_MET or PROVISIONAL
/// @param words the verdict as a sentence
/// @param inputsHash of rule and facts: the same hash, the same decision
record DecisionCodes(
        String verdict,
        boolean met,
        String words,
        List<String> conditions,
        List<Counted> counted,
        List<NotCounted> unused,
        List<Missing> missing,
        List<Way> ways,
        List<Step> trace,
        List<String> givesUp,
        LocalDate on,
        String inputsHash) {

    record Counted(String item, String title, String slot, BigDecimal credits) {}

    /// @param reason a code, as USED_ELSEWHERE
    record NotCounted(String item, String title, String reason, String words, List<String> details) {}

    /// @param slot left out for a condition over the whole
    /// @param rivals slots that compete for the same items
    record Missing(
            String kind,
            Optional<String> slot,
            Optional<Decision.Unit> unit,
            Optional<BigDecimal> need,
            Optional<BigDecimal> have,
            List<String> outcomes,
            List<String> rivals,
            String words) {}

    /// @param days left out where nobody knows
    record Way(Decision.Fix.Kind kind, List<String> take, List<String> titles, Optional<Integer> days) {}

    record Step(
            String path, boolean met, Optional<Decision.Unit> unit, BigDecimal need, BigDecimal have, String words) {}

    /// @param view the same decision in words, with every way that it has
    static DecisionCodes of(Decision decision, DecisionView view, List<Decision.Fix> shown) {
        return new DecisionCodes(
                code(decision.verdict()),
                view.met(),
                view.verdict(),
                view.conditions(),
                each(decision.allocation(), view.counted(), DecisionCodes::counted),
                each(decision.unused(), view.unused(), DecisionCodes::notCounted),
                each(decision.shortfalls(), view.missing(), DecisionCodes::missing),
                each(shown, view.ways(), DecisionCodes::way),
                each(decision.trace(), view.trace(), DecisionCodes::step),
                decision.givesUp(),
                decision.on(),
                decision.inputsHash());
    }

    private interface Pairing<A, B, C> {
        C of(A one, B other);
    }

    private static <A, B, C> List<C> each(List<A> codes, List<B> words, Pairing<A, B, C> pairing) {
        return IntStream.range(0, codes.size())
                .mapToObj(place -> pairing.of(codes.get(place), words.get(place)))
                .toList();
    }

    private static String code(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Met _ -> "MET";
            case Verdict.MetSubjectTo _ -> "MET_SUBJECT_TO";
            case Verdict.NotMet _ -> "NOT_MET";
            case Verdict.Provisional _ -> "PROVISIONAL";
        };
    }

    private static Counted counted(Decision.Placed placed, DecisionView.Counted said) {
        return new Counted(placed.award(), plain(said.title()), placed.slot(), placed.credits());
    }

    private static NotCounted notCounted(Decision.Unused unused, DecisionView.NotCounted said) {
        return new NotCounted(unused.award(), plain(said.title()), code(unused.reason()), said.why(), said.details());
    }

    private static String code(Reason reason) {
        return switch (reason) {
            case Reason.NotStanding(var standing) -> standing.name();
            case Reason.Expired _ -> "EXPIRED";
            case Reason.NotAccepted _ -> "NOT_ACCEPTED";
            case Reason.TooOld _ -> "TOO_OLD";
            case Reason.UsedElsewhere _ -> "USED_ELSEWHERE";
            case Reason.NoCredits _ -> "NO_CREDITS";
            case Reason.Excluded _ -> "EXCLUDED";
            case Reason.Limited _ -> "LIMITED";
            case Reason.NotNeeded _ -> "NOT_NEEDED";
        };
    }

    private static Missing missing(Shortfall shortfall, DecisionView.Missing said) {
        var words = said.more().isEmpty() ? said.what() : said.what() + " " + String.join(" ", said.more());
        return switch (shortfall) {
            case Shortfall.OfSlot(var slot, var unit, var need, var have, var outcomes, var rivals) ->
                new Missing(
                        "SLOT",
                        Optional.of(slot),
                        Optional.of(unit),
                        Optional.of(need),
                        Optional.of(have),
                        outcomes,
                        rivals,
                        words);
            case Shortfall.OfConstraint(var _, var unit, var need, var have) ->
                new Missing(
                        "CONSTRAINT",
                        Optional.empty(),
                        Optional.of(unit),
                        Optional.of(need),
                        Optional.of(have),
                        List.of(),
                        List.of(),
                        words);
            case Shortfall.OfCondition _ ->
                new Missing(
                        "CONDITION",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        words);
        };
    }

    private static Way way(Decision.Fix fix, DecisionView.Way said) {
        var known = fix.kind() != Decision.Fix.Kind.PRIOR_LEARNING;
        return new Way(
                fix.kind(),
                fix.take(),
                said.take().stream().map(DecisionCodes::plain).toList(),
                known ? Optional.of(fix.days()) : Optional.empty());
    }

    private static Step step(Decision.Step step, DecisionView.Line said) {
        return new Step(step.path(), step.met(), step.unit(), step.need(), step.have(), said.what());
    }

    /// A title by itself needs no marks that keep it together in a sentence.
    private static String plain(String title) {
        return title.replaceAll("[\\u2068\\u2069]", "");
    }
}
