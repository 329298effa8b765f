package org.cairn.credential.proof;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/// All orders of a list, one after the other, beginning with its own.
final class Permutations implements Iterator<List<String>> {

    private final List<String> items;
    private final int[] order;
    private boolean more = true;

    Permutations(List<String> items) {
        this.items = List.copyOf(items);
        this.order = IntStream.range(0, items.size()).toArray();
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public List<String> next() {
        if (!more) {
            throw new NoSuchElementException();
        }
        List<String> result = new ArrayList<>(order.length);
        for (int place : order) {
            result.add(items.get(place));
        }
        more = advance();
        return result;
    }

    /// To the next order of the places in the order of a dictionary, if there is one.
    private boolean advance() {
        int last = order.length - 2;
        while (last >= 0 && order[last] > order[last + 1]) {
            last--;
        }
        if (last < 0) {
            return false;
        }
        int next = order.length - 1;
        while (order[next] < order[last]) {
            next--;
        }
        swap(last, next);
        for (int low = last + 1, high = order.length - 1; low < high; low++, high--) {
            swap(low, high);
        }
        return true;
    }

    private void swap(int one, int other) {
        int place = order[one];
        order[one] = order[other];
        order[other] = place;
    }
}
