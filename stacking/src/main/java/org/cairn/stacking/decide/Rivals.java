package org.cairn.stacking.decide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Slots that compete with one that is short: what it would accept fills them, and nothing else would free it. The
/// set that breaks Hall's condition, found along alternating paths.
final class Rivals {
    private Rivals() {}

    static List<String> of(Problem problem, Allocation allocation, int shortSlot) {
        var reached = new TreeSet<Integer>();
        var open = new ArrayDeque<Integer>();
        reached.add(shortSlot);
        open.add(shortSlot);
        while (!open.isEmpty()) {
            var slot = open.remove();
            for (var item = 0; item < problem.items().size(); item++) {
                for (var other : problem.items().get(item).fits()) {
                    if (fits(problem, item, slot) && allocation.placed(item, other) && reached.add(other)) {
                        open.add(other);
                    }
                }
            }
        }
        reached.remove(shortSlot);
        var ids = new ArrayList<String>();
        reached.forEach(slot -> ids.add(problem.slots().get(slot).id()));
        return ids;
    }

    private static boolean fits(Problem problem, int item, int slot) {
        return java.util.Arrays.binarySearch(problem.items().get(item).fits(), slot) >= 0;
    }
}
