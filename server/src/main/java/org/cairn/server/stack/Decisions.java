package org.cairn.server.stack;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.stacking.decide.Candidate;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.decide.Facts;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.decide.Stacking;
import org.springframework.stereotype.Component;

/// Rules ready to decide by. A published rule never changes, so each is prepared once. Thread-safe.
@Component
class Decisions {
    private static final int PREPARED = 500;

    private final ConcurrentHashMap<StackVersionId, Stacking> prepared = new ConcurrentHashMap<>();

    Decision of(StackVersion version, Facts facts) {
        return of(version, facts, List.of());
    }

    Decision of(StackVersion version, Facts facts, List<Candidate> candidates) {
        return prepared(version).decide(facts, candidates);
    }

    /// The slots that would accept an item, whatever else is counted.
    List<String> slotsFor(StackVersion version, Holding held, Facts facts) {
        return prepared(version).slotsFor(held, facts);
    }

    /// Whether an item could make a difference to the decision.
    boolean concerns(StackVersion version, Holding held, Facts facts) {
        return prepared(version).concerns(held, facts);
    }

    private Stacking prepared(StackVersion version) {
        if (prepared.size() > PREPARED) {
            prepared.clear();
        }
        return prepared.computeIfAbsent(version.id(), _ -> Stacking.by(version.rule()));
    }

    /// Whether an award can be given on it, by a person who looks at it.
    static boolean isMet(Decision decision) {
        return switch (decision.verdict()) {
            case Decision.Verdict.Met _, Decision.Verdict.MetSubjectTo _ -> true;
            case Decision.Verdict.NotMet _ -> false;
            case Decision.Verdict.Provisional provisional -> provisional.met();
        };
    }
}
