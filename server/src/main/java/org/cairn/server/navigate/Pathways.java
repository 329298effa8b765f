package org.cairn.server.navigate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.PersonId;
import org.cairn.server.offering.OfferingId;
import org.cairn.server.offering.Offerings;
import org.cairn.server.web.NotFoundException;
import org.cairn.skills.pathway.Plan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Plans that people follow. Table `pathway`. Durable when a method returns; thread-safe.
@Service
class Pathways {
    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Begun begun;
    private final Profiles profiles;
    private final Offerings offerings;
    private final InstantSource time;

    Pathways(
            JdbcClient jdbc, JsonMapper json, Begun begun, Profiles profiles, Offerings offerings, InstantSource time) {
        this.jdbc = jdbc;
        this.json = json;
        this.begun = begun;
        this.profiles = profiles;
        this.offerings = offerings;
        this.time = time;
    }

    /// A step with how far it is.
    record Going(Step step, Step.State state) {}

    /// She follows this plan from now on; the one she followed for the goal before ends.
    @Transactional
    public PathwayId follow(PersonId person, Planning.Look look, Plan plan) {
        var now = time.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("update pathway set ended_at = :at where goal_id = :goal and ended_at is null")
                .param("at", now)
                .param("goal", look.goal().id().value())
                .update();
        var id = new PathwayId(UUID.randomUUID());
        jdbc.sql("""
                insert into pathway (id, person_id, goal_id, steps, made_at)
                values (:id, :person, :goal, :steps::json, :at)
                """)
                .param("id", id.value())
                .param("person", person.value())
                .param("goal", look.goal().id().value())
                .param(
                        "steps",
                        json.writeValueAsString(plan.steps().stream()
                                .map(step -> step(look, step))
                                .toList()))
                .param("at", now)
                .update();
        return id;
    }

    private static Step step(Planning.Look look, Plan.Step step) {
        var course = look.courses().get(step.offering());
        if (course == null) {
            throw new IllegalStateException("a plan of what is not in its instance: " + step.offering());
        }
        var starts = course.offering().terms().startsOn();
        var ends = course.offering().terms().endsOn();
        return new Step(
                course.offering().id().value(),
                course.spec().id().value(),
                course.spec().content().title(),
                starts.orElseGet(() -> look.calendar().begins(step.from())),
                ends.filter(_ -> starts.isPresent())
                        .orElseGet(() -> look.calendar().ends(step.to())),
                step.cents(),
                step.closes().stream().map(closing -> closing.skill().value()).toList());
    }

    /// The plan she follows for a goal.
    Optional<Pathway> current(PersonId person, GoalId goal) {
        return jdbc.sql("""
                select * from pathway where person_id = :person and goal_id = :goal and ended_at is null
                """)
                .param("person", person.value())
                .param("goal", goal.value())
                .query((row, n) -> pathway(row))
                .optional();
    }

    /// @throws NotFoundException when it is not hers
    Pathway one(PersonId person, PathwayId id) {
        return jdbc.sql("select * from pathway where id = :id and person_id = :person")
                .param("id", id.value())
                .param("person", person.value())
                .query((row, n) -> pathway(row))
                .optional()
                .orElseThrow(() -> new NotFoundException("pathway"));
    }

    /// How far each step is: a credential or the provider's word that it was completed makes it done.
    List<Going> progress(PersonId person, Pathway pathway) {
        var held = profiles.held(person);
        var latest = begun.of(person);
        var today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        return pathway.steps().stream()
                .map(step -> new Going(
                        step,
                        held.contains(new SpecVersionId(step.version()))
                                ? Step.State.DONE
                                : Optional.ofNullable(latest.get(new OfferingId(step.offering())))
                                        .map(enrolment -> switch (enrolment.status()) {
                                            case ENROLLED -> Step.State.ENROLLED;
                                            case COMPLETED -> Step.State.DONE;
                                            case FAILED -> Step.State.FAILED;
                                            case WITHDRAWN -> Step.State.DROPPED;
                                        })
                                        .orElseGet(() -> isOpen(step, today) ? Step.State.PLANNED : Step.State.MISSED)))
                .toList();
    }

    private boolean isOpen(Step step, LocalDate today) {
        return offerings
                .one(new OfferingId(step.offering()))
                .filter(offering -> offering.isOpenOn(today))
                .isPresent();
    }

    private Pathway pathway(ResultSet row) throws SQLException {
        return new Pathway(
                new PathwayId(row.getObject("id", UUID.class)),
                new GoalId(row.getObject("goal_id", UUID.class)),
                json.readValue(row.getString("steps"), STEPS),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(java.sql.Timestamp::toInstant));
    }
}
