package org.cairn.server.navigate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.taxonomy.Concept;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.skills.gap.Level;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What a person can do, with what speaks for it: from credentials, from what she says, from a text of hers.
@Controller
@RequestMapping("/portfolio/skills")
class MySkillPages {
    static final String HOME = "/portfolio/skills";
    private static final int MOST_DECIDED = 200;

    private final Profiles profiles;
    private final SaidSkills own;
    private final ConceptSearch search;
    private final TextReader texts;
    private final Saying saying;
    private final Flash flash;

    MySkillPages(
            Profiles profiles, SaidSkills own, ConceptSearch search, TextReader texts, Saying saying, Flash flash) {
        this.profiles = profiles;
        this.own = own;
        this.search = search;
        this.texts = texts;
        this.saying = saying;
        this.flash = flash;
    }

    /// What was found in a text, for her to decide.
    ///
    /// @param confidence in per cent
    record Suggestion(String skill, String label, String words, String confidence) {}

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String q,
            Model model,
            Locale locale) {
        model.addAttribute("base", HOME);
        search.show(q, Concept.Kind.SKILL, model, locale);
        model.addAttribute("rows", EvidenceView.of(profiles.of(me.person(), locale), saying, locale));
        model.addAttribute("levels", saying.levels(locale));
        model.addAttribute(
                "crumbs", Trail.to(saying, locale, new Trail("", saying.say(locale, "navigate.skills.title"))));
        return "navigate/skills";
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String skill,
            @RequestParam(defaultValue = "2") int level,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes next,
            Locale locale) {
        own.note(
                me.person(),
                List.of(new SaidSkills.Said(uri(skill), OwnSkill.Origin.TOLD, true, Level.ofSteps(level), words)));
        flash.ok(next, locale, "navigate.skill.noted");
        return "redirect:" + HOME;
    }

    @PostMapping("/forget")
    String forget(
            @AuthenticationPrincipal SignedIn me, @RequestParam String skill, RedirectAttributes next, Locale locale) {
        own.forget(me.person(), uri(skill));
        flash.ok(next, locale, "navigate.skill.forgotten");
        return "redirect:" + HOME;
    }

    /// Reads a text and shows what was found in it. Nothing is kept until she decides.
    @PostMapping("/text")
    String read(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        return switch (texts.read(text, locale)) {
            case TextReader.Reading.Preparing(var percent) -> {
                flash.warn(next, locale, "navigate.text.preparing", percent);
                yield "redirect:" + HOME;
            }
            case TextReader.Reading.Done(var found, var lexical) -> {
                var decided = own.of(me.person()).stream().map(OwnSkill::skill).collect(Collectors.toSet());
                var fresh = found.stream()
                        .filter(one -> !decided.contains(one.skill()))
                        .toList();
                model.addAttribute("base", HOME);
                model.addAttribute("lexical", lexical);
                model.addAttribute("known", found.size() - fresh.size());
                model.addAttribute("levels", saying.levels(locale));
                model.addAttribute(
                        "suggestions",
                        fresh.stream().map(one -> suggestion(one, locale)).toList());
                model.addAttribute(
                        "crumbs",
                        Trail.to(
                                saying,
                                locale,
                                new Trail(HOME, saying.say(locale, "navigate.skills.title")),
                                new Trail("", saying.say(locale, "navigate.found.title"))));
                yield "navigate/found";
            }
        };
    }

    private Suggestion suggestion(TextReader.Found one, Locale locale) {
        return new Suggestion(one.skill().value(), one.label(), one.words(), saying.percent(one.confidence(), locale));
    }

    /// Keeps what she decided: fields `skill`, `words` and `level` come once for each, `take` for those she has.
    @PostMapping("/decide")
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") List<String> skill,
            @RequestParam(required = false, defaultValue = "") List<String> take,
            @RequestParam Map<String, String> fields,
            RedirectAttributes next,
            Locale locale) {
        if (skill.size() > MOST_DECIDED) {
            throw new InputException(Fault.of("skill", "navigate.skill.many", MOST_DECIDED));
        }
        var said = new ArrayList<SaidSkills.Said>();
        IntStream.range(0, skill.size())
                .mapToObj(n -> new SaidSkills.Said(
                        uri(skill.get(n)),
                        OwnSkill.Origin.TEXT,
                        take.contains(skill.get(n)),
                        level(fields.getOrDefault("level." + n, "")),
                        fields.getOrDefault("words." + n, "")))
                .forEach(said::add);
        own.note(me.person(), said);
        flash.ok(
                next,
                locale,
                "navigate.decided",
                said.stream().filter(SaidSkills.Said::accepted).count());
        return "redirect:" + HOME;
    }

    private static Level level(String typed) {
        return typed.matches("[1-4]") ? Level.ofSteps(Integer.parseInt(typed)) : Level.ASSUMED;
    }

    static ConceptUri uri(String typed) {
        return Profiles.uri(typed.strip())
                .orElseThrow(() -> new InputException(Fault.of("skill", "navigate.skill.unknown")));
    }
}
