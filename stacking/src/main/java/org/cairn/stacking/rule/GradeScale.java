package org.cairn.stacking.rule;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The grades of one scheme, worst first, with the points that an average needs. Grades are compared by their place in
/// the list, never by their name.
///
/// @param equals by foreign scheme and grade, the grade of this scheme that it counts as
public record GradeScale(List<Step> worstFirst, Map<Foreign, String> equals) {
    /// @param points what the grade is worth in an average; without them it cannot be averaged
    public record Step(String grade, Optional<BigDecimal> points) {}

    /// A grade of another scheme.
    public record Foreign(String scheme, String grade) {}

    public GradeScale {
        worstFirst = List.copyOf(worstFirst);
        equals = Map.copyOf(equals);
        var names = worstFirst.stream().map(Step::grade).toList();
        Stack.require(new HashSet<>(names).size() == names.size(), "a grade is named twice");
        Stack.require(names.containsAll(equals.values()), "a foreign grade counts as a grade that is not in the list");
    }

    /// The place of a grade, 0 for the worst; empty when the scale does not know it.
    public Optional<Integer> rank(String grade) {
        for (var place = 0; place < worstFirst.size(); place++) {
            if (worstFirst.get(place).grade().equals(grade)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
