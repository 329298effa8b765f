package org.cairn.server.navigate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.web.NotFoundException;
import org.cairn.skills.gap.Gap;
import org.cairn.skills.gap.Level;
import org.cairn.skills.pathway.Outcome;
import org.cairn.skills.pathway.Plan;
import org.cairn.skills.pathway.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// For a learner's own program: her goals, what is missing, and the plan.
@RestController
@RequestMapping("/api/me/goals")
@Tag(name = "My goals")
class MyGoalsApi {
    private final Goals goals;
    private final Planning planning;
    private final Pathways pathways;
    private final Saying saying;

    MyGoalsApi(Goals goals, Planning planning, Pathways pathways, Saying saying) {
        this.goals = goals;
        this.planning = planning;
        this.pathways = pathways;
        this.saying = saying;
    }

    record InShort(UUID id, String title, double covered, long open) {}

    /// @param occupations URIs, at most five
    record Wish(@Nullable String title, @Nullable List<String> occupations) {}

    record Whole(UUID id, String title, double covered, List<Line> lines, Terms terms) {}

    /// @param level that is needed, from 1 to 4
    /// @param held 0 when nothing counts
    record Line(String skill, String label, Gap.State state, double importance, int level, int held) {}

    record Want(
            @Nullable String skill,
            @Nullable Double importance,
            @Nullable Integer level,
            @Nullable Boolean dropped) {}

    /// @param proven whether no plan closes more
    /// @param bound no plan closes more than this; left out when it is proven
    /// @param possible false when what was pinned cannot be kept to
    record PlanAnswer(
            boolean possible,
            boolean proven,
            Optional<Double> bound,
            double closes,
            BigDecimal cost,
            double hours,
            List<StepAnswer> steps,
            List<OpenAnswer> open) {}

    record StepAnswer(
            UUID offering, UUID version, LocalDate from, LocalDate to, BigDecimal cost, List<Closes> closes) {}

    record Closes(String skill, double from, double to, double share) {}

    record OpenAnswer(String skill, double share, List<Reason> reasons) {}

    record Following(UUID id, List<Progress> steps) {}

    record Progress(UUID offering, UUID version, LocalDate from, LocalDate to, Step.State state) {}

    @GetMapping
    List<InShort> list(@AuthenticationPrincipal SignedIn me, Locale locale) {
        var all = goals.of(me.person());
        var gaps = planning.gaps(me.person(), all, locale);
        return IntStream.range(0, all.size())
                .mapToObj(n -> inShort(all.get(n), gaps.get(n)))
                .toList();
    }

    private static InShort inShort(OwnGoal goal, Gap gap) {
        return new InShort(
                goal.id().value(), goal.title(), gap.covered(), gap.lines().size() - gap.count(Gap.State.MET));
    }

    @Operation(summary = "A goal of what occupations ask for")
    @PostMapping
    ResponseEntity<Whole> make(@AuthenticationPrincipal SignedIn me, @RequestBody Wish wish, Locale locale) {
        var uris = Optional.ofNullable(wish.occupations()).orElse(List.of()).stream()
                .limit(GoalPages.MOST_OCCUPATIONS)
                .flatMap(uri -> Profiles.uri(uri).stream())
                .toList();
        var labels = saying.labels(uris, locale);
        var title = Optional.ofNullable(wish.title())
                .filter(text -> !text.isBlank())
                .orElseGet(
                        () -> String.join(" · ", uris.stream().map(labels::of).toList()));
        var id = goals.ofOccupations(me.person(), title, uris);
        return ResponseEntity.created(URI.create("/api/me/goals/" + id)).body(one(me, id.value(), locale));
    }

