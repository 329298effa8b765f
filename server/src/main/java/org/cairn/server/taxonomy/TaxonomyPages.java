package org.cairn.server.taxonomy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Operators;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Sure;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The platform's own staff bring releases in, choose the current one and take old ones away. To everybody
/// else these pages do not exist.
@Controller
@RequestMapping("/operator/taxonomies")
class TaxonomyPages {
    private static final String HOME = "/operator/taxonomies";
    private static final int MOST_FILES = 20;

    private final Operators operators;
    private final Imports imports;
    private final Uploads uploads;
    private final MessageSource messages;
    private final Flash flash;

    TaxonomyPages(Operators operators, Imports imports, Uploads uploads, MessageSource messages, Flash flash) {
        this.operators = operators;
        this.imports = imports;
        this.uploads = uploads;
        this.messages = messages;
        this.flash = flash;
    }

    /// @param state for the chip
    record Row(String href, String name, String state, String since, boolean mayBecomeCurrent, boolean mayGo) {}

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Locale locale, Model model) {
        operators.require(me);
        return list("", Map.of(), locale, model);
    }

    private String list(String version, Map<String, String> errors, Locale locale, Model model) {
        model.addAttribute(
                "rows",
                imports.all().stream().map(release -> row(release, locale)).toList());
        model.addAttribute("version", version);
        model.addAttribute("errors", errors);
        return "taxonomy/operator";
    }

    private Row row(Release release, Locale locale) {
        var running = imports.progress(release.id()).map(Progress::state).filter(state -> state != Progress.State.DONE);
        return new Row(
                HOME + "/" + release.id(),
                release.scheme().toString(),
                running.map(TaxonomyPages::chip).orElse(release.isCurrent() ? "ACTIVE" : "READY"),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(release.createdAt()),
                release.ready() && !release.isCurrent(),
                !release.isCurrent()
                        && running.filter(Progress.State.RUNNING::equals).isEmpty());
    }

    private static String chip(Progress.State state) {
        return switch (state) {
            case RUNNING -> "RUNNING";
            case DONE -> "READY";
            case FAILED -> "FAILED";
            case CANCELLED -> "CANCELLED";
        };
    }

    private record Uploaded(MultipartFile file) implements Uploads.Incoming {
        @Override
        public String name() {
            return String.valueOf(file.getOriginalFilename());
        }

        @Override
        public InputStream open() throws IOException {
            return file.getInputStream();
        }
    }

    @PostMapping("/import")
    String bring(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "false") boolean current,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        operators.require(me);
        try {
            var wish = new Imports.Wish(me.actor(), version(version), current);
            var id = imports.begin(uploads.keep(chosen(files)), wish);
            flash.ok(next, locale, "taxonomy.import.begun");
            return "redirect:" + HOME + "/" + id;
        } catch (InputException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return list(version, words(e, locale), locale, model);
        }
    }

    private static List<Uploaded> chosen(@Nullable List<MultipartFile> files) {
        var chosen = Optional.ofNullable(files).orElse(List.of()).stream()
                .filter(file -> !file.isEmpty())
                .map(Uploaded::new)
                .toList();
        if (chosen.isEmpty()) {
            throw new InputException(Fault.of("files", "taxonomy.import.files.missing"));
        }
        if (chosen.size() > MOST_FILES
                || chosen.stream()
                        .anyMatch(file -> !file.name().toLowerCase(Locale.ROOT).endsWith(".zip"))) {
            throw new InputException(Fault.of("files", "taxonomy.import.files.form", MOST_FILES));
        }
        return chosen;
    }

    private static Optional<String> version(String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        if (!typed.strip().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            throw new InputException(Fault.of("version", "taxonomy.import.version.form"));
        }
        return Optional.of(typed.strip());
    }

    private Map<String, String> words(InputException refused, Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        refused.faults()
                .forEach(fault -> errors.putIfAbsent(
                        fault.field(),
                        messages.getMessage(fault.key(), fault.args().toArray(), locale)));
        return errors;
    }

    @GetMapping("/{id}")
    String release(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Locale locale, Model model) {
        operators.require(me);
        var release = imports.release(new TaxonomyId(id));
        model.addAttribute("row", row(release, locale));
        model.addAttribute("faults", imports.faults(release.id()));
        progress(release, model);
        return "taxonomy/release";
    }

    @GetMapping("/{id}/progress")
    String progress(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        operators.require(me);
        progress(imports.release(new TaxonomyId(id)), model);
        return "taxonomy/progress";
    }

    private void progress(Release release, Model model) {
        model.addAttribute("poll", HOME + "/" + release.id() + "/progress");
        imports.progress(release.id()).ifPresent(progress -> {
            model.addAttribute("progress", progress);
            model.addAttribute("percent", progress.percent());
            model.addAttribute("running", progress.state() == Progress.State.RUNNING);
        });
    }

    @PostMapping("/{id}/current")
    String current(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next, Locale locale) {
        operators.require(me);
        imports.makeCurrent(new TaxonomyId(id), me.actor());
        flash.ok(next, locale, "taxonomy.current.done");
        return "redirect:" + HOME;
    }

    @PostMapping("/{id}/cancel")
    String cancel(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        operators.require(me);
        var release = imports.release(new TaxonomyId(id));
        if (!sure) {
            return ask(release, "cancel", model);
        }
        imports.cancel(release.id(), me.actor());
        flash.ok(next, locale, "taxonomy.cancel.done");
        return "redirect:" + HOME;
    }

    @PostMapping("/{id}/delete")
    String delete(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        operators.require(me);
        var release = imports.release(new TaxonomyId(id));
        if (!sure) {
            return ask(release, "delete", model);
        }
        imports.delete(release.id(), me.actor());
        flash.ok(next, locale, "taxonomy.delete.done");
        return "redirect:" + HOME;
    }

    private static String ask(Release release, String deed, Model model) {
        return new Sure(
                        release.scheme().toString(),
                        "taxonomy." + deed,
                        HOME + "/" + release.id() + "/" + deed,
                        HOME + "/" + release.id(),
                        Map.of())
                .ask(model);
    }
}
