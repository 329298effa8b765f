package org.cairn.quality;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.cairn.quality.Outcome.Fault;

/// Answers the conditions of one rule for one subject. Yes, no, open and broken are joined as in Kleene's
/// logic: what is open leaves the whole open only where it could still turn it.
final class Asking {
    /// One for each condition that is asked and for every thousand characters that are read. A published spec
    /// needs a few dozen.
    private static final int MOST_WORK = 200_000;

    private final Fact root;
    private final LocalDate today;
    private final String rule;
    private int work;

    Asking(Subject subject, LocalDate today, String rule) {
        this.root = subject.facts();
        this.today = today;
        this.rule = rule;
    }

    Answer ask(Condition condition) {
        return ask(condition, Fact.Nothing.NOTHING);
    }

    private Answer ask(Condition condition, Fact member) {
        work++;
        var answer = work > MOST_WORK ? Answer.No.PLAIN : answer(condition, member);
        return work > MOST_WORK ? new Answer.Broken(Fault.TOO_MUCH_WORK) : answer;
    }

    private Answer answer(Condition condition, Fact member) {
        return switch (condition) {
            case Condition.All(var of) -> all(of, member);
            case Condition.Any(var of) -> any(of, member);
            case Condition.Not(var of) -> not(ask(of, member));
            case Condition.Present(var fact) -> Answer.of(fact.in(root, member).isSaid());
            case Condition.Count count -> count(count, member);
            case Condition.OneOf oneOf -> oneOf(oneOf, member);
            case Condition.Range range -> range(range, member);
            case Condition.Times times -> times(times, member);
            case Condition.Same(var fact, var as) -> same(fact.in(root, member), as.in(root, member));
            case Condition.Matches(var fact, var form) -> matches(fact.in(root, member), form);
            case Condition.Contains contains -> contains(contains.fact().in(root, member), contains.words());
            case Condition.Each each -> each(each, member);
            case Condition.Some(var of, var that) -> some(of.in(root, member), that);
            case Condition.Covered(var each, var by) -> covered(each.in(root, member), by.in(root, member));
            case Condition.Day day -> day(day, member);
            case Condition.Evidence evidence -> People.evidence(evidence.of().in(root, member), evidence, today);
            case Condition.Attested(var months) -> People.attested(root, rule, months, today);
            case Condition.Resolves(var fact, var months) ->
                People.resolves(root, fact.in(root, member), months, today);
        };
    }

    private Answer all(List<Condition> of, Fact member) {
        Answer worst = Answer.Yes.YES;
        for (var each : of) {
            var answer = ask(each, member);
            if (answer instanceof Answer.No) {
                return answer;
            }
            worst = graver(worst, answer);
        }
        return worst;
    }

    private Answer any(List<Condition> of, Fact member) {
        Answer left = Answer.No.PLAIN;
        for (var each : of) {
            var answer = ask(each, member);
            switch (answer) {
                case Answer.Yes _ -> {
                    return answer;
                }
                case Answer.No no -> left = left instanceof Answer.No ? no : left;
                case Answer.Open _, Answer.Broken _ -> left = graver(left, answer);
            }
        }
        return left;
    }

    /// What was not readable counts for more than what nobody has looked at.
    private static Answer graver(Answer one, Answer other) {
        return one instanceof Answer.Broken || other instanceof Answer.Yes || other instanceof Answer.No
                ? one
                : other instanceof Answer.Broken || !(one instanceof Answer.Open) ? other : one;
    }

    private static Answer not(Answer answer) {
        return switch (answer) {
            case Answer.Yes _ -> Answer.No.PLAIN;
            case Answer.No _ -> Answer.Yes.YES;
            case Answer.Open _, Answer.Broken _ -> answer;
        };
    }

    private Answer count(Condition.Count count, Fact member) {
        return switch (count.of().in(root, member)) {
            case Fact.Many(var members) -> {
                var said = 0;
                for (var each : members) {
                    said += each.isSaid() ? 1 : 0;
                }
                yield Answer.of(said >= count.atLeast() && said <= count.atMost());
            }
            case Fact.Nothing _, Fact.NotApplicable _ -> Answer.of(count.atLeast() == 0);
            case Fact.Text _, Fact.Amount _, Fact.Flag _, Fact.Group _ -> new Answer.Broken(Fault.NOT_A_LIST);
        };
    }

    private Answer oneOf(Condition.OneOf oneOf, Fact member) {
        return switch (oneOf.fact().in(root, member)) {
            case Fact.Many(var members) -> {
                for (var each : members) {
                    if (!isCode(each, oneOf)) {
                        yield Answer.No.PLAIN;
                    }
                }
                yield Answer.of(!members.isEmpty());
            }
            case Fact one -> Answer.of(isCode(one, oneOf));
        };
    }

    private static boolean isCode(Fact fact, Condition.OneOf oneOf) {
        return switch (fact) {
            case Fact.Text(var text) -> oneOf.codes().contains(text);
            case Fact.Amount(var amount) -> oneOf.codes().contains(amount.toPlainString());
            case Fact.Flag(var isTrue) -> oneOf.codes().contains(String.valueOf(isTrue));
            case Fact.Many _, Fact.Group _, Fact.NotApplicable _, Fact.Nothing _ -> false;
        };
    }

