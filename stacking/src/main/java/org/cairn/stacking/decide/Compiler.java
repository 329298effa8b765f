package org.cairn.stacking.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Need;
import org.cairn.stacking.rule.Options;
import org.cairn.stacking.rule.Requirement;
import org.cairn.stacking.rule.Stack;

/// Turns rule and facts into a [Problem].
final class Compiler {
    private static final Comparator<Holding> ORDER =
            Comparator.comparing(Holding::spec).thenComparing(Holding::award);

    private final Stack stack;
    private final Facts facts;
    private final Matcher matcher;
    private final Availability availability;
    private final List<Requirement.Slot> slots;
    private final long unit;
    private final Map<String, Decision.Reason> left = new TreeMap<>();

    Compiler(Stack stack, Facts facts) {
        this.stack = stack;
        this.facts = facts;
        matcher = new Matcher(stack, facts);
        availability = new Availability(stack, facts);
        slots = stack.slots();
        unit = unit();
    }

    Compiled compile() {
        var items = items();
        var places = slots.stream().map(slot -> place(slot, items)).toList();
        var sides = new SideConditions(stack, matcher, availability, items, places, unit);
        var problem = new Problem(
                unit,
                items,
                places,
                node(stack.root()),
                sides.linears(),
                sides.shares(),
                sides.apart(),
                sides.sequels(),
                once(),
                portion());
        return new Compiled(problem, left, availability.released());
    }

    private List<Problem.Item> items() {
        var items = new ArrayList<Problem.Item>();
        facts.holdings().stream().sorted(ORDER).forEach(held -> {
            var reason = availability.reason(held).or(() -> withoutCredits(held));
            var fits = reason.isPresent() ? new int[0] : fits(held);
            if (reason.isEmpty() && fits.length == 0) {
                reason = Optional.of(notAccepted(held));
            }
            reason.ifPresentOrElse(
                    why -> left.put(held.award(), why),
                    () -> items.add(new Problem.Item(held, scaled(credits(held), unit), fits)));
        });
        return items;
    }

    private BigDecimal credits(Holding held) {
        return matcher.creditsOf(held).orElse(BigDecimal.ZERO);
    }

    private Optional<Decision.Reason> withoutCredits(Holding held) {
        var unknown = matcher.creditsOf(held).isEmpty() && !held.credits().isEmpty();
        return unknown
                ? Optional.of(new Decision.Reason.NoCredits(held.credits().keySet()))
                : Optional.empty();
    }

    private int[] fits(Holding held) {
        return java.util.stream.IntStream.range(0, slots.size())
                .filter(slot -> matcher.accepts(slots.get(slot).accepts(), held) && !barred(slots.get(slot), held))
                .toArray();
    }

    /// A capstone asks more of its slot than the slot itself does.
    private boolean barred(Requirement.Slot slot, Holding held) {
        return stack.constraints(Constraint.Capstone.class)
                .filter(capstone -> capstone.slot().equals(slot.id()))
                .anyMatch(capstone -> held.source() == org.cairn.stacking.rule.Source.RPL
                        || !capstone.grade()
                                .map(grade -> matcher.accepts(grade, held))
                                .orElse(true));
    }

    private Decision.Reason notAccepted(Holding held) {
        var failed = new TreeMap<String, Filter>();
        for (var slot : slots) {
            var blame = Blame.of(slot.accepts(), held, matcher);
            if (blame.isPresent()) {
                failed.put(slot.id(), blame.get());
            }
        }
        return Blame.reason(failed, held);
    }

    private Problem.Place place(Requirement.Slot slot, List<Problem.Item> items) {
        return switch (slot.need()) {
            case Need.Count(var least, var most) ->
                place(slot, Problem.Kind.COUNT, least, most.map(Integer::longValue), List.of());
            case Need.Credits(var least, var most) ->
                place(
                        slot,
                        Problem.Kind.CREDITS,
                        scaled(least, unit),
                        most.filter(_ -> stack.options().surplus() != Options.Surplus.COUNTED)
                                .map(each -> scaled(each, unit)),
                        List.of());
            case Need.Outcomes(var of, var least) ->
                place(
                        slot,
                        Problem.Kind.OUTCOMES,
                        least,
                        Optional.empty(),
                        items.stream()
                                .map(item -> covers(List.copyOf(of), item))
                                .toList());
        };
    }

    private Problem.Place place(
            Requirement.Slot slot, Problem.Kind kind, long least, Optional<Long> most, List<BitSet> covers) {
        var loses = kind == Problem.Kind.CREDITS && stack.options().surplus() == Options.Surplus.LOST;
        return new Problem.Place(slot.id(), kind, least, most.orElse(Long.MAX_VALUE), loses, slot.cost(), covers);
    }

    private static BitSet covers(List<String> of, Problem.Item item) {
        var covered = new BitSet();
        for (var outcome = 0; outcome < of.size(); outcome++) {
            covered.set(outcome, item.held().outcomes().contains(of.get(outcome)));
        }
        return covered;
    }

    private Problem.Node node(Requirement requirement) {
        return switch (requirement) {
            case Requirement.AllOf(var parts) ->
                new Problem.Node.All(parts.stream().map(this::node).toList());
            case Requirement.AnyOf(var atLeast, var parts) ->
                new Problem.Node.Any(atLeast, parts.stream().map(this::node).toList());
            case Requirement.Slot slot -> new Problem.Node.Leaf(slots.indexOf(slot));
        };
    }

    private boolean once() {
        return stack.constraints(Constraint.Distinct.class)
                .anyMatch(each -> each.what() == Constraint.Distinct.What.ITEM);
    }

    private long portion() {
        return switch (stack.options().splitting()) {
            case Options.Splitting.Whole() -> 0;
            case Options.Splitting.By(var credits) -> scaled(credits, unit);
        };
    }

    /// As fine as the finest number that the rule or a holding names.
    private long unit() {
        var scales = new TreeSet<Integer>();
        scales.add(0);
        Numbers.in(stack)
                .forEach(number -> scales.add(number.stripTrailingZeros().scale()));
        facts.holdings()
                .forEach(held -> scales.add(credits(held).stripTrailingZeros().scale()));
        return BigDecimal.TEN.pow(Math.min(9, scales.last())).longValueExact();
    }

    static long scaled(BigDecimal number, long unit) {
        return number.multiply(BigDecimal.valueOf(unit))
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValueExact();
    }
}
