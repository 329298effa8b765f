package org.cairn.server.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.ConflictException;
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

/// The designer's pages: the editor, publishing, deleting. The editor saves whatever can be taken and shows
/// the rest again as it was typed.
@Controller
@RequestMapping("/o/{organisation}/specs")
class SpecPages {
    private static final Pattern REMOVE = Pattern.compile("remove-([a-z]+)-(\\d{1,3})");

    private final Specs specs;
    private final Images images;
    private final SpecEditor editor;
    private final Flash flash;

    SpecPages(Specs specs, Images images, SpecEditor editor, Flash flash) {
        this.specs = specs;
        this.images = images;
        this.editor = editor;
        this.flash = flash;
    }

    @GetMapping("/new")
    String start(@ActingAs(Role.DESIGNER) Acting acting, Model model) {
        model.addAttribute("base", base(acting));
        model.addAttribute("title", "");
        return "catalogue/new";
    }

    @PostMapping("/new")
    String create(@ActingAs(Role.DESIGNER) Acting acting, @RequestParam String title, Locale locale, Model model) {
        if (title.isBlank() || title.length() > 500) {
            model.addAttribute("base", base(acting));
            model.addAttribute("title", title);
            model.addAttribute("error", editor.words(Fault.of("title", "catalogue.new.title.form"), locale));
            return "catalogue/new";
        }
        var form = SpecForm.sent(Map.of("title[" + locale.getLanguage() + "]", new String[] {title}));
        var id = specs.create(acting, form.content(Optional.empty()));
        return "redirect:" + base(acting) + "/" + id + "/edit";
    }

    @GetMapping("/{id}/edit")
    String edit(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        var draft = specs.draft(acting.organisationId(), new SpecId(id));
        editor.fill(model, acting, draft, SpecForm.of(draft.content()), List.of(), locale);
        return "catalogue/edit";
    }

    @PostMapping("/{id}/edit")
    String save(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam long revision,
            @RequestParam(name = "do", defaultValue = "save") String action,
            @RequestParam(required = false) Optional<MultipartFile> picture,
            HttpServletRequest request,
            RedirectAttributes next,
            Locale locale,
            Model model)
            throws IOException {
        var spec = new SpecId(id);
        var draft = specs.draft(acting.organisationId(), spec);
        var form = changed(SpecForm.sent(request.getParameterMap()), action);
        var faults = new ArrayList<Fault>();
        var image = action.equals("remove-picture")
                ? Optional.<ImageId>empty()
                : draft.content().image();
        try {
            image = picture.isPresent() && !picture.get().isEmpty()
                    ? Optional.of(images.store(acting, picture.get().getBytes()))
                    : image;
            var content = form.content(image);
            faults.addAll(form.faults());
            specs.saveDraft(acting, spec, content, revision);
        } catch (InputException e) {
            faults.addAll(e.faults());
        } catch (ConflictException e) {
            // Hers is shown as typed, theirs stays stored: she can compare, and save again on top of it.
            editor.conflict(model, acting, draft, form, locale);
            return "catalogue/edit";
        }
        if (!faults.isEmpty()) {
            editor.fill(model, acting, specs.draft(acting.organisationId(), spec), form, faults, locale);
            return "catalogue/edit";
        }
        return afterSaving(acting, spec, action, form, next, locale, model);
    }

    private String afterSaving(
            Acting acting,
            SpecId spec,
            String action,
            SpecForm form,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        if (action.startsWith("add-")) {
            // An added row is still empty, so it lives in the page until something is typed into it.
            editor.fill(model, acting, specs.draft(acting.organisationId(), spec), form, List.of(), locale);
            model.addAttribute("added", action.substring("add-".length()));
            return "catalogue/edit";
        }
        if (action.equals("find-skills")) {
            return "redirect:" + base(acting) + "/" + spec + "/suggestions";
        }
        if (action.equals("frameworks")) {
            return "redirect:" + base(acting) + "/" + spec + "/frameworks";
        }
        if (action.equals("publish")) {
            return "redirect:" + base(acting) + "/" + spec + "/publish";
        }
        flash.ok(next, locale, "catalogue.saved");
        return "redirect:" + base(acting) + "/" + spec + "/edit";
    }

    private static SpecForm changed(SpecForm form, String action) {
        var remove = REMOVE.matcher(action);
        if (remove.matches()) {
            return form.withoutRow(remove.group(1), Integer.parseInt(remove.group(2)));
        }
        var kind = action.startsWith("add-") ? action.substring("add-".length()) : "";
        return SpecForm.ROWS.contains(kind) ? form.withRow(kind) : form;
    }

    /// The side panel for what is typed right now; stores nothing.
    @PostMapping("/{id}/missing")
    String missing(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        var draft = specs.draft(acting.organisationId(), new SpecId(id));
        var form = SpecForm.sent(request.getParameterMap());
        model.addAttribute("items", editor.missing(form.content(draft.content().image()), acting, locale));
        return "catalogue/missing";
    }

    @GetMapping("/{id}/publish")
    String review(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        var draft = specs.draft(acting.organisationId(), new SpecId(id));
        editor.publication(model, acting, draft, "", Optional.empty(), locale);
        model.addAttribute("review", "/o/" + acting.organisation().slug() + "/reviews/new?what=draft:" + id);
        return "catalogue/publish";
    }

    @PostMapping("/{id}/publish")
    String publish(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String overrideReason,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var spec = new SpecId(id);
        try {
            var version = specs.publish(acting, spec, Optional.of(overrideReason));
            flash.ok(next, locale, "catalogue.published");
            return "redirect:/catalogue/" + version;
        } catch (InputException e) {
            var draft = specs.draft(acting.organisationId(), spec);
            editor.publication(
                    model, acting, draft, overrideReason, Optional.of(e.faults().getFirst()), locale);
            return "catalogue/publish";
        }
    }

    @GetMapping("/{id}/delete")
    String confirmDelete(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        var draft = specs.draft(acting.organisationId(), new SpecId(id));
        model.addAttribute("base", base(acting));
        model.addAttribute("id", id);
        model.addAttribute("title", draft.content().titleIn(locale));
        return "catalogue/delete";
    }

    @PostMapping("/{id}/delete")
    String delete(
            @ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id, RedirectAttributes next, Locale locale) {
        specs.delete(acting, new SpecId(id));
        flash.ok(next, locale, "catalogue.deleted");
        return "redirect:" + base(acting);
    }

    private static String base(Acting acting) {
        return SpecListPages.base(acting);
    }
}
