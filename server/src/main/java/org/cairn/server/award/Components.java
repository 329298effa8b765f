package org.cairn.server.award;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The smaller awards that a larger one is built on: which may be, and which are. There is no circle among them, since
/// an award can only be built on those that were there before it.
@Component
class Components {
    private final ComponentRepository rows;
    private final AwardRepository awards;

    Components(ComponentRepository rows, AwardRepository awards) {
        this.rows = rows;
        this.awards = awards;
    }

    /// Refuses what the learner may not build on, and holds the rest as it is until the transaction ends.
    ///
    /// @throws InputException when one is not there, does not stand, or is somebody else's
    @Transactional(propagation = Propagation.MANDATORY)
    public void check(List<AwardId> components, Recipient learner) {
        if (components.isEmpty()) {
            return;
        }
        rows.keepAsTheyAre(components);
        var found = awards.byIds(components);
        // One answer for what is not there and what is another's: ids are not to be tried out.
        if (found.size() != components.size() || !found.stream().allMatch(a -> a.isOf(learner))) {
            throw new InputException(Fault.of("components", "award.components.notHers", learner.name()));
        }
        if (!found.stream().allMatch(Award::isStanding)) {
            throw new InputException(Fault.of("components", "award.components.notStanding"));
        }
    }

    void insert(Award award) {
        if (!award.components().isEmpty()) {
            rows.insert(award);
        }
    }

    /// In the order of the wish.
    List<Award> of(Award award) {
        var found = awards.byIds(award.components()).stream().collect(Collectors.toMap(Award::id, Function.identity()));
        return award.components().stream().map(found::get).toList();
    }

    List<Award> builtOn(AwardId component) {
        return awards.byIds(rows.builtOn(component));
    }
}
