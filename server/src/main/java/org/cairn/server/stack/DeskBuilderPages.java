package org.cairn.server.stack;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.stack.DeskForms.Crumb;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The builder: a rule made without knowing its text. Each button saves what was typed, does its deed and shows the
/// page again, so that nothing depends on a script.
@Controller
@RequestMapping("/o/{organisation}/stacks/{id}/rule")
class DeskBuilderPages {
    private final Stacks stacks;
    private final RuleEditor editor;
    private final DeskForms forms;
    private final Flash flash;

    DeskBuilderPages(Stacks stacks, RuleEditor editor, DeskForms forms, Flash flash) {
        this.stacks = stacks;
        this.editor = editor;
        this.forms = forms;
        this.flash = flash;
    }

    @GetMapping
    String edit(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var draft = stacks.draft(acting.organisationId(), new StackId(id));
        var tree = RuleTree.read(draft.text());
        if (tree.isEmpty()) {
            flash.warn(next, locale, "stackdesk.rule.unreadable");
            return "redirect:" + base(acting, draft) + "/text";
        }
        // Told as if it had been saved from here, so that each thing that is missing has its field.
        var form = RuleForm.of(tree.get());
        var text = RuleTree.write(RuleFormTree.of(form, tree.get()), draft.text());
        return page(acting, draft, form, text, locale, model);
    }

    @PostMapping
    String save(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam long revision,
            @RequestParam(name = "do", defaultValue = "save") String action,
            @RequestParam(defaultValue = "") String newCondition,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var draft = stacks.draft(acting.organisationId(), new StackId(id));
        var before = RuleTree.read(draft.text()).orElseGet(() -> new RuleTree.Pairs(Map.of()));
        var typed = RuleFormTree.of(RuleForm.sent(request.getParameterMap()), before);
        var tree = RuleEdits.done(typed, action, newCondition);
        var text = RuleTree.write(tree, draft.text());
        try {
            stacks.save(acting, draft.id(), text, revision);
        } catch (ConflictException e) {
            // Hers is shown as typed, theirs stays stored: she can compare, and save again on top of it.
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("conflict", draft.text());
            return page(acting, draft, RuleForm.of(tree), text, locale, model);
        }
        if (action.equals("save")) {
            flash.ok(next, locale, "stackdesk.rule.saved");
        }
        return "redirect:" + base(acting, draft) + (action.equals("text") ? "/text" : "/rule" + anchor(action));
    }

    /// Back to where the button was.
    private static String anchor(String action) {
        var place = action.replaceAll("^[a-zA-Z-]+:", "");
        if (action.matches("(slot|all|anyOf|remove|up|down):r[-0-9]*")) {
            return "#f-n." + place.replaceAll("-[0-9]+$", "");
        }
        return action.contains("condition") ? "#conditions" : "";
    }

    private String page(Acting acting, StackDraft draft, RuleForm form, String text, Locale locale, Model model) {
        var base = base(acting, draft);
        var title = DeskForms.title(draft, locale);
        model.addAttribute("base", base);
        model.addAttribute("heading", title);
        model.addAttribute("revision", draft.revision());
        model.addAttribute(
                "crumbs",
                forms.crumbs(
                        acting,
                        locale,
                        new Crumb(base, title),
                        new Crumb("", forms.text("stackdesk.rule.title", locale))));
        editor.fill(model, acting, form, text, locale);
        return "stack/desk/rule";
    }

    private static String base(Acting acting, StackDraft draft) {
        return DeskForms.stacks(acting) + "/" + draft.id();
    }
}
