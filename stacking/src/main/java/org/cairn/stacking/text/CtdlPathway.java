package org.cairn.stacking.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Need;
import org.cairn.stacking.rule.Requirement;
import org.cairn.stacking.rule.Stack;

/// A rule as a pathway of the Credential Transparency Description Language, and what of the rule that cannot
/// carry.
///
/// A pathway says which components lead to a destination and how many of them are required (`ceterms:Pathway`,
/// `ceterms:ComponentCondition`, with the comparators and actions of `compare:` and `array:`). Terms as in the
/// schema of the Credential Engine and its samples, read in 2026. From general knowledge and not read there:
/// the range of `ceterms:prerequisite` (a component), and that a sum of credits has `ceterms:creditValue` as
/// its `leftSource`, which CTDL leaves to whoever evaluates.
public final class CtdlPathway {
    private static final String CONTEXT = "https://credreg.net/ctdl/schema/context/json";

    private final Stack stack;
    private final CtdlComponents components;
    private final List<Loss> losses = new ArrayList<>();

    /// @param document maps, lists, texts and numbers, to be written as JSON
    /// @param losses in the order of the rule
    public record Export(Map<String, Object> document, List<Loss> losses) {
        public Export {
            losses = List.copyOf(losses);
        }
    }

    /// Something a reader of the pathway will not know.
    ///
    /// @param path where in the text of the rule, as in [Fault#path]
    public record Loss(String path, Kind kind) {
        public enum Kind {
            /// The days on which learners can be registered.
            IN_FORCE,
            /// What credits of another scheme are worth.
            CONVERSION,
            /// The order of grades, and grades of other schemes.
            GRADES,
            /// A question about an item that is not the name of a spec.
            FILTER,
            /// The most that a slot takes.
            AT_MOST,
            /// Which of two slots is filled first.
            PREFERENCE,
            /// That an item fills one slot only.
            ALLOCATION,
            /// A share of a total.
            SHARE,
            /// A limit on items or credits of one kind.
            LIMIT,
            /// What has to be earned at the institution itself.
            RESIDENCY,
            AVERAGE,
            /// That prior learning cannot replace the last piece of work, and its grade.
            CAPSTONE,
            /// No double counting, equivalents, overlap, what two awards may share.
            DISTINCTNESS,
            /// Time for completion.
            COMPLETION,
            /// What the learner has to be or have: registration, entry.
            CONDITION,
            /// What becomes of a lower award.
            ABSORPTION,
            /// What a person judges.
            REVIEW,
            /// Rounding, splitting, surplus, recency, expiry, annulment, confirmation.
            OPTIONS
        }
    }

    private CtdlPathway(Stack stack, String base) {
        this.stack = stack;
        components = new CtdlComponents(base, losses);
    }

    /// @param base address of the rule; its components are named below it by fragments
    public static Export of(Stack stack, String base) {
        return new CtdlPathway(stack, base).export();
    }

    private Export export() {
        lost("inForce", Loss.Kind.IN_FORCE);
        if (!stack.credit().worth().isEmpty()) {
            lost("credit.worth", Loss.Kind.CONVERSION);
        }
        if (!stack.grades().isEmpty()) {
            lost("grades", Loss.Kind.GRADES);
        }
        if (stack.slots().size() > 1) {
            lost("root", Loss.Kind.ALLOCATION);
        }
        var destination = components.add("ceterms:CredentialComponent", "destination", stack.title());
        destination.put("ceterms:proxyFor", stack.awards());
        var condition = new ArrayList<Map<String, Object>>();
        condition.add(requirement(stack.root(), "root"));
        destination.put("ceterms:hasCondition", condition);
        for (var place = 0; place < stack.constraints().size(); place++) {
            constraint(
                    stack.constraints().get(place),
                    "constraints[%d].%s"
                            .formatted(
                                    place,
                                    ConstraintWriter.name(stack.constraints().get(place))),
                    condition);
        }
        lost("options", Loss.Kind.OPTIONS);
        return new Export(document(components.id("destination")), losses);
    }

    private Map<String, Object> document(String destination) {
        var pathway = components.node("ceterms:Pathway", "pathway", stack.title());
        pathway.put("ceterms:hasDestinationComponent", List.of(destination));
        pathway.put(
                "ceterms:hasPart",
                components.all().stream().map(part -> part.get("@id")).toList());
        var graph = new ArrayList<Map<String, Object>>();
        graph.add(pathway);
        graph.addAll(components.all());
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", CONTEXT);
        document.put("@graph", List.copyOf(graph));
        return document;
    }

