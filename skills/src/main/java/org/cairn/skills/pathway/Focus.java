package org.cairn.skills.pathway;

import java.util.List;

/// What counts first in a plan for a gap, and what the plan must close at least.
///
/// @param goals the earlier decides before the later
/// @param least of what is missing, in the problem's numbers
record Focus(List<Aim> goals, long least) {
    enum Aim {
        COVERED,
        WISHES,
        COST,
        FINISH,
        HOURS,
        DEGREE
    }

    static final Focus COVERED = new Focus(List.of(Aim.COVERED, Aim.WISHES, Aim.COST, Aim.HOURS, Aim.FINISH), 0);

    static Focus cheapest(long least) {
        return new Focus(List.of(Aim.COST, Aim.COVERED, Aim.WISHES, Aim.HOURS, Aim.FINISH), least);
    }

    static Focus fastest(long least) {
        return new Focus(List.of(Aim.FINISH, Aim.COVERED, Aim.WISHES, Aim.COST, Aim.HOURS), least);
    }

    static Focus degree(long least) {
        return new Focus(List.of(Aim.DEGREE, Aim.COVERED, Aim.WISHES, Aim.COST, Aim.HOURS, Aim.FINISH), least);
    }
}
