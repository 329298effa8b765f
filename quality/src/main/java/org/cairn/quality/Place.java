package org.cairn.quality;

import java.util.List;

/// Where a fact stands: a path from the root, or, beginning with `it`, from the member of a list that is looked
/// at.
public record Place(String path, boolean isOfMember, List<String> steps) {
    static final String MEMBER = "it";

    public Place {
        steps = List.copyOf(steps);
    }

    static Place of(String path) {
        var steps = List.of(path.split("\\.", -1));
        return steps.getFirst().equals(MEMBER)
                ? new Place(path, true, steps.subList(1, steps.size()))
                : new Place(path, false, steps);
    }

    Fact in(Fact root, Fact member) {
        var fact = isOfMember ? member : root;
        for (var step = 0; step < steps.size(); step++) {
            fact = fact.part(steps.get(step));
        }
        return fact;
    }
}
