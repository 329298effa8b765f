package org.cairn.server.stack;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.stack.DeskForms.Crumb;
import org.cairn.server.stack.DeskForms.Option;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Sure;
import org.cairn.stacking.examples.Examples;
import org.cairn.stacking.rule.Stack;
import org.cairn.stacking.text.StackText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The stacks of an organisation: list, a new one, one with its versions, publishing and deleting.
@Controller
@RequestMapping("/o/{organisation}/stacks")
class DeskStackPages {
    private final Stacks stacks;
    private final Registrations registrations;
    private final DeskForms forms;
    private final Flash flash;

    DeskStackPages(Stacks stacks, Registrations registrations, DeskForms forms, Flash flash) {
        this.stacks = stacks;
        this.registrations = registrations;
        this.forms = forms;
        this.flash = flash;
    }

    /// One row of the list.
    ///
    /// @param number of the newest version; 0 while nothing is published
    record Line(String href, String title, String name, int number, int learners) {}

    /// One version in the list of its stack.
    record VersionLine(String href, int number, String published, String from, String to, boolean open, int learners) {}

    @GetMapping
    String list(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, Locale locale, Model model) {
        model.addAttribute("base", DeskForms.stacks(acting));
        model.addAttribute("mayDesign", acting.may(Role.DESIGNER));
        model.addAttribute(
                "lines",
                stacks.drafts(acting.organisationId()).stream()
                        .map(draft -> line(acting, draft, locale))
                        .toList());
        return "stack/desk/list";
    }

    private Line line(Acting acting, StackDraft draft, Locale locale) {
        return new Line(
                DeskForms.stacks(acting) + "/" + draft.id(),
                DeskForms.title(draft, locale),
                draft.name(),
                draft.versions(),
                registrations.count(draft.id()));
    }

    @GetMapping("/new")
    String start(@ActingAs(Role.DESIGNER) Acting acting, Locale locale, Model model) {
        model.addAttribute("errors", Map.of());
        return form(acting, "", "", locale, model);
    }

    @PostMapping("/new")
    String create(
            @ActingAs(Role.DESIGNER) Acting acting,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String from,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
        try {
            var text = Examples.names().contains(from) ? Examples.text(from) : "stack: " + plain + "\nversion: 1\n";
            var id = stacks.create(acting, plain, text);
            flash.ok(next, locale, "stackdesk.new.done");
            return "redirect:" + DeskForms.stacks(acting) + "/" + id + "/rule";
        } catch (InputException e) {
            forms.refuse(e.faults(), model, response, locale);
        } catch (ConflictException e) {
            forms.refuse(List.of(new Fault("name", e.key(), e.args())), model, response, locale);
        }
        return form(acting, name, from, locale, model);
    }

    private String form(Acting acting, String name, String from, Locale locale, Model model) {
        model.addAttribute("base", DeskForms.stacks(acting));
        model.addAttribute("name", name);
        model.addAttribute("from", from);
        model.addAttribute(
                "examples",
                Examples.names().stream()
                        .map(each -> new Option(each, example(each, locale)))
                        .toList());
        model.addAttribute(
                "crumbs", forms.crumbs(acting, locale, new Crumb("", forms.text("stackdesk.new.title", locale))));
        return "stack/desk/new";
    }

    private String example(String name, Locale locale) {
        return StackText.read(Examples.text(name)) instanceof StackText.Read(var stack)
                ? forms.text("stackdesk.example." + name, locale, SpecContent.best(stack.title(), locale))
                : name;
    }

    @GetMapping("/{id}")
    String one(
            @ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        var draft = stacks.draft(acting.organisationId(), new StackId(id));
        var written = StackText.read(draft.text());
        var title = DeskForms.title(draft, locale);
        model.addAttribute("base", DeskForms.stacks(acting) + "/" + id);
        model.addAttribute("mayDesign", acting.may(Role.DESIGNER));
        model.addAttribute("title", title);
        model.addAttribute("draft", draft);
        model.addAttribute("saved", DeskForms.day(draft.savedAt(), locale));
        model.addAttribute("faults", written instanceof StackText.Refused(var faults) ? faults.size() : 0);
        model.addAttribute("crumbs", forms.crumbs(acting, locale, new Crumb("", title)));
        model.addAttribute(
                "versions",
                stacks.versions(acting.organisationId(), draft.id()).stream()
                        .map(version -> line(acting, version, locale))
                        .toList());
        return "stack/desk/stack";
    }

    private VersionLine line(Acting acting, StackVersion version, Locale locale) {
        Stack.Period days = version.rule().inForce();
        return new VersionLine(
                DeskForms.stacks(acting) + "/versions/" + version.id(),
                version.number(),
                DeskForms.day(version.publishedAt(), locale),
                DeskForms.day(days.from(), locale),
                days.to().map(day -> DeskForms.day(day, locale)).orElse(""),
                stacks.isOpen(version),
                registrations.count(version.id()));
    }

    @PostMapping("/{id}/publish")
    String publish(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var draft = stacks.draft(acting.organisationId(), new StackId(id));
        var here = DeskForms.stacks(acting) + "/" + id;
        if (!sure) {
            return new Sure(DeskForms.title(draft, locale), "stackdesk.publish", here + "/publish", here, Map.of())
                    .ask(model);
        }
        var version = stacks.publish(acting, draft.id());
        flash.ok(next, locale, "stackdesk.publish.done", version.number());
        return "redirect:" + here;
    }

    @PostMapping("/{id}/delete")
    String delete(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var draft = stacks.draft(acting.organisationId(), new StackId(id));
        var here = DeskForms.stacks(acting) + "/" + id;
        if (!sure) {
            return new Sure(DeskForms.title(draft, locale), "stackdesk.delete", here + "/delete", here, Map.of())
                    .ask(model);
        }
        stacks.delete(acting, draft.id());
        flash.ok(next, locale, "stackdesk.delete.done");
        return "redirect:" + DeskForms.stacks(acting);
    }
}
