package org.cairn.quality;

import java.time.LocalDate;
import org.cairn.quality.Outcome.Gap;

/// What people have to bring: documents, judgements, a look at a link. Only asked is whether they did, when,
/// and whether they may; what they said is not judged again.
final class People {
    private People() {}

    static Answer evidence(Fact of, Condition.Evidence asked, LocalDate today) {
        var gap = Gap.NO_EVIDENCE;
        for (var one : of.members()) {
            if (!isComplete(one, asked)) {
                continue;
            }
            var date = Days.of(one.part("date"));
            if (date.isEmpty() || date.get().isAfter(today)) {
                continue;
            }
            if (!Days.isStale(date.get(), asked.withinMonths(), today)) {
                return Answer.Yes.YES;
            }
            gap = Gap.STALE_EVIDENCE;
        }
        return new Answer.Open(gap);
    }

    private static boolean isComplete(Fact one, Condition.Evidence asked) {
        var isOfKind = asked.from().isEmpty()
                || (one.part("kind") instanceof Fact.Text(var kind)
                        && asked.from().contains(kind));
        return isOfKind
                && one.part("party").isSaid()
                && (one.part("document").isSaid() || one.part("statement").isSaid());
    }

    /// The best of the judgements about this rule that stand in `attestation`; a "no" that counts outweighs
    /// all.
    static Answer attested(Fact root, String rule, int withinMonths, LocalDate today) {
        Answer best = new Answer.Open(Gap.NO_EVIDENCE);
        for (var one : root.part("attestation").members()) {
            if (!says(one.part("rule"), rule)) {
                continue;
            }
            var answer = judgement(root, one, withinMonths, today);
            if (answer instanceof Answer.No) {
                return answer;
            }
            best = best instanceof Answer.Yes ? best : answer;
        }
        return best;
    }

    private static Answer judgement(Fact root, Fact one, int withinMonths, LocalDate today) {
        var day = Days.of(one.part("on"));
        if (!one.part("reviewer").isSaid() || day.isEmpty() || day.get().isAfter(today)) {
            return new Answer.Open(Gap.NO_REVIEWER);
        }
        if (root.part("spec").part("author").members().contains(one.part("reviewer"))) {
            return new Answer.Open(Gap.NOT_INDEPENDENT);
        }
        if (!one.part("reason").isSaid()) {
            return new Answer.Open(Gap.NO_REASON);
        }
        if (Days.isStale(day.get(), withinMonths, today)) {
            return new Answer.Open(Gap.STALE_REVIEW);
        }
        if (one.part("answer").equals(new Fact.Flag(false))) {
            return Answer.No.PLAIN;
        }
        var isYes = one.part("answer").equals(new Fact.Flag(true));
        return isYes && one.part("evidence").isSaid() ? Answer.Yes.YES : new Answer.Open(Gap.NO_EVIDENCE);
    }

    /// What stands in `link` about an address; nothing is fetched here. A list is as good as its worst member.
    static Answer resolves(Fact root, Fact fact, int withinMonths, LocalDate today) {
        if (!fact.isSaid()) {
            return Answer.No.PLAIN;
        }
        if (!(fact instanceof Fact.Many(var addresses))) {
            return reached(root, fact, withinMonths, today);
        }
        Answer worst = Answer.Yes.YES;
        for (var address : addresses) {
            var answer = reached(root, address, withinMonths, today);
            if (answer instanceof Answer.No) {
                return answer;
            }
            worst = answer instanceof Answer.Open ? answer : worst;
        }
        return worst;
    }

    private static Answer reached(Fact root, Fact address, int withinMonths, LocalDate today) {
        for (var link : root.part("link").members()) {
            var day = Days.of(link.part("on"));
            if (link.part("url").equals(address) && day.isPresent() && !Days.isStale(day.get(), withinMonths, today)) {
                return Answer.of(link.part("reached").equals(new Fact.Flag(true)));
            }
        }
        return new Answer.Open(Gap.LINK_NOT_CHECKED);
    }

    private static boolean says(Fact fact, String text) {
        return fact instanceof Fact.Text(var said) && said.equals(text);
    }
}
