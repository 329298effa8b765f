package org.cairn.server.navigate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.taxonomy.Concept;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.Languages;
import org.cairn.server.web.Sure;
import org.cairn.skills.gap.Gap;
import org.cairn.skills.gap.Goal;
import org.cairn.skills.gap.Level;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A person's goals: choosing one, what lies between it and her, and contesting what it asks for.
@Controller
@RequestMapping("/portfolio/goals")
class GoalPages {
    static final String HOME = "/portfolio/goals";
    static final int MOST_OCCUPATIONS = 5;

    private final Goals goals;
    private final Planning planning;
    private final Pathways pathways;
    private final ConceptSearch search;
    private final TextReader texts;
    private final Saying saying;
    private final Flash flash;

    GoalPages(
            Goals goals,
            Planning planning,
            Pathways pathways,
            ConceptSearch search,
            TextReader texts,
            Saying saying,
            Flash flash) {
        this.goals = goals;
        this.planning = planning;
        this.pathways = pathways;
        this.search = search;
        this.texts = texts;
        this.saying = saying;
        this.flash = flash;
    }

    /// @param pathway address of the plan she follows for it; empty when there is none
    record Row(String href, String title, String covered, long open, java.util.Optional<String> pathway) {}

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String q,
            Model model,
            Locale locale) {
        return list(me, q, Map.of(), model, locale);
    }

    private String list(SignedIn me, String q, Map<String, String> errors, Model model, Locale locale) {
        model.addAttribute("base", HOME);
        search.show(q, Concept.Kind.OCCUPATION, model, locale);
        model.addAttribute("errors", errors);
        model.addAttribute("rows", rows(me, locale));
        model.addAttribute(
                "crumbs", Trail.to(saying, locale, new Trail("", saying.say(locale, "navigate.goals.title"))));
        return "navigate/goals";
    }

    private List<Row> rows(SignedIn me, Locale locale) {
        var all = goals.of(me.person());
        var gaps = planning.gaps(me.person(), all, locale);
        return IntStream.range(0, all.size())
                .mapToObj(n -> row(me, all.get(n), gaps.get(n), locale))
                .toList();
    }

    private Row row(SignedIn me, OwnGoal goal, Gap gap, Locale locale) {
        return new Row(
                HOME + "/" + goal.id(),
                goal.title(),
                saying.percent(gap.covered(), locale),
                gap.lines().size() - gap.count(Gap.State.MET),
                pathways.current(me.person(), goal.id()).map(one -> PathwayPages.HOME + "/" + one.id()));
    }

    /// A goal of one occupation or several.
    @PostMapping
    String choose(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") List<String> occupation,
            Locale locale) {
        var uris = occupation.stream()
                .limit(MOST_OCCUPATIONS)
                .flatMap(uri -> Profiles.uri(uri).stream())
                .toList();
        var labels = saying.labels(uris, locale);
        var title = String.join(" · ", uris.stream().map(labels::of).toList());
        var id = goals.ofOccupations(me.person(), title.isEmpty() ? "–" : title, uris);
        return "redirect:" + HOME + "/" + id;
    }

    /// A goal of what a text asks for: a posting, a role, her own words.
    @PostMapping("/text")
    String read(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        try {
            return switch (texts.read(text, locale)) {
                case TextReader.Reading.Preparing(var percent) -> {
                    flash.warn(next, locale, "navigate.text.preparing", percent);
                    yield "redirect:" + HOME;
                }
                case TextReader.Reading.Done(var found, var lexical) -> {
                    var id = goals.ofSkills(
                            me.person(),
                            title,
                            found.stream().map(GoalPages::need).toList());
                    if (lexical) {
                        flash.warn(next, locale, "navigate.text.lexical");
                    } else {
                        flash.ok(next, locale, "navigate.goal.made");
                    }
                    yield "redirect:" + HOME + "/" + id;
                }
            };
        } catch (InputException e) {
            model.addAttribute("title", title);
            model.addAttribute("text", text);
            return list(me, "", saying.errors(e, locale), model, locale);
        }
    }

    private static Goal.Need need(TextReader.Found found) {
        return new Goal.Need(
                found.skill(),
                Math.clamp(found.confidence(), 0.05, 1),
                Level.ASSUMED,
                List.of(new Goal.Because.Found(found.words())));
    }

    @GetMapping("/{id}")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            Model model,
            Locale locale) {
        var goal = goals.one(me.person(), new GoalId(id));
        var gap = planning.gap(me.person(), goal, locale);
        var dropped = goal.needs().stream().filter(Wanted::dropped).toList();
        var labels = saying.labels(
                dropped.stream().map(each -> new ConceptUri(each.skill())).toList(), locale);
        model.addAttribute("home", HOME + "/" + id);
        model.addAttribute("title", goal.title());
        model.addAttribute("gap", GapView.of(gap, saying, locale, isMirrored(locale)));
        model.addAttribute(
                "dropped",
                dropped.stream()
                        .map(each -> new Dropped(
                                each.skill(),
                                labels.of(new ConceptUri(each.skill())),
                                Math.round(each.importance() * 100),
                                each.level()))
                        .toList());
        model.addAttribute("levels", saying.levels(locale));
        search.show(q, Concept.Kind.SKILL, model, locale);
        model.addAttribute("verifiedOnly", goal.terms().verified());
        model.addAttribute(
                "pathway", pathways.current(me.person(), goal.id()).map(p -> PathwayPages.HOME + "/" + p.id()));
        model.addAttribute("crumbs", crumbs(goal, locale));
        return "navigate/goal";
    }

    record Dropped(String value, String label, long weight, int level) {}

    static boolean isMirrored(Locale locale) {
        return Languages.direction(locale).equals("rtl");
    }

    private List<Trail> crumbs(OwnGoal goal, Locale locale) {
        return Trail.to(
                saying,
                locale,
                new Trail(HOME, saying.say(locale, "navigate.goals.title")),
                new Trail("", goal.title()));
    }

    /// Takes a skill out of what the goal asks for or back, weighs it otherwise, or adds one.
    ///
    /// @param weight in per cent
    @PostMapping("/{id}/want")
    String want(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String skill,
            @RequestParam(defaultValue = "100") int weight,
            @RequestParam(defaultValue = "2") int level,
            @RequestParam(defaultValue = "false") boolean dropped,
            RedirectAttributes next,
            Locale locale) {
        var goal = goals.one(me.person(), new GoalId(id));
        goals.want(
                me.person(),
                goal.id(),
                MySkillPages.uri(skill),
                Math.clamp(weight, 1, 100) / 100.0,
                Level.ofSteps(level),
                dropped);
        flash.ok(next, locale, dropped ? "navigate.want.dropped" : "navigate.want.saved");
        return "redirect:" + HOME + "/" + id;
    }

    @PostMapping("/{id}/forget")
    String forget(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var goal = goals.one(me.person(), new GoalId(id));
        if (!sure) {
            return new Sure(goal.title(), "navigate.forget", HOME + "/" + id + "/forget", HOME + "/" + id, Map.of())
                    .ask(model);
        }
        goals.forget(me.person(), goal.id());
        flash.ok(next, locale, "navigate.forgotten");
        return "redirect:" + HOME;
    }
}
