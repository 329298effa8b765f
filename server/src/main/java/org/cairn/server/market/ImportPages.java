package org.cairn.server.market;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.SafeCsv;
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

/// Sending a file of postings, watching it being read, and taking it back.
@Controller
@RequestMapping("/o/{organisation}/market/imports")
class ImportPages {
    private static final int SHOWN = 200;

    private final PostingImports imports;
    private final Extraction extraction;
    private final MarketWords words;
    private final Flash flash;

    ImportPages(PostingImports imports, Extraction extraction, MarketWords words, Flash flash) {
        this.imports = imports;
        this.extraction = extraction;
        this.words = words;
        this.flash = flash;
    }

    @GetMapping("/new")
    String blank(@ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting, Model model, Locale locale) {
        return form(acting, new PostingImport.Wish("", "", "", "", false), model, locale);
    }

    @PostMapping("/new")
    String upload(
            @ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam MultipartFile file,
            Model model,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var wish =
                new PostingImport.Wish(String.valueOf(file.getOriginalFilename()), source, language, country, shared);
        try (var in = file.getInputStream()) {
            return "redirect:" + here(acting, imports.receive(acting, wish, in));
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            return form(acting, wish, model, locale);
        }
    }

    private String form(Acting acting, PostingImport.Wish wish, Model model, Locale locale) {
        model.addAttribute("home", DeskPages.home(acting));
        model.addAttribute("wish", wish);
        model.addAttribute(
                "countries",
                Stream.of(Locale.getISOCountries())
                        .map(code -> new MarketWords.Option(code, words.country(code, locale)))
                        .sorted(java.util.Comparator.comparing(MarketWords.Option::label))
                        .toList());
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        model.addAttribute(
                "crumbs",
                DeskPages.crumbs(
                        acting, words, locale, new MarketWords.Crumb("", words.text("market.import.title", locale))));
        return "market/import-new";
    }

    /// A row that is no posting, in words.
    record Line(long line, String reason, String detail) {}

    @GetMapping("/{id}")
    String show(
            @ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        var found = standing(acting, id, model);
        model.addAttribute("faults", lines(found, SHOWN, locale));
        model.addAttribute("shown", SHOWN);
        model.addAttribute(
                "crumbs",
                DeskPages.crumbs(
                        acting,
                        words,
                        locale,
                        new MarketWords.Crumb("", found.wish().fileName())));
        return "market/import";
    }

    /// The moving part alone, for a page that asks again.
    @GetMapping("/{id}/progress")
    String progress(@ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting, @PathVariable UUID id, Model model) {
        standing(acting, id, model);
        return "market/import :: moving";
    }

    private PostingImport standing(Acting acting, UUID id, Model model) {
        var found = imports.get(acting, new ImportId(id));
        var counts = found.counts();
        model.addAttribute("found", found);
        model.addAttribute("here", here(acting, found.id()));
        model.addAttribute("kilobytes", Math.max(1, counts.bytes() >> 10));
        model.addAttribute(
                "kilobytesRead",
                found.status().isUnderWay() ? counts.bytesRead() >> 10 : Math.max(1, counts.bytes() >> 10));
        model.addAttribute("moving", found.status().isUnderWay() || (counts.waiting() > 0 && extraction.ready()));
        model.addAttribute("ready", extraction.ready());
        model.addAttribute("counts", counts);
        return found;
    }

    private List<Line> lines(PostingImport of, int limit, Locale locale) {
        return imports.faults(of, limit).stream()
                .map(fault ->
                        new Line(fault.line(), words.text("market.fault." + fault.fault(), locale), fault.detail()))
                .toList();
    }

    /// Rows that are no postings, to mend and send again.
    @GetMapping("/{id}/faults.csv")
    ResponseEntity<byte[]> faults(
            @ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting, @PathVariable UUID id, Locale locale) {
        var found = imports.get(acting, new ImportId(id));
        return SafeCsv.file(
                "faults.csv",
                Stream.of("line", "reason", "detail")
                        .map(key -> words.text("market.column." + key, locale))
                        .toList(),
                lines(found, Integer.MAX_VALUE, locale).stream()
                        .map(line -> List.of(Long.toString(line.line()), line.reason(), line.detail()))
                        .toList());
    }

    @PostMapping("/{id}/stop")
    String stop(
            @ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting,
            @PathVariable UUID id,
            RedirectAttributes next,
            Locale locale) {
        imports.cancel(acting, new ImportId(id));
        flash.warn(next, locale, "market.import.stopping");
        return "redirect:" + here(acting, new ImportId(id));
    }

    @PostMapping("/{id}/delete")
    String delete(
            @ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var found = imports.get(acting, new ImportId(id));
        if (!sure) {
            var here = here(acting, found.id());
            return new Sure(found.wish().fileName(), "market.import.delete", here + "/delete", here, Map.of())
                    .ask(model);
        }
        imports.delete(acting, found.id());
        flash.ok(next, locale, "market.import.deleted");
        return "redirect:" + DeskPages.home(acting);
    }

    static String here(Acting acting, ImportId id) {
        return DeskPages.home(acting) + "/imports/" + id;
    }
}
