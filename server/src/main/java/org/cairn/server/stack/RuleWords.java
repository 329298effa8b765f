package org.cairn.server.stack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.CreditRule;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Need;
import org.cairn.stacking.rule.Options;
import org.cairn.stacking.rule.Requirement;
import org.cairn.stacking.rule.Stack;
import org.springframework.context.MessageSource;

/// A rule in plain sentences of the reader's language: microcredentials by their titles, institutions by their names.
final class RuleWords {
    private final Stack rule;
    private final Wording words;
    private final FilterWords filters;
    private final ConstraintWords constraints;

    RuleWords(Stack rule, Names names, MessageSource messages, Locale reader) {
        this.rule = rule;
        words = new Wording(messages, reader);
        filters = new FilterWords(words, names);
        constraints = new ConstraintWords(rule, words, filters);
    }

    /// One part of a rule, with what lies below it.
    ///
    /// @param id of the slot; empty for a group
    /// @param title of a slot, or "all of the following"
    /// @param need how much; blank for a group
    /// @param accepts what may fill it; blank for a group
    record Part(Optional<String> id, String title, String need, String accepts, List<Part> parts) {
        Part {
            parts = List.copyOf(parts);
        }
    }

    /// Everything about a rule.
    ///
    /// @param constraints over the whole
    /// @param options what the owner of the curriculum decided
    record Text(String title, Part root, List<String> constraints, List<String> options) {
        Text {
            constraints = List.copyOf(constraints);
            options = List.copyOf(options);
        }
    }

    Text text() {
        return new Text(
                words.best(rule.title()),
                part(rule.root()),
                rule.constraints().stream().map(constraints::of).toList(),
                options(rule.options(), rule.credit()));
    }

    Wording wording() {
        return words;
    }

    String filter(Filter filter) {
        return filters.phrase(filter);
    }

    String constraint(Constraint constraint) {
        return constraints.of(constraint);
    }

    String outcome(String address) {
        return filters.outcome(address);
    }

    /// The title of a slot, in quotation marks.
    String slot(String id) {
        return constraints.slot(id);
    }

    String slotTitle(String id) {
        return constraints.slotTitle(id);
    }

    Part part(Requirement requirement) {
        return switch (requirement) {
            case Requirement.AllOf(var parts) -> group(joint(requirement), parts);
            case Requirement.AnyOf(int _, var parts) -> group(joint(requirement), parts);
            case Requirement.Slot slot ->
                new Part(
                        Optional.of(slot.id()),
                        slotTitle(slot.id()),
                        need(slot.need()),
                        words.say("accepts", filter(slot.accepts())),
                        List.of());
        };
    }

    private Part group(String title, List<Requirement> parts) {
        return new Part(
                Optional.empty(), title, "", "", parts.stream().map(this::part).toList());
    }

    /// "All of the following", or the title of a slot.
    String joint(Requirement requirement) {
        return switch (requirement) {
            case Requirement.AllOf _ -> words.say("all");
            case Requirement.AnyOf(var atLeast, var parts) -> words.say("any", atLeast, parts.size());
            case Requirement.Slot slot -> slotTitle(slot.id());
        };
    }

    String need(Need need) {
        return switch (need) {
            case Need.Count(var least, var most) ->
                amount(BigDecimal.valueOf(least), most.map(BigDecimal::valueOf), "items");
            case Need.Credits(var least, var most) -> amount(least, most, "credits");
            case Need.Outcomes(var of, var least) -> outcomes(List.copyOf(of), least);
        };
    }

    private String amount(BigDecimal least, Optional<BigDecimal> most, String unit) {
        var most0 = most.filter(limit -> limit.compareTo(least) != 0);
        if (most.isPresent() && most0.isEmpty()) {
            return words.say("need.exactly", words.say("amount." + unit, least));
        }
        if (least.signum() == 0) {
            return most0.map(limit -> words.say("need.most", words.say("amount." + unit, limit)))
                    .orElseGet(() -> words.say("need.any"));
        }
        return most0.map(limit -> words.say(
                        "need.between", words.say("amount." + unit, least), words.say("amount." + unit, limit)))
                .orElseGet(() -> words.say("need.least", words.say("amount." + unit, least)));
    }

    private String outcomes(List<String> of, int least) {
        var named = words.all(of.stream().map(this::outcome).toList());
        return least == of.size() ? words.say("need.outcomes.all", named) : words.say("need.outcomes", least, named);
    }

    List<String> options(Options options, CreditRule credit) {
        var sentences = new ArrayList<String>();
        sentences.add(words.say("option.credit", words.name(credit.scheme())));
        credit.worth().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(rate -> words.say(
                        "option.worth",
                        words.name(rate.getKey()),
                        words.number(rate.getValue()),
                        words.name(credit.scheme())))
                .forEach(sentences::add);
        sentences.add(words.say("option.denominator." + options.denominator()));
        sentences.add(constraints.rounding(options.rounding()));
        sentences.add(
                switch (options.splitting()) {
                    case Options.Splitting.Whole() -> words.say("option.whole");
                    case Options.Splitting.By(var portion) -> words.say("option.split", words.credits(portion));
                });
        sentences.add(words.say("option.surplus." + options.surplus()));
        sentences.add(words.say("option.recency", filters.anchor(options.recency())));
        sentences.add(words.say("option.expiry." + options.expiry()));
        sentences.add(words.say("option.annulment." + options.annulment()));
        sentences.add(words.say("option.confirmation." + options.confirmation()));
        return sentences;
    }

    /// What a step of a decision's trace is about.
    String step(String path) {
        var places = path.split("/");
        if (places[0].equals("constraint")) {
            return constraint(rule.constraints().get(Integer.parseInt(places[1])));
        }
        return joint(at(places));
    }

    private Requirement at(String[] places) {
        var found = rule.root();
        for (var place : IntStream.range(1, places.length).toArray()) {
            var index = Integer.parseInt(places[place]);
            found = switch (found) {
                case Requirement.AllOf(var parts) -> parts.get(index);
                case Requirement.AnyOf(int _, var parts) -> parts.get(index);
                case Requirement.Slot slot -> slot;
            };
        }
        return found;
    }
}
