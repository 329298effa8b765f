package org.cairn.server.employer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.PageWords;
import org.cairn.server.web.PageWords.Crumb;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One endorsement: how it stands, taking it back, saying it again of a newer version; and declining a request.
@Controller
@RequestMapping("/o/{organisation}/endorsements")
class EndorsementPage {
    private final Endorsements endorsements;
    private final EndorsementRequests requests;
    private final EndorsementLists lists;
    private final Specs specs;
    private final PageWords words;
    private final Flash flash;

    EndorsementPage(
            Endorsements endorsements,
            EndorsementRequests requests,
            EndorsementLists lists,
            Specs specs,
            PageWords words,
            Flash flash) {
        this.endorsements = endorsements;
        this.requests = requests;
        this.lists = lists;
        this.specs = specs;
        this.words = words;
        this.flash = flash;
    }

    @GetMapping("/{id}")
    String show(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @PathVariable UUID id,
            Locale locale,
            Model model) {
        var endorsement = endorsements.seen(acting, new EndorsementId(id));
        var isOwn = endorsement.organisation().equals(acting.organisationId());
        fill(acting, endorsement, locale, model);
        model.addAttribute(
                "mayAct",
                isOwn && acting.may(Role.EMPLOYER) && endorsement.endedAt().isEmpty());
        model.addAttribute(
                "isOutdated", isOwn && endorsements.newer(endorsement).isPresent());
        return "employer/endorsement";
    }

    private void fill(Acting acting, Endorsement endorsement, Locale locale, Model model) {
        var home = EndorsementPages.home(acting);
        var line = lists.lines(List.of(endorsement), locale).getFirst();
        model.addAttribute("base", home + "/" + endorsement.id());
        model.addAttribute("line", line);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(home, words.say(locale, "employer.given.title")),
                        new Crumb("", line.kind() + " · " + line.version())));
    }

    @GetMapping("/{id}/withdraw")
    String askToWithdraw(@ActingAs(Role.EMPLOYER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        fill(acting, endorsements.own(acting, new EndorsementId(id)), locale, model);
        return "employer/withdraw";
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String confirmation,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var endorsement = endorsements.own(acting, new EndorsementId(id));
        try {
            if (!confirmation.equals("true")) {
                throw new InputException(Fault.of("confirmation", "employer.withdraw.confirm"));
            }
            endorsements.withdraw(acting, endorsement.id(), reason);
        } catch (InputException e) {
            words.refuse(e, model, response, locale);
            model.addAttribute("reason", reason);
            return askToWithdraw(acting, id, locale, model);
        }
        flash.ok(next, locale, "employer.withdraw.done");
        return "redirect:" + EndorsementPages.home(acting) + "/" + id;
    }

    /// What changed since the version that was endorsed, and the step to endorse the newest.
    @GetMapping("/{id}/renew")
    String askToRenew(@ActingAs(Role.EMPLOYER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        var endorsement = endorsements.own(acting, new EndorsementId(id));
        var newest = endorsements.newer(endorsement).orElseThrow(() -> new ConflictException("employer.renew.none"));
        var old = specs.published(endorsement.version()).orElseThrow();
        fill(acting, endorsement, locale, model);
        model.addAttribute("newest", lists.name(newest, locale));
        model.addAttribute("newestHref", "/catalogue/" + newest.id());
        model.addAttribute("changes", VersionChanges.between(old.content(), newest.content(), words, locale));
        model.addAttribute("months", EndorsementForm.USUAL_MONTHS);
        return "employer/renew";
    }

    /// Field `months`; `do=decline` leaves the newest version without it.
    @PostMapping("/{id}/renew")
    String renew(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String months,
            @RequestParam(name = "do", defaultValue = "renew") String deed,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var endorsement = endorsements.own(acting, new EndorsementId(id));
        if (deed.equals("decline")) {
            endorsements.decline(acting, endorsement.id());
            flash.ok(next, locale, "employer.renew.declined");
            return "redirect:" + EndorsementPages.home(acting);
        }
        try {
            endorsements.renew(acting, endorsement.id(), months);
        } catch (InputException e) {
            words.refuse(e, model, response, locale);
            var page = askToRenew(acting, id, locale, model);
            model.addAttribute("months", months);
            return page;
        }
        flash.ok(next, locale, "employer.endorse.done", 1);
        return "redirect:" + EndorsementPages.home(acting);
    }

    @GetMapping("/requests/{id}/decline")
    String askToDecline(@ActingAs(Role.EMPLOYER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        model.addAttribute("base", EndorsementPages.home(acting));
        model.addAttribute(
                "asked",
                lists.asked(List.of(requests.waiting(acting, id)), locale).getFirst());
        return "employer/decline";
    }

    @PostMapping("/requests/{id}/decline")
    String decline(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        requests.waiting(acting, id);
        try {
            requests.decline(acting, id, reason);
        } catch (InputException e) {
            words.refuse(e, model, response, locale);
            model.addAttribute("reason", reason);
            return askToDecline(acting, id, locale, model);
        }
        flash.ok(next, locale, "employer.ask.declined");
        return "redirect:" + EndorsementPages.home(acting);
    }
}
