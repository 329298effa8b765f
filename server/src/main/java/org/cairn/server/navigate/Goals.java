package org.cairn.server.navigate;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.cairn.server.identity.PersonId;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.Text;
import org.cairn.skills.gap.Goal;
import org.cairn.skills.gap.Level;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people want to become able to do. Durable when a method returns; thread-safe.
@Service
class Goals {
    static final int MOST = 50;
    static final int MOST_NEEDS = 600;
    static final int LONGEST_TITLE = 200;

    private final GoalRepository rows;
    private final Taxonomies taxonomies;
    private final InstantSource time;

    Goals(GoalRepository rows, Taxonomies taxonomies, InstantSource time) {
        this.rows = rows;
        this.taxonomies = taxonomies;
        this.time = time;
    }

    /// A goal of what occupations ask for.
    ///
    /// @throws InputException when an occupation is not known or asks for nothing
    @Transactional
    public GoalId ofOccupations(PersonId person, String title, List<ConceptUri> occupations) {
        var goal = Goal.ofOccupations(taxonomies.current(), occupations);
        if (goal.needs().isEmpty()) {
            throw new InputException(Fault.of("occupation", "navigate.goal.occupation.unknown"));
        }
        return insert(person, title, goal.needs());
    }

    /// A goal of skills that were found in a text, such as a posting of a job.
    ///
    /// @throws InputException when there are none
    @Transactional
    public GoalId ofSkills(PersonId person, String title, List<Goal.Need> needs) {
        if (needs.isEmpty()) {
            throw new InputException(Fault.of("text", "navigate.goal.text.nothing"));
        }
        return insert(person, title, needs);
    }

    private GoalId insert(PersonId person, String title, List<Goal.Need> needs) {
        var name = title.strip();
        if (name.isEmpty() || name.length() > LONGEST_TITLE || !Text.isLine(name)) {
            throw new InputException(Fault.of("title", "navigate.goal.title.form", LONGEST_TITLE));
        }
        if (rows.of(person).size() >= MOST) {
            throw new ConflictException("navigate.goal.many", MOST);
        }
        var kept = needs.stream().limit(MOST_NEEDS).map(Wanted::of).toList();
        var goal = new OwnGoal(new GoalId(UUID.randomUUID()), person, name, kept, Terms.USUAL, time.instant());
        rows.insert(goal);
        return goal.id();
    }

    /// @throws NotFoundException when it is not hers
    OwnGoal one(PersonId person, GoalId id) {
        return rows.one(person, id).orElseThrow(() -> new NotFoundException("goal"));
    }

    /// Newest first.
    List<OwnGoal> of(PersonId person) {
        return rows.of(person);
    }

    /// She contests what is asked for: takes a skill out or back, weighs it otherwise, or adds one.
    ///
    /// @param importance above 0 and at most 1
    /// @throws NotFoundException when the goal is not hers
    /// @throws InputException when there is no such skill
    @Transactional
    public void want(PersonId person, GoalId id, ConceptUri skill, double importance, Level level, boolean dropped) {
        var goal = rows.forChange(person, id).orElseThrow(() -> new NotFoundException("goal"));
        var needs = new ArrayList<>(goal.needs());
        var place = needs.stream().map(Wanted::skill).toList().indexOf(skill.value());
        if (place >= 0) {
            needs.set(place, needs.get(place).changed(importance, level.steps(), dropped));
        } else if (taxonomies.skill(skill).isPresent() && needs.size() < MOST_NEEDS) {
            needs.add(Wanted.of(new Goal.Need(skill, importance, level, List.of(new Goal.Because.Chosen()))));
        } else {
            throw new InputException(Fault.of("skill", "navigate.skill.unknown"));
        }
        rows.needs(person, id, needs);
    }

    /// Plans from now on under other terms.
    ///
    /// @throws NotFoundException when the goal is not hers
    @Transactional
    public void plan(PersonId person, GoalId id, UnaryOperator<Terms> change) {
        var goal = rows.forChange(person, id).orElseThrow(() -> new NotFoundException("goal"));
        rows.terms(person, id, change.apply(goal.terms()));
    }

    /// Forgets a goal with its plans. What she enrolled in stays.
    ///
    /// @throws NotFoundException when it is not hers
    @Transactional
    public void forget(PersonId person, GoalId id) {
        one(person, id);
        rows.delete(person, id);
    }
}
