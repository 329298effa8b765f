package org.cairn.server.stack;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.web.Flash;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.Sure;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.rule.Constraint;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A learner's stacks: how far she is, what she could take, registering, claiming.
@Controller
@RequestMapping("/portfolio/stacks")
class MyStackPages {
    private static final int MOST_TAKEN = 30;

    private final LearnerStacks stacks;
    private final Registrations registrations;
    private final StackClaims claims;
    private final DecisionWords words;
    private final MessageSource messages;
    private final Flash flash;

    MyStackPages(
            LearnerStacks stacks,
            Registrations registrations,
            StackClaims claims,
            DecisionWords words,
            MessageSource messages,
            Flash flash) {
        this.stacks = stacks;
        this.registrations = registrations;
        this.claims = claims;
        this.words = words;
        this.messages = messages;
        this.flash = flash;
    }

    /// One step of the trail above a page.
    record Crumb(String href, String text) {}

    /// A microcredential to tick.
    record Choice(String value, String title, String from, String time, boolean chosen) {}

    /// What would be otherwise.
    ///
    /// @param closes titles of the places that would be filled
    /// @param opens titles of those that would be no longer
    record Otherwise(DecisionView decision, List<String> closes, List<String> opens) {}

    /// A claim in a list.
    record ClaimLine(String href, String status, String on) {}

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String q,
            Model model,
            Locale locale) {
        var search = q.length() > 100 ? q.substring(0, 100) : q;
        var all = stacks.list(me.person(), search, locale);
        model.addAttribute("q", search);
        model.addAttribute(
                "mine", all.stream().filter(LearnerStacks.Entry::registered).toList());
        model.addAttribute(
                "counting",
                all.stream()
                        .filter(entry -> !entry.registered() && entry.counting() > 0)
                        .toList());
        model.addAttribute(
                "others",
                all.stream()
                        .filter(entry -> !entry.registered() && entry.counting() == 0)
                        .toList());
        model.addAttribute("crumbs", crumbs(locale));
        return "stack/mine/list";
    }

    @GetMapping("/{version}")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID version,
            @RequestParam(defaultValue = "") List<String> take,
            Model model,
            Locale locale) {
        var look = stacks.look(me.person(), stacks.version(new StackVersionId(version)));
        var rule = words.rule(look.version(), locale);
        var title = stacks.title(look.version(), locale);
        model.addAttribute("title", title);
        model.addAttribute("institution", stacks.institution(look.version()));
        model.addAttribute("awarded", stacks.awarded(look.version(), locale));
        model.addAttribute("awardedHref", "/catalogue/" + look.version().awards());
        model.addAttribute("number", look.version().number());
        model.addAttribute("home", "/portfolio/stacks/" + version);
        model.addAttribute("rule", rule.text());
        model.addAttribute("decision", stacks.view(look, look.decision(), locale));
        model.addAttribute("picture", PictureView.of(stacks.diagram(look, look.decision(), locale), rule.wording()));
        registration(look, model, rule.wording());
        model.addAttribute("claims", claimLines(me, look.version(), rule.wording()));
        model.addAttribute("canClaim", canClaim(me, look));
        whatIf(look, new LinkedHashSet<>(take.stream().limit(MOST_TAKEN).toList()), model, locale);
        model.addAttribute("crumbs", crumbs(locale, new Crumb("", title)));
        return "stack/mine/stack";
    }

    private void registration(LearnerStacks.Look look, Model model, Wording wording) {
        var registered = look.registration();
        var here = registered.filter(now -> now.version().equals(look.version().id()));
        model.addAttribute("registered", here.isPresent());
        model.addAttribute("registeredOn", here.map(now -> wording.day(now.on())));
        model.addAttribute(
                "registeredElsewhere",
                registered.filter(_ -> here.isEmpty()).map(now -> "/portfolio/stacks/" + now.version()));
        model.addAttribute("canRegister", registered.isEmpty() && stacks.isOpen(look.version()));
        model.addAttribute("newer", stacks.newer(look.version()).map(version -> "/portfolio/stacks/" + version.id()));
        model.addAttribute("leaving", registered.map(Registration::leaving).orElse(false));
        model.addAttribute(
                "exit",
                here.isPresent()
                        && look.version().rule().constraints().stream()
                                .anyMatch(Constraint.ExitOnly.class::isInstance));
    }

    private List<ClaimLine> claimLines(SignedIn me, StackVersion version, Wording wording) {
        return claims.of(me.person(), version.stack()).stream()
                .map(claim -> new ClaimLine(
                        "/portfolio/stacks/claims/" + claim.id(),
                        claim.status().name(),
                        wording.day(Days.of(claim.claimedAt()))))
                .toList();
    }

    private boolean canClaim(SignedIn me, LearnerStacks.Look look) {
        return Decisions.isMet(look.decision())
                && claims.of(me.person(), look.version().stack()).stream()
                        .noneMatch(claim -> claim.status().isOpen() || claim.status() == Claim.Status.CONFIRMED);
    }

    private void whatIf(LearnerStacks.Look look, Set<String> take, Model model, Locale locale) {
        var wording = new Wording(messages, locale);
        model.addAttribute(
                "choices",
                look.courses().stream()
                        .map(course -> new Choice(
                                course.key(),
                                course.spec().content().titleIn(locale),
                                course.from(),
                                wording.say("fix.time", wording.days(course.days())),
                                take.contains(course.key())))
                        .toList());
        model.addAttribute(
                "otherwise",
                take.isEmpty() ? Optional.empty() : Optional.of(otherwise(look, stacks.whatIf(look, take), locale)));
    }

    private Otherwise otherwise(LearnerStacks.Look look, Decision then, Locale locale) {
        return new Otherwise(
                stacks.view(look, then, locale), stacks.closes(look, then, locale), stacks.opens(look, then, locale));
    }

    @PostMapping("/{version}/register")
    String register(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID version, RedirectAttributes next, Locale locale) {
        registrations.register(me, new StackVersionId(version));
        flash.ok(next, locale, "stackme.registered.done");
        return "redirect:/portfolio/stacks/" + version;
    }

    /// What would change with the newer version, before she goes over to it.
    @GetMapping("/{version}/upgrade")
    String upgrade(@AuthenticationPrincipal SignedIn me, @PathVariable UUID version, Model model, Locale locale) {
        var newer = stacks.version(new StackVersionId(version));
        var now = registrations
                .current(me.person(), newer.stack())
                .map(registration -> stacks.version(registration.version()))
                .filter(held -> held.number() < newer.number())
                .orElseThrow(() -> new NotFoundException("registration"));
        var before = stacks.look(me.person(), now);
        var after = stacks.look(me.person(), newer);
        var title = stacks.title(newer, locale);
        model.addAttribute("title", title);
        model.addAttribute("before", stacks.view(before, before.decision(), locale));
        model.addAttribute("after", stacks.view(after, stacks.asRegistered(after), locale));
        model.addAttribute("beforeRule", words.rule(now, locale).text());
        model.addAttribute("afterRule", words.rule(newer, locale).text());
        model.addAttribute("beforeNumber", now.number());
        model.addAttribute("afterNumber", newer.number());
        model.addAttribute("action", "/portfolio/stacks/" + version + "/upgrade");
        model.addAttribute("cancel", "/portfolio/stacks/" + now.id());
        model.addAttribute("crumbs", crumbs(locale, new Crumb("", title)));
        return "stack/mine/upgrade";
    }

    @PostMapping("/{version}/upgrade")
    String goOver(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID version, RedirectAttributes next, Locale locale) {
        registrations.upgrade(me, new StackVersionId(version));
        flash.ok(next, locale, "stackme.upgraded.done");
        return "redirect:/portfolio/stacks/" + version;
    }

    @PostMapping("/{version}/leaving")
    String leaving(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID version,
            @RequestParam(defaultValue = "false") boolean leaving,
            RedirectAttributes next,
            Locale locale) {
        registrations.leaving(me, stacks.version(new StackVersionId(version)).stack(), leaving);
        flash.ok(next, locale, leaving ? "stackme.leaving.done" : "stackme.staying.done");
        return "redirect:/portfolio/stacks/" + version;
    }

    @PostMapping("/{version}/leave")
    String leave(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID version,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var held = stacks.version(new StackVersionId(version));
        var home = "/portfolio/stacks/" + version;
        if (!sure) {
            return new Sure(stacks.title(held, locale), "stackme.leave", home + "/leave", home, Map.of()).ask(model);
        }
        registrations.withdraw(me, held.stack());
        flash.ok(next, locale, "stackme.left.done");
        return "redirect:/portfolio/stacks";
    }

    @PostMapping("/{version}/claim")
    String claim(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID version, RedirectAttributes next, Locale locale) {
        return switch (claims.claim(me, new StackVersionId(version))) {
            case ClaimOutcome.Waiting(var claim) -> {
                flash.ok(next, locale, "stackme.claimed.waiting");
                yield "redirect:/portfolio/stacks/claims/" + claim;
            }
            case ClaimOutcome.Conferred(var claim) -> {
                flash.ok(next, locale, "stackme.claimed.conferred");
                yield "redirect:/portfolio/stacks/claims/" + claim;
            }
            case ClaimOutcome.NotMet _ -> {
                flash.warn(next, locale, "stackme.claimed.unmet");
                yield "redirect:/portfolio/stacks/" + version;
            }
        };
    }

    private List<Crumb> crumbs(Locale locale, Crumb... below) {
        return trail(messages, locale, below);
    }

    static List<Crumb> trail(MessageSource messages, Locale locale, Crumb... below) {
        return Stream.concat(
                        Stream.of(
                                new Crumb("/portfolio", messages.getMessage("portfolio.list.title", null, locale)),
                                new Crumb("/portfolio/stacks", messages.getMessage("stackme.title", null, locale))),
                        Arrays.stream(below))
                .toList();
    }
}
