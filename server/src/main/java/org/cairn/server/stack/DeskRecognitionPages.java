package org.cairn.server.stack;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.stack.DeskForms.Crumb;
import org.cairn.server.stack.DeskForms.Option;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The registrar's desk: prior learning and credit from elsewhere that learners ask to have recognised.
@Controller
@RequestMapping("/o/{organisation}/recognitions")
class DeskRecognitionPages {
    private final Recognitions recognitions;
    private final Specs specs;
    private final People people;
    private final DeskForms forms;
    private final Flash flash;

    DeskRecognitionPages(Recognitions recognitions, Specs specs, People people, DeskForms forms, Flash flash) {
        this.recognitions = recognitions;
        this.specs = specs;
        this.people = people;
        this.forms = forms;
        this.flash = flash;
    }

    /// One row of the list.
    record Line(String href, String title, String learner, Recognition.Kind kind, String credits, String day) {}

    /// What was typed.
    record Typed(String credits, String eqfLevel, String grade, String reason) {}

    @GetMapping
    String list(@ActingAs(Role.ISSUER) Acting acting, Locale locale, Model model) {
        model.addAttribute("home", DeskForms.home(acting));
        model.addAttribute(
                "lines",
                recognitions.waiting(acting.organisationId(), DeskClaimPages.MOST).stream()
                        .map(each -> new Line(
                                home(acting) + "/" + each.id(),
                                each.wish().title(),
                                learner(each),
                                each.wish().kind(),
                                each.wish().credits().toPlainString(),
                                DeskForms.day(each.askedAt(), locale)))
                        .toList());
        return "stack/desk/recognitions";
    }

    @GetMapping("/{id}")
    String one(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        var asked = own(acting, id);
        model.addAttribute("errors", Map.of());
        return page(acting, asked, new Typed(asked.wish().credits().toPlainString(), "", "", ""), locale, model);
    }

    @PostMapping("/{id}/grant")
    String grant(
            @ActingAs(Role.ISSUER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String credits,
            @RequestParam(defaultValue = "") String eqfLevel,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var asked = own(acting, id);
        try {
            recognitions.grant(acting, asked.id(), granted(credits, eqfLevel, grade), reason);
        } catch (InputException e) {
            forms.refuse(e.faults(), model, response, locale);
            return page(acting, asked, new Typed(credits, eqfLevel, grade, reason), locale, model);
        }
        flash.ok(next, locale, "stackdesk.recognition.granted");
        return "redirect:" + home(acting);
    }

    private static Recognition.Granted granted(String credits, String level, String grade) {
        var number = credits.strip().replace(',', '.');
        if (!number.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
            throw new InputException(Fault.of("credits", "stack.recognition.credits.form"));
        }
        if (!level.strip().matches("[0-9]?")) {
            throw new InputException(Fault.of("eqfLevel", "stack.recognition.level.form"));
        }
        return new Recognition.Granted(
                new BigDecimal(number),
                Optional.of(level.strip()).filter(text -> !text.isEmpty()).map(Integer::valueOf),
                Optional.of(grade.strip()).filter(text -> !text.isEmpty()));
    }

    @PostMapping("/{id}/refuse")
    String refuse(
            @ActingAs(Role.ISSUER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var asked = own(acting, id);
        try {
            recognitions.refuse(acting, asked.id(), reason);
        } catch (InputException e) {
            forms.refuse(e.faults(), model, response, locale);
            return page(acting, asked, new Typed("", "", "", reason), locale, model);
        }
        flash.ok(next, locale, "stackdesk.recognition.refused");
        return "redirect:" + home(acting);
    }

    private String page(Acting acting, Recognition asked, Typed typed, Locale locale, Model model) {
        model.addAttribute("home", DeskForms.home(acting));
        model.addAttribute("base", home(acting) + "/" + asked.id());
        model.addAttribute("asked", asked);
        model.addAttribute("learner", learner(asked));
        model.addAttribute("day", DeskForms.day(asked.wish().achievedOn(), locale));
        model.addAttribute("credits", asked.wish().credits().toPlainString());
        model.addAttribute(
                "spec",
                asked.wish().spec().map(spec -> title(acting, spec, locale)).orElse(""));
        model.addAttribute("typed", typed);
        model.addAttribute(
                "levels",
                IntStream.rangeClosed(1, 8)
                        .mapToObj(String::valueOf)
                        .map(level -> new Option(level, level))
                        .toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(DeskForms.home(acting) + "/claims", forms.text("stackdesk.claims.title", locale)),
                        new Crumb(home(acting), forms.text("stackdesk.recognitions.title", locale)),
                        new Crumb("", asked.wish().title())));
        return "stack/desk/recognition";
    }

    private String title(Acting acting, SpecId spec, Locale locale) {
        return specs.versions(acting.organisationId(), spec).stream()
                .findFirst()
                .map(version -> version.content().titleIn(locale))
                .orElse("");
    }

    private String learner(Recognition asked) {
        return people.byId(asked.person()).map(Person::name).orElse("");
    }

    private Recognition own(Acting acting, UUID id) {
        return recognitions
                .byId(acting.organisationId(), new RecognitionId(id))
                .orElseThrow(() -> new NotFoundException("recognition"));
    }

    private static String home(Acting acting) {
        return DeskForms.home(acting) + "/recognitions";
    }
}