    private Answer range(Condition.Range range, Fact member) {
        return switch (range.fact().in(root, member)) {
            case Fact.Amount(var amount) ->
                Answer.of(range.atLeast()
                                .map(least -> amount.compareTo(least) >= 0)
                                .orElse(true)
                        && range.atMost()
                                .map(most -> amount.compareTo(most) <= 0)
                                .orElse(true));
            case Fact fact -> fact.isSaid() ? new Answer.Broken(Fault.NOT_A_NUMBER) : Answer.No.PLAIN;
        };
    }

    private Answer times(Condition.Times times, Fact member) {
        var one = times.fact().in(root, member);
        var other = times.of().in(root, member);
        if (one instanceof Fact.Amount(var product) && other instanceof Fact.Amount(var factor)) {
            return Answer.of(product.compareTo(factor.multiply(times.times())) == 0);
        }
        return one.isSaid() && other.isSaid() ? new Answer.Broken(Fault.NOT_A_NUMBER) : Answer.No.PLAIN;
    }

    private static Answer same(Fact one, Fact other) {
        return Answer.of(one.isSaid() && one.equals(other));
    }

    private Answer matches(Fact fact, Form form) {
        return switch (fact) {
            case Fact.Text(var text) -> {
                work += text.length() / 1000;
                yield text.length() > Form.LONGEST_TEXT
                        ? new Answer.Broken(Fault.TOO_LONG)
                        : Answer.of(form.fits(text));
            }
            case Fact.Many(var members) -> {
                for (var each : members) {
                    var answer = matches(each, form);
                    if (!(answer instanceof Answer.Yes)) {
                        yield answer;
                    }
                }
                yield Answer.of(!members.isEmpty());
            }
            case Fact.Amount(var amount) -> Answer.of(form.fits(amount.toPlainString()));
            case Fact.Flag _, Fact.Group _, Fact.NotApplicable _, Fact.Nothing _ -> Answer.No.PLAIN;
        };
    }

    private Answer contains(Fact fact, List<String> words) {
        return switch (fact) {
            case Fact.Text(var text) -> {
                work += text.length() / 1000;
                yield Answer.of(hasOneOf(text.toLowerCase(Locale.ROOT), words));
            }
            case Fact.Group(var parts) -> anyContains(parts.values(), words);
            case Fact.Many(var members) -> anyContains(members, words);
            case Fact.Amount _, Fact.Flag _, Fact.NotApplicable _, Fact.Nothing _ -> Answer.No.PLAIN;
        };
    }

    private Answer anyContains(Iterable<Fact> facts, List<String> words) {
        for (var fact : facts) {
            if (contains(fact, words) instanceof Answer.Yes yes) {
                return yes;
            }
        }
        return Answer.No.PLAIN;
    }

    /// Whole words only: "mastering" holds no "master".
    private boolean hasOneOf(String text, List<String> words) {
        for (var word : words) {
            work += 1 + text.length() / 1000;
            if (work > MOST_WORK) {
                return false;
            }
            for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                if (isEdge(text, at - 1) && isEdge(text, at + word.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private Answer each(Condition.Each each, Fact member) {
        var failed = new TreeSet<Integer>();
        Answer left = Answer.Yes.YES;
        var position = 0;
        for (var one : each.of().in(root, member).members()) {
            position++;
            var concerns = each.where().map(where -> ask(where, one)).orElse(Answer.Yes.YES);
            if (concerns instanceof Answer.No) {
                continue;
            }
            var answer = concerns instanceof Answer.Yes ? ask(each.that(), one) : concerns;
            if (answer instanceof Answer.No) {
                failed.add(position);
            }
            left = graver(left, answer);
        }
        return failed.isEmpty() ? left : new Answer.No(failed);
    }

    private Answer some(Fact of, Condition that) {
        Answer left = Answer.No.PLAIN;
        for (var one : of.members()) {
            var answer = ask(that, one);
            if (answer instanceof Answer.Yes) {
                return answer;
            }
            left = graver(left, answer);
        }
        return left;
    }

    private static Answer covered(Fact each, Fact by) {
        var named = new HashSet<Fact>();
        for (var one : by.members()) {
            named.addAll(one.part("outcomes").members());
        }
        var failed = new TreeSet<Integer>();
        var position = 0;
        for (var one : each.members()) {
            position++;
            var id = one.part("id");
            if (!id.isSaid() || !named.contains(id)) {
                failed.add(position);
            }
        }
        return failed.isEmpty() ? Answer.of(position > 0) : new Answer.No(failed);
    }

    private Answer day(Condition.Day day, Fact member) {
        var fact = day.fact().in(root, member);
        if (!fact.isSaid()) {
            return Answer.No.PLAIN;
        }
        var said = Days.of(fact);
        if (said.isEmpty()) {
            return new Answer.Broken(Fault.NOT_A_DAY);
        }
        var inTime = day.withinMonths().map(months -> !Days.isStale(said.get(), months, today));
        return Answer.of(inTime.orElse(true)
                && (day.mayBeToCome() || !said.get().isAfter(today))
                && day.notBefore()
                        .flatMap(other -> Days.of(other.in(root, member)))
                        .map(first -> !said.get().isBefore(first))
                        .orElse(true));
    }
}
