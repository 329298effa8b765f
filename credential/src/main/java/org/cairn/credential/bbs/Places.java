package org.cairn.credential.bbs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Places of messages in the list that was signed.
final class Places {

    private Places() {}

    /// Whether the places ascend without repetition and lie within the list.
    static boolean fit(Collection<Integer> places, int size) {
        int before = -1;
        for (int place : places) {
            if (place <= before || place >= size) {
                return false;
            }
            before = place;
        }
        return true;
    }

    /// The places that are not among the given ones.
    static List<Integer> others(Collection<Integer> places, int size) {
        Set<Integer> known = new HashSet<>(places);
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (!known.contains(i)) {
                others.add(i);
            }
        }
        return others;
    }
}
