package org.cairn.server.employer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.PageWords;
import org.cairn.server.web.Sure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// An organisation says which domain is its own, puts the token there and has it looked for.
@Controller
@RequestMapping("/o/{organisation}/domain")
class DomainPages {
    private final Domains domains;
    private final PageWords words;
    private final Flash flash;

    DomainPages(Domains domains, PageWords words, Flash flash) {
        this.domains = domains;
        this.words = words;
        this.flash = flash;
    }

    @GetMapping
    String page(@ActingAs(Role.ADMIN) Acting acting, Locale locale, Model model) {
        return page(acting, "", locale, model);
    }

    private String page(Acting acting, String typed, Locale locale, Model model) {
        var claimed = domains.claimed(acting.organisationId());
        var proven = domains.of(acting.organisationId());
        model.addAttribute("acting", acting);
        model.addAttribute("base", home(acting));
        model.addAttribute(
                "typed",
                typed.isBlank() ? claimed.map(row -> row.domain().value()).orElse("") : typed);
        model.addAttribute("claimed", claimed.isPresent());
        model.addAttribute("domain", claimed.map(row -> row.domain().value()).orElse(""));
        model.addAttribute("token", claimed.map(DomainRepository.Row::token).orElse(""));
        model.addAttribute(
                "failing", claimed.map(DomainRepository.Row::failures).orElse(0) > 0 && proven.isPresent());
        model.addAttribute(
                "since", proven.map(p -> PageWords.day(p.since(), locale)).orElse(""));
        model.addAttribute(
                "checked",
                proven.map(p -> PageWords.minute(p.checkedAt(), locale)).orElse(""));
        model.addAttribute("file", DomainProof.FILE);
        model.addAttribute("record", DomainProof.RECORD);
        return "employer/domain";
    }

    @PostMapping
    String claim(
            @ActingAs(Role.ADMIN) Acting acting,
            @RequestParam(defaultValue = "") String domain,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        try {
            domains.claim(acting, domain);
        } catch (InputException e) {
            words.refuse(e, model, response, locale);
            return page(acting, domain, locale, model);
        }
        flash.ok(next, locale, "employer.domain.claimed");
        return "redirect:" + home(acting);
    }

    @PostMapping("/prove")
    String prove(
            @ActingAs(Role.ADMIN) Acting acting,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        try {
            domains.prove(acting);
        } catch (InputException e) {
            words.refuse(e, model, response, locale);
            return page(acting, "", locale, model);
        }
        flash.ok(next, locale, "employer.domain.proved");
        return "redirect:" + home(acting);
    }

    @PostMapping("/forget")
    String forget(
            @ActingAs(Role.ADMIN) Acting acting,
            @RequestParam(defaultValue = "false") boolean sure,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        if (!sure) {
            var what = domains.claimed(acting.organisationId())
                    .map(row -> row.domain().value())
                    .orElse("");
            return new Sure(what, "employer.domain.forget", home(acting) + "/forget", home(acting), Map.of())
                    .ask(model);
        }
        domains.forget(acting);
        flash.ok(next, locale, "employer.domain.forgotten");
        return "redirect:" + home(acting);
    }

    private static String home(Acting acting) {
        return "/o/" + acting.organisation().slug() + "/domain";
    }
}
