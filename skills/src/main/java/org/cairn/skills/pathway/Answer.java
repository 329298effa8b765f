package org.cairn.skills.pathway;

import java.util.List;

/// Why an offering is in a plan, or is not.
public sealed interface Answer {

    /// It is a step. `without` is the best plan that leaves it out.
    record Chosen(Plan.Step step, Outcome without) implements Answer {}

    /// It cannot be a step, for these reasons.
    record Barred(List<Reason> reasons) implements Answer {
        public Barred {
            reasons = List.copyOf(reasons);
        }
    }

    /// It brings nothing that the objective asks for or that leads there.
    record Beside() implements Answer {}

    /// It could be a step. `with` is the best plan that takes it: what is lost is the difference.
    record Possible(Outcome with) implements Answer {}
}
