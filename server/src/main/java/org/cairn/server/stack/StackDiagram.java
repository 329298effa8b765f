package org.cairn.server.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A stack as a tree that can be drawn or listed: the award, the parts below it, what fills them.
///
/// @param award what it leads to
/// @param summary "3 of 5 parts"; blank where nobody is looked at
record StackDiagram(String award, String summary, State state, Branch root) {
    /// How far a part is.
    enum State {
        FILLED,
        PARTLY,
        OPEN,
        /// Nothing is asked of it any more: the choice it belongs to is made.
        SPARE,
        /// Nobody is looked at.
        PLAIN
    }

    /// @param amount "18 of 24 credits"
    /// @param items that fill it, or that would fit
    /// @param gap what is missing; blank for nothing
    record Branch(
            String title,
            boolean slot,
            String amount,
            State state,
            List<String> items,
            String gap,
            List<Branch> parts) {
        Branch {
            items = List.copyOf(items);
            parts = List.copyOf(parts);
        }

        /// This one and all below it.
        int size() {
            return 1 + parts.stream().mapToInt(Branch::size).sum();
        }
    }

    /// One line of the table that says the same.
    record Row(int depth, String title, boolean slot, String amount, State state, List<String> items, String gap) {}

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        collect(root, 0, rows);
        return rows;
    }

    private static void collect(Branch branch, int depth, List<Row> rows) {
        rows.add(new Row(
                depth, branch.title(), branch.slot(), branch.amount(), branch.state(), branch.items(), branch.gap()));
        branch.parts().forEach(part -> collect(part, depth + 1, rows));
    }

    /// The slots in the order of the rule.
    List<Branch> slots() {
        return slots(root).toList();
    }

    private static Stream<Branch> slots(Branch branch) {
        return branch.slot() ? Stream.of(branch) : branch.parts().stream().flatMap(StackDiagram::slots);
    }
}
