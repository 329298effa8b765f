package org.cairn.server.stack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Denominator;

/// The conditions that the builder has fields for, in the words of the rule language, and their fields.
///
/// @param key as in the text
/// @param fields in the order in which they are asked; none for a bare word
record ConstraintKind(String key, List<Field> fields) {

    /// One field.
    ///
    /// @param name its key in the text; blank when the condition is nothing but this
    /// @param choices for [Type#CHOICE]
    record Field(String name, Type type, List<String> choices) {
        /// Its part of the names of form fields.
        public String form() {
            return name.isEmpty() ? "value" : name;
        }
    }

    enum Type {
        WORD,
        LINES,
        CHOICE,
        PERIOD,
        SLOT,
        SLOTS,
        FILTER,
        PROSE
    }

    static final List<ConstraintKind> ALL = List.of(
            kind("totalCredits", word("")),
            kind("shareAtLeast", word("fraction"), filter(), choice("denominator", Denominator.values())),
            kind("shareAtMost", word("fraction"), filter(), choice("denominator", Denominator.values())),
            kind("creditsAtLeast", word("credits"), filter()),
            kind("creditsAtMost", word("credits"), filter()),
            kind("itemsAtLeast", word("items"), filter()),
            kind("itemsAtMost", word("items"), filter()),
            kind("residencyCredits", word("")),
            kind("residencyShare", word("fraction"), choice("denominator", Denominator.values())),
            kind(
                    "gradeAverage",
                    word("scheme"),
                    word("atLeast"),
                    choice("weight", Constraint.GradeAverage.Weight.values()),
                    choice("ungraded", Constraint.GradeAverage.Ungraded.values())),
            kind("capstone", field("slot", Type.SLOT), field("after", Type.SLOTS)),
            kind("order", field("before", Type.SLOT), field("after", Type.SLOT)),
            kind(
                    "distinct",
                    choice("what", Constraint.Distinct.What.values()),
                    choice("scope", Constraint.Distinct.Scope.values())),
            kind("equivalent", field("", Type.LINES)),
            kind("sharedOutcomes", word("")),
            kind("sharedCredits", word("atMost"), field("levels", Type.LINES)),
            kind("completion", field("within", Type.PERIOD), choice("from", Constraint.Completion.From.values())),
            kind("registration"),
            kind("absorbs", word("spec"), choice("policy", Constraint.Absorbs.Policy.values())),
            kind("entry", word("items"), filter()),
            kind("exitOnly"),
            kind("review", field("", Type.PROSE)));

    static List<String> keys() {
        return ALL.stream().map(ConstraintKind::key).toList();
    }

    static Optional<ConstraintKind> of(String key) {
        return ALL.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    boolean isBare() {
        return fields.isEmpty();
    }

    /// Whether the condition is its only field.
    boolean isOneValue() {
        return fields.size() == 1 && fields.getFirst().name().isEmpty();
    }

    private static ConstraintKind kind(String key, Field... fields) {
        return new ConstraintKind(key, List.of(fields));
    }

    private static Field word(String name) {
        return field(name, Type.WORD);
    }

    private static Field filter() {
        return field("of", Type.FILTER);
    }

    private static Field field(String name, Type type) {
        return new Field(name, type, List.of());
    }

    private static Field choice(String name, Enum<?>[] values) {
        return new Field(name, Type.CHOICE, Stream.of(values).map(Enum::name).toList());
    }
}
