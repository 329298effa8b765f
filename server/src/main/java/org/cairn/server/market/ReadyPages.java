package org.cairn.server.market;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.Sure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Tables of figures that were counted elsewhere.
@Controller
@RequestMapping("/o/{organisation}/market/figures")
class ReadyPages {
    private final ReadyFigures figures;
    private final MarketWords words;
    private final Flash flash;

    ReadyPages(ReadyFigures figures, MarketWords words, Flash flash) {
        this.figures = figures;
        this.words = words;
        this.flash = flash;
    }

    @GetMapping("/new")
    String blank(@ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting, Model model, Locale locale) {
        return form(acting, "", false, model, locale);
    }

    @PostMapping("/new")
    String upload(
            @ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam MultipartFile file,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        try (var in = file.getInputStream()) {
            figures.receive(acting, name, shared, in);
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            return form(acting, name, shared, model, locale);
        }
        flash.ok(next, locale, "market.ready.stored");
        return "redirect:" + DeskPages.home(acting);
    }

    private String form(Acting acting, String name, boolean shared, Model model, Locale locale) {
        model.addAttribute("home", DeskPages.home(acting));
        model.addAttribute("name", name);
        model.addAttribute("shared", shared);
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        model.addAttribute(
                "crumbs",
                DeskPages.crumbs(
                        acting, words, locale, new MarketWords.Crumb("", words.text("market.ready.title", locale))));
        return "market/figures-new";
    }

    @PostMapping("/{id}/delete")
    String delete(
            @ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var found = figures.get(acting, new SeriesId(id));
        var home = DeskPages.home(acting);
        if (!sure) {
            return new Sure(found.name(), "market.ready.delete", home + "/figures/" + id + "/delete", home, Map.of())
                    .ask(model);
        }
        figures.delete(acting, found.id());
        flash.ok(next, locale, "market.ready.deleted");
        return "redirect:" + home;
    }
}
