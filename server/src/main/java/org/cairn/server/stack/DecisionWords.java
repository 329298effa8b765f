package org.cairn.server.stack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.server.identity.OrganisationId;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.decide.Decision.Fix.Kind;
import org.cairn.stacking.decide.Decision.Reason;
import org.cairn.stacking.decide.Decision.Shortfall;
import org.cairn.stacking.decide.Decision.Verdict;
import org.cairn.stacking.rule.Stack;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Puts rules and decisions into words. Thread-safe.
@Component
class DecisionWords {
    private final CatalogueNames names;
    private final MessageSource messages;

    DecisionWords(CatalogueNames names, MessageSource messages) {
        this.names = names;
        this.messages = messages;
    }

    /// A rule, also one that is not published yet.
    RuleWords rule(OrganisationId owner, Stack rule, Locale reader) {
        return new RuleWords(rule, names.of(owner, rule), messages, reader);
    }

    RuleWords rule(StackVersion version, Locale reader) {
        return rule(version.organisation(), version.rule(), reader);
    }

    /// Where only the shape of a rule matters, without looking names up.
    RuleWords plain(Stack rule, Locale reader) {
        return new RuleWords(rule, Names.NONE, messages, reader);
    }

    /// @param items what the decision speaks of, as [LearnerFacts.Known#items] and [StackClaims.Looked#items] have it
    DecisionView view(StackVersion version, Decision decision, Map<String, Item> items, Locale reader) {
        return view(rule(version, reader), decision, items, EnumSet.allOf(Kind.class));
    }

    /// @param kinds of ways to show: prices may not be known
    static DecisionView view(RuleWords rule, Decision decision, Map<String, Item> items, Set<Kind> kinds) {
        return new Telling(rule, decision, Map.copyOf(items)).view(kinds);
    }

    /// One decision being told.
    private static final class Telling {
        private final RuleWords rule;
        private final Wording words;
        private final Decision decision;
        private final Map<String, Item> items;

        private Telling(RuleWords rule, Decision decision, Map<String, Item> items) {
            this.rule = rule;
            this.words = rule.wording();
            this.decision = decision;
            this.items = items;
        }

        private DecisionView view(Set<Kind> kinds) {
            return new DecisionView(
                    Decisions.isMet(decision),
                    tone(),
                    verdict(),
                    conditions(),
                    decision.allocation().stream().map(this::counted).toList(),
                    decision.unused().stream().map(this::notCounted).toList(),
                    decision.shortfalls().stream().map(this::missing).toList(),
                    decision.fixes().stream()
                            .filter(fix -> kinds.contains(fix.kind()))
                            .map(fix -> way(fix, kinds.contains(Kind.CHEAPEST)))
                            .toList(),
                    titles(decision.givesUp()),
                    decision.trace().stream().map(this::line).toList(),
                    words.day(decision.on()),
                    decision.inputsHash());
        }

        private String tone() {
            return switch (decision.verdict()) {
                case Verdict.Met _ -> "ok";
                case Verdict.MetSubjectTo _ -> "info";
                case Verdict.NotMet _ -> "warn";
                case Verdict.Provisional _ -> "info";
            };
        }

        private String verdict() {
            return switch (decision.verdict()) {
                case Verdict.Met() -> words.say("verdict.met");
                case Verdict.MetSubjectTo _ -> words.say("verdict.subject");
                case Verdict.NotMet() ->
                    words.say("verdict.unmet", decision.shortfalls().size());
                case Verdict.Provisional(var met, var _, var _) ->
                    words.say(met ? "verdict.provisional.met" : "verdict.provisional.open");
            };
        }

        private List<String> conditions() {
            return switch (decision.verdict()) {
                case Verdict.MetSubjectTo(var conditions) ->
                    conditions.stream().map(words::best).toList();
                case Verdict.Met _, Verdict.NotMet _, Verdict.Provisional _ -> List.of();
            };
        }

        private DecisionView.Counted counted(Decision.Placed placed) {
            return new DecisionView.Counted(
                    title(placed.award()),
                    from(placed.award()),
                    rule.slotTitle(placed.slot()),
                    words.credits(placed.credits()));
        }

        private DecisionView.NotCounted notCounted(Decision.Unused unused) {
            return new DecisionView.NotCounted(
                    title(unused.award()), from(unused.award()), why(unused.reason()), details(unused.reason()));
        }

