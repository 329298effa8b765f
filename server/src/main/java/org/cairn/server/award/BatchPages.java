package org.cairn.server.award;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.award.AwardForms.Crumb;
import org.cairn.server.award.Batch.Row.State;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Awarding a class: send a file, look at what would happen, say yes, watch, and take the outcomes along.
@Controller
@RequestMapping("/o/{organisation}/awards/import")
class BatchPages {
    private static final int SHOWN = 200;

    private final Batches batches;
    private final BatchRowRepository rows;
    private final AwardForms forms;
    private final Flash flash;

    BatchPages(Batches batches, BatchRowRepository rows, AwardForms forms, Flash flash) {
        this.batches = batches;
        this.rows = rows;
        this.forms = forms;
        this.flash = flash;
    }

    /// A row with its reason in words.
    record Line(Batch.Row row, String words) {}

    @GetMapping
    String blank(
            @ActingAs(Role.ISSUER) Acting acting,
            @RequestParam(defaultValue = "") String spec,
            Model model,
            Locale locale) {
        return form(acting, spec, "", DateOrder.UNDECLARED.name(), model, locale);
    }

    @PostMapping
    String upload(
            @ActingAs(Role.ISSUER) Acting acting,
            @RequestParam(defaultValue = "") String spec,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "UNDECLARED") String order,
            @RequestParam MultipartFile file,
            Model model,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        try {
            var upload = new Batches.Upload(
                    version(spec), String.valueOf(file.getOriginalFilename()), file.getBytes(), order(order), date);
            return "redirect:" + here(acting, batches.preview(acting, upload, locale));
        } catch (InputException e) {
            forms.refuse(e.faults(), model, response, locale);
            return form(acting, spec, date, order, model, locale);
        }
    }

    private String form(Acting acting, String spec, String date, String order, Model model, Locale locale) {
        model.addAttribute("home", AwardForms.home(acting));
        model.addAttribute("specs", forms.specOptions(acting, locale));
        model.addAttribute(
                "orders",
                forms.options(
                        "award.order.",
                        Stream.of(DateOrder.values()).map(Enum::name).toList(),
                        locale));
        model.addAttribute("spec", spec);
        model.addAttribute("date", date);
        model.addAttribute("order", order);
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        model.addAttribute(
                "crumbs", forms.crumbs(acting, locale, new Crumb("", forms.text("award.import.title", locale))));
        return "award/import";
    }

    /// The page of one file, whatever its stage.
    @GetMapping("/{id}")
    String show(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        var batch = batches.get(acting, new BatchId(id));
        model.addAttribute("batch", batch);
        model.addAttribute("here", here(acting, batch.id()));
        model.addAttribute("home", AwardForms.home(acting));
        model.addAttribute(
                "specTitle",
                forms.specTitles(acting, locale)
                        .getOrDefault(batch.spec().value().toString(), ""));
        model.addAttribute("ignored", String.join(", ", batch.source().ignored()));
        model.addAttribute("bad", lines(batch, State.BAD, locale));
        model.addAttribute("already", lines(batch, State.ALREADY, locale));
        model.addAttribute("ready", lines(batch, State.READY, locale));
        model.addAttribute("shown", SHOWN);
        model.addAttribute(
                "crumbs",
                forms.crumbs(acting, locale, new Crumb("", batch.source().fileName())));
        return switch (batch.status()) {
            case PREVIEW -> "award/preview";
            case QUEUED, RUNNING -> "award/progress";
            case DONE, CANCELLED -> "award/outcome";
        };
    }

    private List<Line> lines(Batch batch, State state, Locale locale) {
        return rows.page(batch, state, SHOWN, 0).stream()
                .map(r -> new Line(
                        r, r.reason().map(why -> forms.words(why, locale)).orElse("")))
                .toList();
    }

    /// The moving part of the progress page. When the work is over it sends the browser to the outcome.
    @GetMapping("/{id}/progress")
    String progress(
            @ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, Model model, HttpServletResponse response) {
        var batch = batches.get(acting, new BatchId(id));
        model.addAttribute("batch", batch);
        model.addAttribute("here", here(acting, batch.id()));
        if (!batch.status().isUnderWay()) {
            response.setHeader("HX-Redirect", here(acting, batch.id()));
        }
        return "award/progress :: moving";
    }

    @PostMapping("/{id}/confirm")
    String confirm(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id) {
        batches.confirm(acting, new BatchId(id));
        return "redirect:" + here(acting, new BatchId(id));
    }

    @PostMapping("/{id}/cancel")
    String cancel(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, RedirectAttributes next, Locale locale) {
        batches.cancel(acting, new BatchId(id));
        flash.warn(next, locale, "award.batch.stopping");
        return "redirect:" + here(acting, new BatchId(id));
    }

    @PostMapping("/{id}/discard")
    String discard(
            @ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, RedirectAttributes next, Locale locale) {
        batches.discard(acting, new BatchId(id));
        flash.ok(next, locale, "award.batch.discarded");
        return "redirect:" + AwardForms.home(acting);
    }

    static SpecVersionId version(String text) {
        try {
            return new SpecVersionId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new InputException(Fault.of("spec", "award.new.noSpec"));
        }
    }

    static DateOrder order(String name) {
        return Arrays.stream(DateOrder.values())
                .filter(o -> o.name().equals(name))
                .findFirst()
                .orElse(DateOrder.UNDECLARED);
    }

    static String here(Acting acting, BatchId id) {
        return AwardForms.home(acting) + "/import/" + id;
    }
}
