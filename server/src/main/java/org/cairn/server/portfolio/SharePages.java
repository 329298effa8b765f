package org.cairn.server.portfolio;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.issue.CredentialId;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.portfolio.PortfolioPages.Crumb;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// My links: what I showed to whom, until when, and who looked.
@Controller
@RequestMapping("/portfolio/shares")
class SharePages {
    private final OwnShares shares;
    private final Portfolio portfolio;
    private final CairnSettings settings;
    private final InstantSource time;
    private final MessageSource messages;
    private final Flash flash;

    SharePages(
            OwnShares shares,
            Portfolio portfolio,
            CairnSettings settings,
            InstantSource time,
            MessageSource messages,
            Flash flash) {
        this.shares = shares;
        this.portfolio = portfolio;
        this.settings = settings;
        this.time = time;
        this.messages = messages;
        this.flash = flash;
    }

    /// One choice of a form.
    record Option(String value, String label) {}

    @ModelAttribute("untilOptions")
    List<Option> untilOptions(Locale locale) {
        return Stream.of(ShareForm.Until.values())
                .map(u -> new Option(u.name(), words("portfolio.share.until." + u, locale)))
                .toList();
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model model, Locale locale) {
        var titles = titles(me, locale);
        var now = time.instant();
        model.addAttribute(
                "rows",
                shares.of(me.person()).stream()
                        .map(s -> ShareRow.of(s, titles, locale, now))
                        .toList());
        model.addAttribute("crumbs", crumbs(locale, new Crumb("", words("portfolio.shares.title", locale))));
        return "portfolio/shares";
    }

    @GetMapping("/new")
    String blank(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") List<UUID> credential,
            Model model,
            Locale locale) {
        return form(me, ShareForm.blank(credential), Map.of(), model, locale);
    }

    @PostMapping
    ModelAndView make(@AuthenticationPrincipal SignedIn me, ShareForm form, Model model, Locale locale) {
        try {
            var id = shares.create(me.person(), form.wish(time.instant()));
            return new ModelAndView("redirect:/portfolio/shares/" + id);
        } catch (InputException e) {
            return refused(form(me, form, errors(e, locale), model, locale), model);
        }
    }

    @GetMapping("/{id}")
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model, Locale locale) {
        return show(me, new ShareId(id), ShareForm.blank(List.of()), Map.of(), model, locale);
    }

    @GetMapping("/{id}/qr.svg")
    ResponseEntity<String> qr(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return PortfolioFiles.qr(
                settings.address(shares.path(me.person(), new ShareId(id))).toString());
    }

    @PostMapping("/{id}/end")
    String end(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next, Locale locale) {
        shares.end(me.person(), new ShareId(id));
        flash.ok(next, locale, "portfolio.share.ended");
        return "redirect:/portfolio/shares";
    }

    @PostMapping("/{id}/extend")
    ModelAndView extend(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            ShareForm form,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        try {
            shares.extend(me.person(), new ShareId(id), form.expiry(time.instant()));
            flash.ok(next, locale, "portfolio.share.extended");
            return new ModelAndView("redirect:/portfolio/shares/" + id);
        } catch (InputException e) {
            return refused(show(me, new ShareId(id), form, errors(e, locale), model, locale), model);
        }
    }

    private String form(SignedIn me, ShareForm form, Map<String, String> errors, Model model, Locale locale) {
        var now = time.instant();
        model.addAttribute(
                "sheets",
                portfolio.of(me.person()).held().stream()
                        .map(h -> Sheet.of(h, locale, now))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "crumbs",
                crumbs(
                        locale,
                        new Crumb("/portfolio/shares", words("portfolio.shares.title", locale)),
                        new Crumb("", words("portfolio.share.new", locale))));
        return "portfolio/share-new";
    }

    private String show(
            SignedIn me, ShareId id, ShareForm form, Map<String, String> errors, Model model, Locale locale) {
        var share = shares.one(me.person(), id);
        var path = shares.path(me.person(), id);
        model.addAttribute("row", ShareRow.of(share, titles(me, locale), locale, time.instant()));
        model.addAttribute("path", path);
        model.addAttribute("link", settings.address(path));
        model.addAttribute(
                "openings",
                shares.openings(me.person(), id).stream()
                        .map(o -> ShareRow.Visited.of(o, locale))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "crumbs",
                crumbs(
                        locale,
                        new Crumb("/portfolio/shares", words("portfolio.shares.title", locale)),
                        new Crumb("", words("portfolio.share.title", locale))));
        return "portfolio/share";
    }

    private Map<CredentialId, Phrase> titles(SignedIn me, Locale locale) {
        var now = time.instant();
        return portfolio.of(me.person()).held().stream()
                .map(h -> Sheet.of(h, locale, now))
                .collect(Collectors.toMap(Sheet::id, Sheet::title));
    }

    private Map<String, String> errors(InputException e, Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        e.faults()
                .forEach(f -> errors.put(
                        f.field(), messages.getMessage(f.key(), f.args().toArray(), locale)));
        return errors;
    }

    private List<Crumb> crumbs(Locale locale, Crumb... below) {
        return Crumb.below(new Crumb("/portfolio", words("portfolio.list.title", locale)), below);
    }

    private String words(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static ModelAndView refused(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.BAD_REQUEST);
    }
}
