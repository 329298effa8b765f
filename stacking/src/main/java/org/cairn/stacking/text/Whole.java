package org.cairn.stacking.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cairn.stacking.rule.Denominator;
import org.cairn.stacking.rule.GradeScale;

/// What can only be judged when all of the text is read: that what one part names, another part declares. An
/// empty name stands for one that could not be read and is told already.
final class Whole {
    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final Map<String, GradeScale> scales = new HashMap<>();
    private final List<Runnable> questions = new ArrayList<>();
    private final List<Consumer<Denominator>> shares = new ArrayList<>();
    private int slotsSeen;
    private boolean total;

    void declaresSlot(Value at, String id, int most) {
        slotsSeen++;
        if (slotsSeen == most + 1) {
            at.fault(Fault.Code.TOO_MANY, String.valueOf(slotsSeen), String.valueOf(most));
        }
        if (!id.isEmpty() && slots.merge(id, 1, Integer::sum) > 1) {
            at.fault(Fault.Code.TWICE, id);
        }
    }

    void declaresScale(String name, GradeScale scale) {
        scales.put(name, scale);
    }

    void statesTotal(Value at) {
        if (total) {
            at.fault(Fault.Code.SECOND_TOTAL);
        }
        total = true;
    }

    void asksSlot(Value at, String id) {
        if (!id.isEmpty()) {
            questions.add(() -> {
                if (!slots.containsKey(id)) {
                    unknown(at, Fault.Code.UNKNOWN_SLOT, id, List.copyOf(slots.keySet()));
                }
            });
        }
    }

    void asksGrade(Value scheme, String name, Value at, String grade) {
        if (!name.isEmpty()) {
            questions.add(() -> scale(scheme, name)
                    .filter(scale -> !grade.isEmpty() && scale.rank(grade).isEmpty())
                    .ifPresent(scale ->
                            at.fault(Fault.Code.UNKNOWN_GRADE, Value.with(grade, Value.with(name, grades(scale))))));
        }
    }

    void asksPoints(Value scheme, String name) {
        if (!name.isEmpty()) {
            questions.add(() -> scale(scheme, name).ifPresent(scale -> {
                var without = scale.worstFirst().stream()
                        .filter(step -> step.points().isEmpty())
                        .map(GradeScale.Step::grade)
                        .toList();
                if (!without.isEmpty()) {
                    scheme.fault(Fault.Code.NO_POINTS, Value.with(name, without));
                }
            }));
        }
    }

    /// @param own the denominator that the share names itself
    void asksShare(Value at, Optional<Denominator> own) {
        shares.add(usual -> {
            if (!total && own.orElse(usual) == Denominator.AWARD_TOTAL) {
                at.fault(Fault.Code.NO_TOTAL);
            }
        });
    }

    /// @param usual of shares that name none; empty when it could not be read
    void check(Optional<Denominator> usual) {
        questions.forEach(Runnable::run);
        shares.forEach(share -> share.accept(usual.orElse(Denominator.COUNTED)));
    }

    private Optional<GradeScale> scale(Value at, String name) {
        var scale = Optional.ofNullable(scales.get(name));
        if (scale.isEmpty()) {
            unknown(
                    at,
                    Fault.Code.UNKNOWN_SCALE,
                    name,
                    scales.keySet().stream().sorted().toList());
        }
        return scale;
    }

    private static void unknown(Value at, Fault.Code code, String found, List<String> known) {
        at.fault(code, Value.with(found, known));
    }

    private static List<String> grades(GradeScale scale) {
        return scale.worstFirst().stream().map(GradeScale.Step::grade).toList();
    }
}
