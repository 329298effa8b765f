package org.cairn.server.stack;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.stack.DeskForms.Crumb;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A rule as text, with its faults beside it. Whatever is typed is saved, faulty or not.
@Controller
@RequestMapping("/o/{organisation}/stacks/{id}/text")
class DeskTextPages {
    private final Stacks stacks;
    private final FaultWords faults;
    private final DeskForms forms;
    private final Flash flash;

    DeskTextPages(Stacks stacks, FaultWords faults, DeskForms forms, Flash flash) {
        this.stacks = stacks;
        this.faults = faults;
        this.forms = forms;
        this.flash = flash;
    }

    @GetMapping
    String edit(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        var draft = stacks.draft(acting.organisationId(), new StackId(id));
        return page(acting, draft, draft.text(), locale, model);
    }

    @PostMapping
    String save(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam long revision,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var draft = stacks.draft(acting.organisationId(), new StackId(id));
        // A browser sends a text area's lines with CR LF.
        var typed = text.replace("\r\n", "\n");
        try {
            stacks.save(acting, draft.id(), typed, revision);
        } catch (ConflictException e) {
            // Hers is shown as typed, theirs stays stored: she can compare, and save again on top of it.
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("conflict", draft.text());
            return page(acting, draft, typed, locale, model);
        } catch (InputException e) {
            forms.refuse(e.faults(), model, response, locale);
            return page(acting, draft, typed, locale, model);
        }
        var told = faults.of(typed, locale).size();
        if (told == 0) {
            flash.ok(next, locale, "stackdesk.text.saved");
        } else {
            flash.warn(next, locale, "stackdesk.text.saved.faulty", told);
        }
        return "redirect:" + DeskForms.stacks(acting) + "/" + id + "/text";
    }

    private String page(Acting acting, StackDraft draft, String text, Locale locale, Model model) {
        var base = DeskForms.stacks(acting) + "/" + draft.id();
        model.addAttribute("base", base);
        model.addAttribute("text", text);
        model.addAttribute("revision", draft.revision());
        model.addAttribute("faults", faults.of(text, locale));
        model.addAttribute("rows", Math.clamp(text.lines().count() + 2, 12, 40));
        model.addAttribute(
                "crumbs",
                forms.crumbs(
                        acting,
                        locale,
                        new Crumb(base, DeskForms.title(draft, locale)),
                        new Crumb("", forms.text("stackdesk.text.title", locale))));
        return "stack/desk/text";
    }
}