    @Operation(summary = "A goal with what is there and what is missing")
    @GetMapping("/{id}")
    Whole one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Locale locale) {
        var goal = goals.one(me.person(), new GoalId(id));
        var gap = planning.gap(me.person(), goal, locale);
        var labels = saying.labels(
                gap.lines().stream().map(line -> line.need().skill()).toList(), locale);
        return new Whole(
                id,
                goal.title(),
                gap.covered(),
                gap.lines().stream()
                        .map(line -> new Line(
                                line.need().skill().value(),
                                labels.of(line.need().skill()),
                                line.state(),
                                line.need().importance(),
                                line.need().level().steps(),
                                line.held().map(Level::steps).orElse(0)))
                        .toList(),
                goal.terms());
    }

    @Operation(summary = "Contest what is asked for: weigh a skill otherwise, take it out or back, add one")
    @PostMapping("/{id}/wants")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void want(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody Want want) {
        var goal = goals.one(me.person(), new GoalId(id));
        goals.want(
                me.person(),
                goal.id(),
                MySkillPages.uri(MySkillsApi.text(want.skill())),
                Math.clamp(Optional.ofNullable(want.importance()).orElse(1.0), 0.01, 1),
                Optional.ofNullable(want.level()).map(Level::ofSteps).orElse(Level.ASSUMED),
                Boolean.TRUE.equals(want.dropped()));
    }

    @Operation(summary = "The terms under which I plan; answered with the goal")
    @PutMapping("/{id}/terms")
    Whole terms(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody Terms terms, Locale locale) {
        var goal = goals.one(me.person(), new GoalId(id));
        // The form's reading holds both doors to the same bounds.
        var checked = TermsForm.of(terms).terms(terms);
        goals.plan(me.person(), goal.id(), _ -> checked);
        return one(me, id, locale);
    }

    @Operation(summary = "The best plan under my terms, with the proof or the bound")
    @GetMapping("/{id}/plan")
    PlanAnswer plan(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Locale locale) {
        var goal = goals.one(me.person(), new GoalId(id));
        var look = planning.look(me.person(), goal, locale);
        return switch (planning.plan(look)) {
            case Outcome.Proven(var plan) -> answer(plan, true, Optional.empty(), look);
            case Outcome.Bounded(var plan, var bound) -> answer(plan, false, Optional.of(bound), look);
            case Outcome.Impossible _ ->
                new PlanAnswer(false, false, Optional.empty(), 0, BigDecimal.ZERO, 0, List.of(), List.of());
        };
    }

    private static PlanAnswer answer(Plan plan, boolean proven, Optional<Double> bound, Planning.Look look) {
        return new PlanAnswer(
                true,
                proven,
                bound,
                plan.value(),
                BigDecimal.valueOf(plan.totals().cents(), 2),
                plan.totals().hours(),
                plan.steps().stream().map(step -> step(step, look)).toList(),
                plan.open().stream()
                        .map(open -> new OpenAnswer(open.skill().value(), open.share(), open.reasons()))
                        .toList());
    }

    private static StepAnswer step(Plan.Step step, Planning.Look look) {
        var course = Optional.ofNullable(look.courses().get(step.offering())).orElseThrow();
        return new StepAnswer(
                course.offering().id().value(),
                course.spec().id().value(),
                look.calendar().begins(step.from()),
                look.calendar().ends(step.to()),
                BigDecimal.valueOf(step.cents(), 2),
                step.closes().stream()
                        .map(one -> new Closes(one.skill().value(), one.from(), one.to(), one.share()))
                        .toList());
    }

    @Operation(summary = "Follow the best plan from now on")
    @PostMapping("/{id}/pathway")
    Following follow(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Locale locale) {
        var goal = goals.one(me.person(), new GoalId(id));
        var look = planning.look(me.person(), goal, locale);
        Planning.found(planning.plan(look))
                .filter(plan -> !plan.steps().isEmpty())
                .ifPresent(plan -> pathways.follow(me.person(), look, plan));
        return pathway(me, id);
    }

    @Operation(summary = "The plan I follow, and how far each step is")
    @GetMapping("/{id}/pathway")
    Following pathway(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var goal = goals.one(me.person(), new GoalId(id));
        var pathway = pathways.current(me.person(), goal.id()).orElseThrow(() -> new NotFoundException("pathway"));
        return new Following(
                pathway.id().value(),
                pathways.progress(me.person(), pathway).stream()
                        .map(going -> new Progress(
                                going.step().offering(),
                                going.step().version(),
                                going.step().from(),
                                going.step().to(),
                                going.state()))
                        .toList());
    }

    @Operation(summary = "Forget a goal with its plans")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        goals.forget(me.person(), new GoalId(id));
    }
}
