package org.cairn.server.offering;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who takes part in an offering, for the provider, who says how it ended.
@Controller
@RequestMapping("/o/{organisation}")
class PeoplePages {
    private final Enrolments enrolments;
    private final Offerings offerings;
    private final Specs specs;
    private final People people;
    private final OfferingWords words;
    private final Flash flash;

    PeoplePages(
            Enrolments enrolments, Offerings offerings, Specs specs, People people, OfferingWords words, Flash flash) {
        this.enrolments = enrolments;
        this.offerings = offerings;
        this.specs = specs;
        this.people = people;
        this.words = words;
        this.flash = flash;
    }

    record Row(EnrolmentId id, String name, Enrolment.Status status) {}

    @GetMapping("/offerings/{id}/people")
    String list(
            @ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        var offering = offerings.offering(acting.organisationId(), new OfferingId(id));
        model.addAttribute("base", "/o/" + acting.organisation().slug());
        model.addAttribute(
                "title",
                specs.published(List.of(offering.spec())).stream()
                        .map(PublishedSpec::content)
                        .map(content -> content.titleIn(locale))
                        .findFirst()
                        .orElse(""));
        model.addAttribute("line", words.line(offering, locale));
        model.addAttribute(
                "rows",
                enrolments.in(acting.organisationId(), offering.id()).stream()
                        .map(this::row)
                        .toList());
        return "offering/people";
    }

    private Row row(Enrolment enrolment) {
        return new Row(
                enrolment.id(),
                people.byId(enrolment.person()).map(Person::name).orElse(""),
                enrolment.status());
    }

    @PostMapping("/enrolments/{id}/end")
    String end(
            @ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String how,
            RedirectAttributes next,
            Locale locale) {
        var enrolment = enrolments.in(acting.organisationId(), new EnrolmentId(id));
        var status = switch (how) {
            case "COMPLETED" -> Enrolment.Status.COMPLETED;
            case "FAILED" -> Enrolment.Status.FAILED;
            case "WITHDRAWN" -> Enrolment.Status.WITHDRAWN;
            default -> throw new InputException(Fault.of("how", "enrolment.end.unknown"));
        };
        enrolments.conclude(acting, enrolment.id(), status);
        flash.ok(next, locale, "enrolment.ended");
        return "redirect:/o/" + acting.organisation().slug() + "/offerings/" + enrolment.offering() + "/people";
    }
}
