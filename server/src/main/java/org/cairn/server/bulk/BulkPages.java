package org.cairn.server.bulk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.hiring.Exports;
import org.cairn.server.hiring.HiringWords;
import org.cairn.server.hiring.HiringWords.Crumb;
import org.cairn.server.hiring.HiringWords.Option;
import org.cairn.server.hiring.RoleId;
import org.cairn.server.hiring.Roles;
import org.cairn.server.hiring.Sight;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.ConflictException;
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

/// Many files at once: sending them, watching them being checked, reading and deleting what was found.
@Controller
@RequestMapping("/o/{organisation}/verifications")
class BulkPages {
    private static final int A_PAGE = 25;

    private final BulkRuns runs;
    private final BulkReports reports;
    private final Webhooks webhooks;
    private final Roles roles;
    private final Sight sight;
    private final Exports exports;
    private final HiringWords words;
    private final RateLimits limits;
    private final Flash flash;

    BulkPages(
            BulkRuns runs,
            BulkReports reports,
            Webhooks webhooks,
            Roles roles,
            Sight sight,
            Exports exports,
            HiringWords words,
            RateLimits limits,
            Flash flash) {
        this.runs = runs;
        this.reports = reports;
        this.webhooks = webhooks;
        this.roles = roles;
        this.sight = sight;
        this.exports = exports;
        this.words = words;
        this.limits = limits;
        this.flash = flash;
    }

    static String base(Acting acting) {
        return HiringWords.home(acting) + "/verifications";
    }

    record Row(String href, String name, String status, int done, int total, String madeAt, String deleteAt) {}

    record Typed(String name, String role, String keepDays) {}

    @GetMapping
    String list(@ActingAs({Role.EMPLOYER, Role.ISSUER}) Acting acting, Model model, Locale locale) {
        return list(acting, new Typed("", "", Integer.toString(BulkRuns.USUAL_DAYS)), model, locale);
    }

    private String list(Acting acting, Typed typed, Model model, Locale locale) {
        model.addAttribute(
                "rows",
                runs.of(acting).stream().map(run -> row(acting, run, locale)).toList());
        model.addAttribute("typed", typed);
        model.addAttribute(
                "roles",
                roles.of(acting.organisationId()).stream()
                        .filter(role ->
                                role.archivedAt().isEmpty() && !role.skills().isEmpty())
                        .map(role -> new Option(role.id().toString(), role.title()))
                        .toList());
        model.addAttribute(
                "days",
                BulkRuns.DAYS.stream()
                        .sorted()
                        .map(days -> new Option(days.toString(), words.text("hiring.days", locale, days)))
                        .toList());
        model.addAttribute("base", base(acting));
        HiringWords.unlessRefused(model);
        model.addAttribute("crumbs", HiringWords.crumbs(acting, new Crumb("", words.text("bulk.title", locale))));
        return "bulk/list";
    }

    private static Row row(Acting acting, BulkRun run, Locale locale) {
        return new Row(
                base(acting) + "/" + run.id(),
                run.name(),
                run.status().name(),
                run.done(),
                run.total(),
                HiringWords.moment(run.madeAt(), locale),
                HiringWords.day(run.deleteAt(), locale));
    }

    @PostMapping
    String begin(
            @ActingAs({Role.EMPLOYER, Role.ISSUER}) Acting acting,
            @RequestParam(name = "file", required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "30") String keepDays,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        var typed = new Typed(name, role, keepDays);
        try {
            if (!limits.permits(BulkApi.LIMIT, acting.organisationId().toString())) {
                throw new InputException(Fault.of("file", "bulk.often"));
            }
            var sent = files == null
                    ? List.<MultipartFile>of()
                    : files.stream().filter(file -> !file.isEmpty()).toList();
            var begun = runs.begin(acting, wish(acting, typed, locale), taker -> BulkApi.addAll(sent, taker));
            return "redirect:" + base(acting) + "/" + begun.id();
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            return list(acting, typed, model, locale);
        } catch (ConflictException e) {
            words.refuse(List.of(new Fault("file", e.key(), e.args())), model, response, locale);
            return list(acting, typed, model, locale);
        }
    }

