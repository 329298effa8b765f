package org.cairn.server.offering;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.offering.Offering.Status;
import org.cairn.server.web.ConflictException;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The offerings of an organisation as its designers see them: list, form, closing, cancelling.
@Controller
@RequestMapping("/o/{organisation}/offerings")
class OfferingPages {
    private final Offerings offerings;
    private final Specs specs;
    private final OfferingForms forms;
    private final OfferingWords words;
    private final Flash flash;
    private final InstantSource time;

    OfferingPages(
            Offerings offerings,
            Specs specs,
            OfferingForms forms,
            OfferingWords words,
            Flash flash,
            InstantSource time) {
        this.offerings = offerings;
        this.specs = specs;
        this.forms = forms;
        this.words = words;
        this.flash = flash;
        this.time = time;
    }

    /// @param spec the version's title and number
    /// @param over still open, but one can no longer apply, so that nobody sees it
    record Row(
            OfferingId id, SpecVersionId version, String spec, Status status, boolean over, OfferingWords.Line line) {}

    @GetMapping
    String list(@ActingAs(Role.DESIGNER) Acting acting, Locale locale, Model model) {
        var published = specs.publishedOf(acting.organisationId()).stream()
                .collect(Collectors.toMap(PublishedSpec::id, spec -> forms.name(spec, locale)));
        var today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        model.addAttribute("base", OfferingForms.home(acting));
        model.addAttribute("specsHref", "/o/" + acting.organisation().slug() + "/specs");
        model.addAttribute("mayOffer", !published.isEmpty());
        model.addAttribute(
                "rows",
                offerings.ofOrganisation(acting.organisationId()).stream()
                        .map(o -> row(o, published.getOrDefault(o.spec(), ""), today, locale))
                        .toList());
        return "offering/list";
    }

    private Row row(Offering offering, String spec, LocalDate today, Locale locale) {
        var over = offering.status() == Status.OPEN && !offering.isOpenOn(today);
        return new Row(offering.id(), offering.spec(), spec, offering.status(), over, words.line(offering, locale));
    }

    @GetMapping("/new")
    String start(
            @ActingAs(Role.DESIGNER) Acting acting,
            @RequestParam(defaultValue = "") String spec,
            Locale locale,
            Model model) {
        var languages = specs.publishedOf(acting.organisationId()).stream()
                .filter(version -> version.id().toString().equals(spec))
                .findFirst()
                .map(version -> version.content().languages())
                .orElse(List.of());
        return forms.fresh(model, acting, OfferingForm.start(spec, languages), List.of(), locale);
    }

    @PostMapping("/new")
    String open(
            @ActingAs(Role.DESIGNER) Acting acting,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var form = OfferingForm.sent(request.getParameterMap());
        try {
            var opening = form.opening();
            offerings.open(acting, opening.spec(), opening.terms());
        } catch (InputException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return forms.fresh(model, acting, form, e.faults(), locale);
        }
        flash.ok(next, locale, "offering.opened");
        return "redirect:" + OfferingForms.home(acting);
    }

    @GetMapping("/{id}/edit")
    String edit(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        var offering = open(acting, id);
        return forms.change(model, acting, offering, OfferingForm.of(offering.terms()), List.of(), locale);
    }

    @PostMapping("/{id}/edit")
    String change(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam long revision,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var offering = open(acting, id);
        var form = OfferingForm.sent(request.getParameterMap());
        try {
            offerings.change(acting, offering.id(), form.terms(), revision);
        } catch (InputException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("revision", revision);
            return forms.change(model, acting, offering, form, e.faults(), locale);
        } catch (ConflictException e) {
            // Hers is shown as typed, theirs stays stored; saving again puts hers in its place.
            var theirs = open(acting, id);
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("conflict", words.line(theirs, locale));
            return forms.change(model, acting, theirs, form, List.of(), locale);
        }
        flash.ok(next, locale, "offering.saved");
        return "redirect:" + OfferingForms.home(acting);
    }

    @PostMapping("/{id}/close")
    String close(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var offering = offerings.offering(acting.organisationId(), new OfferingId(id));
        if (!sure) {
            return ask(acting, offering, "close", model, locale);
        }
        offerings.close(acting, offering.id());
        flash.ok(next, locale, "offering.closed");
        return "redirect:" + OfferingForms.home(acting);
    }

    @PostMapping("/{id}/cancel")
    String cancel(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var offering = offerings.offering(acting.organisationId(), new OfferingId(id));
        if (!sure) {
            return ask(acting, offering, "cancel", model, locale);
        }
        offerings.cancel(acting, offering.id());
        flash.ok(next, locale, "offering.cancelled");
        return "redirect:" + OfferingForms.home(acting);
    }

    private String ask(Acting acting, Offering offering, String deed, Model model, Locale locale) {
        var home = OfferingForms.home(acting);
        var spec = specs.published(offering.spec())
                .map(version -> version.content().titleIn(locale))
                .orElse("");
        var what = spec + " · " + words.line(offering, locale).start();
        var action = home + "/" + offering.id() + "/" + deed;
        return new Sure(what, "offering." + deed, action, home, Map.of()).ask(model);
    }

    private Offering open(Acting acting, UUID id) {
        var offering = offerings.offering(acting.organisationId(), new OfferingId(id));
        return switch (offering.status()) {
            case OPEN -> offering;
            case CLOSED -> throw new ConflictException("offering.conflict.closed");
            case CANCELLED -> throw new ConflictException("offering.conflict.cancelled");
        };
    }
}
