package org.cairn.server.stack;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.stack.MyStackPages.Crumb;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.Sure;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What came of a learner's claims: waiting, conferred, refused and why; appeal and withdrawal.
@Controller
@RequestMapping("/portfolio/stacks/claims/{id}")
class MyClaimPages {
    private final StackClaims claims;
    private final LearnerStacks stacks;
    private final DecisionWords words;
    private final MessageSource messages;
    private final Flash flash;

    MyClaimPages(StackClaims claims, LearnerStacks stacks, DecisionWords words, MessageSource messages, Flash flash) {
        this.claims = claims;
        this.stacks = stacks;
        this.words = words;
        this.messages = messages;
        this.flash = flash;
    }

    @GetMapping
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model, Locale locale) {
        return show(me, new ClaimId(id), "", Map.of(), model, locale);
    }

    private String show(
            SignedIn me, ClaimId id, String appeal, Map<String, String> errors, Model model, Locale locale) {
        var looked = claims.look(me, id);
        var claim = looked.claim();
        var title = stacks.title(looked.version(), locale);
        var wording = new Wording(messages, locale);
        model.addAttribute("title", title);
        model.addAttribute("institution", stacks.institution(looked.version()));
        model.addAttribute("stackHref", "/portfolio/stacks/" + looked.version().id());
        model.addAttribute("home", "/portfolio/stacks/claims/" + id);
        model.addAttribute("status", claim.status().name());
        model.addAttribute("claimedOn", wording.day(Days.of(claim.claimedAt())));
        model.addAttribute("decidedOn", claim.decidedAt().map(at -> wording.day(Days.of(at))));
        model.addAttribute("reason", claim.reason());
        model.addAttribute("appealed", claim.appeal());
        model.addAttribute(
                "canAppeal",
                claim.status() == Claim.Status.REFUSED && claim.appeal().isEmpty());
        model.addAttribute("canWithdraw", claim.status().isOpen());
        model.addAttribute("decision", words.view(looked.version(), looked.decision(), looked.items(), locale));
        model.addAttribute("appeal", appeal);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "crumbs",
                MyStackPages.trail(
                        messages,
                        locale,
                        new Crumb("/portfolio/stacks/" + looked.version().id(), title),
                        new Crumb("", messages.getMessage("stackme.claim.title", null, locale))));
        return "stack/mine/claim";
    }

    @PostMapping("/appeal")
    ModelAndView appeal(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String appeal,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        try {
            claims.appeal(me, new ClaimId(id), appeal);
        } catch (InputException e) {
            var view = show(me, new ClaimId(id), appeal, MyRecognitionPages.errors(e, messages, locale), model, locale);
            return new ModelAndView(view, model.asMap(), HttpStatus.BAD_REQUEST);
        }
        flash.ok(next, locale, "stackme.appealed.done");
        return new ModelAndView("redirect:/portfolio/stacks/claims/" + id);
    }

    @PostMapping("/withdraw")
    String withdraw(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var looked = claims.look(me, new ClaimId(id));
        var home = "/portfolio/stacks/claims/" + id;
        if (!sure) {
            var what = stacks.title(looked.version(), locale);
            return new Sure(what, "stackme.withdraw", home + "/withdraw", home, Map.of()).ask(model);
        }
        claims.withdraw(me, new ClaimId(id));
        flash.ok(next, locale, "stackme.withdrawn.done");
        return "redirect:/portfolio/stacks/" + looked.version().id();
    }
}
