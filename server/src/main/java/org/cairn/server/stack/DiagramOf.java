package org.cairn.server.stack;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.server.stack.StackDiagram.Branch;
import org.cairn.server.stack.StackDiagram.State;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.rule.Requirement;
import org.cairn.stacking.rule.Stack;

/// Makes the tree of a rule, as it stands for a learner or for everybody.
final class DiagramOf {
    private final RuleWords words;
    private final Map<String, Decision.Step> steps;
    private final Map<String, List<String>> fills;
    private final boolean personal;

    private DiagramOf(
            RuleWords words, Map<String, Decision.Step> steps, Map<String, List<String>> fills, boolean personal) {
        this.words = words;
        this.steps = steps;
        this.fills = fills;
        this.personal = personal;
    }

    /// For one learner.
    ///
    /// @param award title of what the stack leads to
    static StackDiagram learner(Stack rule, RuleWords words, String award, Decision decision, Map<String, Item> items) {
        var fills = decision.allocation().stream()
                .collect(Collectors.groupingBy(
                        Decision.Placed::slot,
                        Collectors.mapping(placed -> title(placed.award(), items, words), Collectors.toList())));
        var steps = decision.trace().stream().collect(Collectors.toMap(Decision.Step::path, step -> step));
        var root = new DiagramOf(words, steps, fills, true).branch(rule.root(), "root", false);
        var slots = new StackDiagram(award, "", State.PLAIN, root).slots();
        var needed = slots.stream().filter(slot -> slot.state() != State.SPARE).count();
        var filled = slots.stream().filter(slot -> slot.state() == State.FILLED).count();
        var state = Decisions.isMet(decision) ? State.FILLED : filled == 0 ? State.OPEN : State.PARTLY;
        return new StackDiagram(award, words.wording().say("picture.parts", filled, needed), state, root);
    }

    /// For everybody: what could fill the places.
    ///
    /// @param fits titles by slot
    static StackDiagram plain(Stack rule, RuleWords words, String award, Map<String, List<String>> fits) {
        var root = new DiagramOf(words, Map.of(), new HashMap<>(fits), false).branch(rule.root(), "root", false);
        return new StackDiagram(award, "", State.PLAIN, root);
    }

    private static String title(String key, Map<String, Item> items, RuleWords words) {
        return Optional.ofNullable(items.get(key))
                .map(item -> item.titleIn(words.wording().reader()))
                .orElseGet(() -> words.wording().say("unknown.item"));
    }

    private Branch branch(Requirement requirement, String path, boolean spare) {
        return switch (requirement) {
            case Requirement.AllOf(var parts) -> group(requirement, parts, path, spare, false);
            case Requirement.AnyOf(int _, var parts) -> group(requirement, parts, path, spare, spare || isMet(path));
            case Requirement.Slot slot -> slot(slot, path, spare);
        };
    }

    private Branch group(
            Requirement requirement, List<Requirement> parts, String path, boolean spare, boolean choiceMade) {
        var below = IntStream.range(0, parts.size())
                .mapToObj(place -> branch(parts.get(place), path + "/" + place, spare || choiceMade))
                .toList();
        var amount = step(path)
                .map(step -> words.wording().say("picture.parts", step.have(), step.need()))
                .orElse("");
        return new Branch(words.joint(requirement), false, amount, state(path, spare, below), List.of(), "", below);
    }

    private Branch slot(Requirement.Slot slot, String path, boolean spare) {
        var state = state(path, spare, List.of());
        var amount = step(path)
                .filter(step -> step.need().signum() > 0)
                .map(step -> words.wording().amountOf(step.unit().orElseThrow(), step.have(), step.need()))
                .orElseGet(() -> words.need(slot.need()));
        var gap = step(path)
                .filter(_ -> state == State.PARTLY || state == State.OPEN)
                .map(step -> words.wording()
                        .say("picture.gap", words.wording().amount(step.unit().orElseThrow(), missing(step))))
                .orElse("");
        return new Branch(
                words.slotTitle(slot.id()),
                true,
                amount,
                state,
                fills.getOrDefault(slot.id(), List.of()),
                gap,
                List.of());
    }

    private static BigDecimal missing(Decision.Step step) {
        return step.need().subtract(step.have()).max(BigDecimal.ZERO);
    }

    private State state(String path, boolean spare, List<Branch> below) {
        if (!personal) {
            return State.PLAIN;
        }
        if (isMet(path)) {
            return State.FILLED;
        }
        if (spare) {
            return State.SPARE;
        }
        var begun = step(path).filter(step -> step.have().signum() > 0).isPresent()
                || below.stream().anyMatch(part -> part.state() == State.PARTLY || part.state() == State.FILLED);
        return begun ? State.PARTLY : State.OPEN;
    }

    private boolean isMet(String path) {
        return step(path).map(Decision.Step::met).orElse(false);
    }

    private Optional<Decision.Step> step(String path) {
        return Optional.ofNullable(steps.get(path));
    }
}
