package org.cairn.server.hiring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.server.hiring.HiringWords.Crumb;
import org.cairn.server.hiring.HiringWords.Option;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.verify.Checked;
import org.cairn.server.verify.Refusal;
import org.cairn.server.verify.Verification;
import org.cairn.server.verify.Verified;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.RateLimits;
import org.cairn.server.web.Sure;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Checking one applicant against a role: a share link or a file in, one line for each skill out. Nothing is stored
/// unless the employer says so.
@Controller
@RequestMapping("/o/{organisation}")
class CheckPages {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit("applicant-check", 60, Duration.ofMinutes(1));

    private final Roles roles;
    private final Checks checks;
    private final Verification verification;
    private final Exports exports;
    private final Sight sight;
    private final HiringWords words;
    private final RateLimits limits;
    private final Flash flash;

    CheckPages(
            Roles roles,
            Checks checks,
            Verification verification,
            Exports exports,
            Sight sight,
            HiringWords words,
            RateLimits limits,
            Flash flash) {
        this.roles = roles;
        this.checks = checks;
        this.verification = verification;
        this.exports = exports;
        this.sight = sight;
        this.words = words;
        this.limits = limits;
        this.flash = flash;
    }

    static String here(Acting acting, CheckId id) {
        return HiringWords.home(acting) + "/checks/" + id;
    }

    /// What was typed beside the file; shown again as it was when something is wrong.
    record Typed(String text, boolean keep, String reference, int days) {}

    @GetMapping("/roles/{id}/check")
    String form(@ActingAs(Role.EMPLOYER) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        return form(acting, role(acting, id), new Typed("", false, "", 90), model, locale);
    }

    private RoleProfile role(Acting acting, UUID id) {
        return roles.one(acting.organisationId(), new RoleId(id));
    }

    private String form(Acting acting, RoleProfile role, Typed typed, Model model, Locale locale) {
        model.addAttribute("role", role);
        model.addAttribute("here", RolePages.here(acting, role.id()));
        model.addAttribute("typed", typed);
        model.addAttribute(
                "days",
                Checks.DAYS.stream()
                        .sorted()
                        .map(days -> new Option(days.toString(), words.text("hiring.days", locale, days)))
                        .toList());
        HiringWords.unlessRefused(model);
        model.addAttribute("crumbs", crumbs(acting, role, locale));
        return "hiring/check";
    }

    private List<Crumb> crumbs(Acting acting, RoleProfile role, Locale locale) {
        return HiringWords.crumbs(
                acting,
                new Crumb(RolePages.base(acting), words.text("hiring.roles.title", locale)),
                new Crumb(RolePages.here(acting, role.id()), role.title()),
                new Crumb("", words.text("hiring.check.title", locale)));
    }

    @PostMapping("/roles/{id}/check")
    String check(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(name = "file", required = false) List<MultipartFile> files,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale)
            throws IOException {
        var role = role(acting, id);
        var typed = typed(sent);
        try {
            if (!limits.permits(LIMIT, acting.organisationId().toString())) {
                throw new InputException(Fault.of("text", "verify.busy"));
            }
            if (role.skills().isEmpty()) {
                throw new InputException(Fault.of("text", "hiring.role.empty"));
            }
            if (typed.keep()) {
                Checks.checkKeeping(typed.reference(), typed.days());
            }
            var result = checks.result(role, reports(files, typed.text(), request));
            if (typed.keep()) {
                var kept = checks.keep(acting, role.id(), typed.reference(), typed.days(), result);
                return "redirect:" + here(acting, kept);
            }
            return shown(acting, role, result, model, locale);
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            return form(acting, role, typed, model, locale);
        }
    }

    private static Typed typed(Map<String, String> sent) {
        var text = sent.getOrDefault("text", "");
        var days = sent.getOrDefault("days", "90");
        return new Typed(
                text.length() > 100_000 ? "" : text,
                sent.getOrDefault("keep", "").equals("true"),
                sent.getOrDefault("reference", ""),
                days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0);
    }

    private List<Checked> reports(List<MultipartFile> files, String text, HttpServletRequest request)
            throws IOException {
        var file = files == null
                ? List.<MultipartFile>of()
                : files.stream().filter(each -> !each.isEmpty()).toList();
        var verified = file.isEmpty() ? verification.pasted(text, request) : document(file.getFirst());
        return switch (verified) {
            case Verified.Reports(var reports) -> reports;
            case Verified.Nothing(var why) ->
                throw new InputException(Fault.of(file.isEmpty() ? "text" : "file", why.key()));
        };
    }

    private Verified document(MultipartFile file) throws IOException {
        if (file.getSize() > Verification.MAX_BYTES) {
            return new Verified.Nothing(Refusal.TOO_LARGE);
        }
        var type = file.getContentType();
        return verification.document(file.getBytes(), type == null ? "" : type);
    }

    private String shown(Acting acting, RoleProfile role, ApplicantCheck.Result result, Model model, Locale locale) {
        model.addAttribute("kept", false);
        model.addAttribute("reference", "");
        result(role.title(), result, model, locale);
        model.addAttribute("again", RolePages.here(acting, role.id()) + "/check");
        model.addAttribute("crumbs", crumbs(acting, role, locale));
        return "hiring/result";
    }

    private void result(String title, ApplicantCheck.Result result, Model model, Locale locale) {
        model.addAttribute("roleTitle", title);
        model.addAttribute("lines", sight.rows(result.lines(), result.credentials(), locale));
        model.addAttribute("cards", sight.cards(result.credentials(), locale));
    }

    @GetMapping("/checks/{id}")
    String kept(@ActingAs(Role.EMPLOYER) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        var check = checks.one(acting, new CheckId(id));
        model.addAttribute("kept", true);
        model.addAttribute("reference", check.reference());
        model.addAttribute("madeAt", HiringWords.moment(check.madeAt(), locale));
        model.addAttribute("deleteAt", HiringWords.day(check.deleteAt(), locale));
        model.addAttribute("number", check.role().number());
        result(check.role().title(), check.result(), model, locale);
        model.addAttribute("here", here(acting, check.id()));
        model.addAttribute("again", RolePages.here(acting, check.role().role()) + "/check");
        model.addAttribute(
                "crumbs",
                HiringWords.crumbs(
                        acting,
                        new Crumb(RolePages.base(acting), words.text("hiring.roles.title", locale)),
                        new Crumb(
                                RolePages.here(acting, check.role().role()),
                                check.role().title()),
                        new Crumb("", check.reference())));
        return "hiring/result";
    }

    /// A kept check for other systems.
    @GetMapping("/checks/{id}/{format:ler-rs.json|ats.json|ats.csv}")
    ResponseEntity<byte[]> export(
            @ActingAs(Role.EMPLOYER) Acting acting, @PathVariable UUID id, @PathVariable String format) {
        var check = checks.one(acting, new CheckId(id));
        checks.exported(acting, check.id());
        return exports.file(format, Export.of(check));
    }

    @PostMapping("/checks/{id}/delete")
    String delete(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var check = checks.one(acting, new CheckId(id));
        if (!sure) {
            var here = here(acting, check.id());
            return new Sure(check.reference(), "hiring.check.delete", here + "/delete", here, Map.of()).ask(model);
        }
        checks.delete(acting, check.id());
        flash.ok(next, locale, "hiring.check.deleted");
        return "redirect:" + RolePages.base(acting);
    }
}