        private String why(Reason reason) {
            return switch (reason) {
                case Reason.NotStanding(var standing) -> words.say("reason.standing." + standing);
                case Reason.Expired(var lastDay) -> words.say("reason.expired", words.day(lastDay));
                case Reason.NotAccepted _ -> words.say("reason.unaccepted");
                case Reason.TooOld(var lastDay) -> words.say("reason.old", words.day(lastDay));
                case Reason.UsedElsewhere(var award) ->
                    known(award)
                            .map(title -> words.say("reason.used", title))
                            .orElseGet(() -> words.say("reason.used.somewhere"));
                case Reason.NoCredits(var schemes) ->
                    schemes.isEmpty()
                            ? words.say("reason.creditless")
                            : words.say(
                                    "reason.scheme",
                                    words.all(schemes.stream()
                                            .sorted()
                                            .map(words::name)
                                            .toList()));
                case Reason.Excluded(var by, var because) ->
                    because.map(constraint -> words.say("reason.excluded", title(by), rule.constraint(constraint)))
                            .orElseGet(() -> words.say("reason.same", title(by)));
                case Reason.Limited(var constraint) -> words.say("reason.limited", rule.constraint(constraint));
                case Reason.NotNeeded() -> words.say("reason.unneeded");
            };
        }

        private List<String> details(Reason reason) {
            return switch (reason) {
                case Reason.NotAccepted(var failed) ->
                    failed.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each ->
                                    words.say("reason.asks", rule.slot(each.getKey()), rule.filter(each.getValue())))
                            .toList();
                case Reason.NotStanding _,
                        Reason.Expired _,
                        Reason.TooOld _,
                        Reason.UsedElsewhere _,
                        Reason.NoCredits _,
                        Reason.Excluded _,
                        Reason.Limited _,
                        Reason.NotNeeded _ -> List.of();
            };
        }

        private DecisionView.Missing missing(Shortfall shortfall) {
            return switch (shortfall) {
                case Shortfall.OfSlot of -> new DecisionView.Missing(slot(of), explained(of));
                case Shortfall.OfConstraint(var constraint, var unit, var need, var have) ->
                    new DecisionView.Missing(
                            rule.constraint(constraint),
                            List.of(words.say(
                                    ConstraintWords.isCeiling(constraint) ? "short.most" : "short.least",
                                    words.amount(unit, need),
                                    words.amount(unit, have))));
                case Shortfall.OfCondition(var constraint) ->
                    new DecisionView.Missing(rule.constraint(constraint), List.of(words.say("short.condition")));
            };
        }

        private String slot(Shortfall.OfSlot of) {
            return words.say(
                    "short.slot",
                    rule.slot(of.slot()),
                    words.amount(of.unit(), of.need()),
                    words.amount(of.unit(), of.have()));
        }

        private List<String> explained(Shortfall.OfSlot of) {
            var more = new ArrayList<String>();
            if (!of.missing().isEmpty()) {
                more.add(words.say(
                        "short.outcomes",
                        words.all(of.missing().stream().map(rule::outcome).toList())));
            }
            if (!of.rivals().isEmpty()) {
                var others = words.all(of.rivals().stream().map(rule::slot).toList());
                more.add(words.say("short.rivals", rule.slot(of.slot()), others));
            }
            return more;
        }

        private DecisionView.Way way(Decision.Fix fix, boolean priced) {
            return new DecisionView.Way(
                    words.say("fix." + fix.kind()),
                    titles(fix.take()),
                    priced ? Optional.of(price(fix.price())) : Optional.empty(),
                    fix.kind() == Kind.PRIOR_LEARNING
                            ? words.say("fix.time.prior")
                            : words.say("fix.time", words.days(fix.days())));
        }

        private String price(BigDecimal price) {
            return price.signum() == 0 ? words.say("fix.free") : words.say("fix.price", words.number(price));
        }

        private DecisionView.Line line(Decision.Step step) {
            var depth = (int) step.path().chars().filter(c -> c == '/').count();
            return new DecisionView.Line(
                    step.path().startsWith("constraint") ? 0 : depth,
                    rule.step(step.path()),
                    amount(step, step.need()),
                    amount(step, step.have()),
                    step.met());
        }

        /// A group counts its parts; a condition that counts nothing has no number.
        private String amount(Decision.Step step, BigDecimal amount) {
            return step.unit()
                    .map(unit -> words.amount(unit, amount))
                    .orElseGet(() -> step.path().startsWith("root") ? words.say("amount.parts", amount) : "");
        }

        private List<String> titles(Collection<String> keys) {
            return keys.stream().map(this::title).toList();
        }

        private String title(String key) {
            return known(key).orElseGet(() -> words.say("unknown.item"));
        }

        private Optional<String> known(String key) {
            return Optional.ofNullable(items.get(key)).map(item -> words.name(item.titleIn(words.reader())));
        }

        private String from(String key) {
            return Optional.ofNullable(items.get(key))
                    .map(item -> words.name(item.from()))
                    .orElse("");
        }
    }
}
