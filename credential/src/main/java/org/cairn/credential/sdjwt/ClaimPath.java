package org.cairn.credential.sdjwt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The place of a claim: names of members and positions in lists, from the outside in.
public record ClaimPath(List<String> steps) {

    static final ClaimPath ROOT = new ClaimPath(List.of());

    public ClaimPath {
        steps = List.copyOf(steps);
    }

    /// From a JSON Pointer, such as `/address/street` or `/nationalities/0`.
    public static ClaimPath of(String pointer) {
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with /");
        }
        return new ClaimPath(Stream.of(pointer.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    ClaimPath then(String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return new ClaimPath(longer);
    }

    /// Whether one gets to the other place only through this one, or both are the same.
    boolean leadsTo(ClaimPath other) {
        return other.steps.size() >= steps.size()
                && other.steps.subList(0, steps.size()).equals(steps);
    }
}