    /// The condition that is fulfilled when the requirement is.
    private Map<String, Object> requirement(Requirement requirement, String path) {
        return switch (requirement) {
            case Requirement.AllOf(var parts) -> joint(parts, parts.size(), path + ".all");
            case Requirement.AnyOf(var atLeast, var parts) -> joint(parts, atLeast, path + ".anyOf.of");
            case Requirement.Slot slot -> CtdlComponents.condition(1, List.of(slot(slot, path)));
        };
    }

    private Map<String, Object> joint(List<Requirement> parts, int atLeast, String path) {
        var targets = new ArrayList<String>();
        for (var part = 0; part < parts.size(); part++) {
            var at = "%s[%d]".formatted(path, part);
            targets.add(
                    parts.get(part) instanceof Requirement.Slot slot ? slot(slot, at) : selection(parts.get(part), at));
        }
        return CtdlComponents.condition(atLeast, targets);
    }

    /// A joint within a joint is a component of its own, so that it counts as one of the required number.
    private String selection(Requirement joint, String path) {
        var name = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
        var component = components.add("ceterms:SelectionComponent", name, Map.of());
        component.put("ceterms:hasCondition", List.of(requirement(joint, path)));
        return components.id(name);
    }

    private String slot(Requirement.Slot slot, String path) {
        var name = "slot-" + slot.id();
        var component = components.add("ceterms:SelectionComponent", name, slot.title());
        if (slot.cost() > 0) {
            lost(path + ".cost", Loss.Kind.PREFERENCE);
        }
        component.put("ceterms:hasCondition", List.of(need(slot, path)));
        return components.id(name);
    }

    private Map<String, Object> need(Requirement.Slot slot, String path) {
        return switch (slot.need()) {
            case Need.Count(var atLeast, var atMost) -> {
                atMost.ifPresent(_ -> lost(path + ".need.count.atMost", Loss.Kind.AT_MOST));
                yield CtdlComponents.condition(atLeast, components.accepted(slot.accepts(), path + ".accepts"));
            }
            case Need.Credits(var atLeast, var atMost) -> {
                atMost.ifPresent(_ -> lost(path + ".need.credits.atMost", Loss.Kind.AT_MOST));
                yield CtdlComponents.creditCondition(atLeast, components.accepted(slot.accepts(), path + ".accepts"));
            }
            case Need.Outcomes(var of, var atLeast) -> {
                // The targets are the outcomes; there is no second place to say which items may cover them.
                components.lostFilters(slot.accepts(), path + ".accepts");
                yield CtdlComponents.condition(atLeast, components.competencies(of));
            }
        };
    }

    private void constraint(Constraint constraint, String path, List<Map<String, Object>> conditions) {
        switch (constraint) {
            case Constraint.TotalCredits(var atLeast) ->
                conditions.add(CtdlComponents.creditCondition(atLeast, List.of()));
            case Constraint.ExitOnly _ ->
                conditions.add(
                        CtdlComponents.constrained(CtdlComponents.comparison("exitProgram", "compare:EQ", "true")));
            case Constraint.Order(var before, var after) -> components.precedes("slot-" + before, "slot-" + after);
            case Constraint.Capstone(var slot, var after, var _) -> {
                after.forEach(before -> components.precedes("slot-" + before, "slot-" + slot));
                lost(path, Loss.Kind.CAPSTONE);
            }
            case Constraint.Share _ -> lost(path, Loss.Kind.SHARE);
            case Constraint.CreditLimit _, Constraint.CountLimit _ -> lost(path, Loss.Kind.LIMIT);
            case Constraint.ResidencyCredits _, Constraint.ResidencyShare _ -> lost(path, Loss.Kind.RESIDENCY);
            case Constraint.GradeAverage _ -> lost(path, Loss.Kind.AVERAGE);
            case Constraint.Distinct _,
                    Constraint.Equivalent _,
                    Constraint.SharedOutcomes _,
                    Constraint.SharedCredits _ -> lost(path, Loss.Kind.DISTINCTNESS);
            case Constraint.Completion _ -> lost(path, Loss.Kind.COMPLETION);
            case Constraint.Registration _, Constraint.Entry _ -> lost(path, Loss.Kind.CONDITION);
            case Constraint.Absorbs _ -> lost(path, Loss.Kind.ABSORPTION);
            case Constraint.Review _ -> lost(path, Loss.Kind.REVIEW);
        }
    }

    private void lost(String path, Loss.Kind kind) {
        losses.add(new Loss(path, kind));
    }
}
