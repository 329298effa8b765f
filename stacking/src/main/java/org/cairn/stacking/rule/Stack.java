package org.cairn.stacking.rule;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One version of the rule by which awards add up to a larger award. Immutable; a learner is held to the version she
/// registered for.
///
/// @param id what all versions have in common
/// @param title by language tag
/// @param awards the spec that is awarded when the rule is met
/// @param level the level of that award, by which double counting is judged
/// @param inForce the days on which a learner can be registered for this version
public record Stack(
        String id,
        int version,
        Map<String, String> title,
        String awards,
        String level,
        Period inForce,
        CreditRule credit,
        Map<String, GradeScale> grades,
        Requirement root,
        List<Constraint> constraints,
        Options options) {

    /// First and last day, both included. Without a last day, until further notice.
    public record Period(LocalDate from, Optional<LocalDate> to) {
        public Period {
            to.ifPresent(last -> require(!last.isBefore(from), "the last day lies before the first"));
        }
    }

    public Stack {
        require(version >= 1, "versions count from 1");
        title = Map.copyOf(title);
        grades = Map.copyOf(grades);
        constraints = List.copyOf(constraints);
        require(
                root.slots().size()
                        == new HashSet<>(root.slots().stream()
                                        .map(Requirement.Slot::id)
                                        .toList())
                                .size(),
                "two slots have the same name");
    }

    /// All slots in the order of the text, which is the order of preference between equal allocations.
    public List<Requirement.Slot> slots() {
        return root.slots();
    }

    /// The size of the award, where a constraint states it.
    public Optional<Constraint.TotalCredits> total() {
        return constraints(Constraint.TotalCredits.class).findFirst();
    }

    /// The constraints of one kind, in the order of the text.
    public <C extends Constraint> Stream<C> constraints(Class<C> kind) {
        return constraints.stream().filter(kind::isInstance).map(kind::cast);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
