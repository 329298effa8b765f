package org.cairn.credential.selective;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.credential.selective.DisclosureException.Code;

/// JSON pointers (RFC 6901) as a tree of the places they lead to.
final class Pointers {

    private static final int MAX_POINTERS = 1_000;
    private static final int MAX_CHARS = 2_000;

    /// One place. `pointer` is a pointer that leads there or past it, to be named in errors.
    static final class Place {

        private final String pointer;
        private final Map<String, Place> inside = new LinkedHashMap<>();
        private boolean whole;

        private Place(String pointer) {
            this.pointer = pointer;
        }

        String pointer() {
            return pointer;
        }

        /// Whether everything at this place is wanted.
        boolean isWhole() {
            return whole;
        }

        Map<String, Place> inside() {
            return inside;
        }
    }

    private Pointers() {}

    static Place tree(List<String> pointers) {
        if (pointers.size() > MAX_POINTERS) {
            throw new DisclosureException(Code.TOO_MANY_POINTERS, "more than " + MAX_POINTERS);
        }
        Place root = new Place("");
        for (String pointer : pointers) {
            Place place = root;
            for (String step : steps(pointer)) {
                place = place.inside.computeIfAbsent(step, name -> new Place(pointer));
            }
            place.whole = true;
        }
        return root;
    }

    private static List<String> steps(String pointer) {
        if (pointer.length() > MAX_CHARS || !isWellFormed(pointer)) {
            throw new DisclosureException(
                    Code.POINTER_MALFORMED, pointer.substring(0, Math.min(pointer.length(), 100)));
        }
        List<String> steps = new ArrayList<>();
        String[] parts = pointer.split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            steps.add(parts[i].replace("~1", "/").replace("~0", "~"));
        }
        return steps;
    }

    private static boolean isWellFormed(String pointer) {
        boolean starts = pointer.isEmpty() || pointer.startsWith("/");
        return starts && !pointer.replace("~0", "").replace("~1", "").contains("~");
    }
}