    private BulkRun.Wish wish(Acting acting, Typed typed, Locale locale) {
        var name = typed.name().isBlank() ? words.text("bulk.name.usual", locale) : typed.name();
        var days = typed.keepDays().matches("[0-9]{1,3}") ? Integer.parseInt(typed.keepDays()) : 0;
        var role = uuid(typed.role()).map(id -> roles.freeze(acting, new RoleId(id)));
        return new BulkRun.Wish(name, role, days, Optional.empty());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new InputException(Fault.of("role", "bulk.role.form"));
        }
    }

    /// @param same number of an earlier document with the same credential; 0 for none
    record Entry(
            int position,
            String name,
            BulkReport.State state,
            String refusal,
            int same,
            List<Sight.Card> cards,
            List<Sight.Row> lines) {}

    record Count(String label, long count) {}

    @GetMapping("/{id}")
    String one(
            @ActingAs({Role.EMPLOYER, Role.ISSUER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            Locale locale) {
        var run = progress(acting, id, model, locale);
        var report = reports.of(run);
        var pages = Math.max(1, (report.entries().size() + A_PAGE - 1) / A_PAGE);
        var number = page.matches("[1-9][0-9]{0,4}") ? Math.min(pages, Integer.parseInt(page)) : 1;
        model.addAttribute(
                "entries",
                report.entries().stream()
                        .skip((number - 1L) * A_PAGE)
                        .limit(A_PAGE)
                        .map(entry -> entry(entry, locale))
                        .toList());
        model.addAttribute(
                "counts",
                report.counts().entrySet().stream()
                        .map(count -> new Count(words.text("bulk.count." + count.getKey(), locale), count.getValue()))
                        .toList());
        model.addAttribute("page", number);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "roleTitle",
                run.role()
                        .map(role -> roles.version(run.organisation(), role).title())
                        .orElse(""));
        model.addAttribute("webhook", webhooks.of(run));
        model.addAttribute(
                "crumbs",
                HiringWords.crumbs(
                        acting, new Crumb(base(acting), words.text("bulk.title", locale)), new Crumb("", run.name())));
        return "bulk/run";
    }

    private Entry entry(BulkReport.Entry entry, Locale locale) {
        return new Entry(
                entry.position(),
                entry.name(),
                entry.state(),
                entry.refusal().map(code -> reports.refusal(code, locale)).orElse(""),
                entry.sameAs().orElse(0),
                sight.cards(entry.credentials(), locale),
                sight.rows(entry.lines(), entry.credentials(), locale));
    }

    /// The moving part alone, for a page that asks again.
    @GetMapping("/{id}/progress")
    String moving(
            @ActingAs({Role.EMPLOYER, Role.ISSUER}) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        progress(acting, id, model, locale);
        return "bulk/run :: moving";
    }

    private BulkRun progress(Acting acting, UUID id, Model model, Locale locale) {
        var run = runs.one(acting, new BulkRunId(id));
        model.addAttribute("run", run);
        model.addAttribute("moving", !run.isDone());
        model.addAttribute("madeAt", HiringWords.moment(run.madeAt(), locale));
        model.addAttribute("deleteAt", HiringWords.day(run.deleteAt(), locale));
        model.addAttribute("here", base(acting) + "/" + run.id());
        return run;
    }

    @GetMapping("/{id}/{format:report.csv|report.json}")
    ResponseEntity<byte[]> report(
            @ActingAs({Role.EMPLOYER, Role.ISSUER}) Acting acting, @PathVariable UUID id, @PathVariable String format) {
        var run = runs.one(acting, new BulkRunId(id));
        return format.equals("report.csv") ? reports.csv(run) : exports.json("verification.json", reports.of(run));
    }

    @PostMapping("/{id}/delete")
    String delete(
            @ActingAs({Role.EMPLOYER, Role.ISSUER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var run = runs.one(acting, new BulkRunId(id));
        if (!sure) {
            var here = base(acting) + "/" + run.id();
            return new Sure(run.name(), "bulk.delete", here + "/delete", here, Map.of()).ask(model);
        }
        runs.delete(acting, run.id());
        flash.ok(next, locale, "bulk.deleted");
        return "redirect:" + base(acting);
    }
}
