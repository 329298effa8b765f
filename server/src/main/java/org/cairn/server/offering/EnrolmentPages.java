package org.cairn.server.offering;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.Flash;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.Sure;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What a learner takes part in: taking a place, giving it back, the list.
@Controller
@RequestMapping("/portfolio/enrolments")
class EnrolmentPages {
    private static final String HOME = "/portfolio/enrolments";

    private final Enrolments enrolments;
    private final Offerings offerings;
    private final Specs specs;
    private final Organisations organisations;
    private final OfferingWords words;
    private final Flash flash;

    EnrolmentPages(
            Enrolments enrolments,
            Offerings offerings,
            Specs specs,
            Organisations organisations,
            OfferingWords words,
            Flash flash) {
        this.enrolments = enrolments;
        this.offerings = offerings;
        this.specs = specs;
        this.organisations = organisations;
        this.words = words;
        this.flash = flash;
    }

    /// @param href page of the version
    record Row(EnrolmentId id, String href, String title, String provider, String status, OfferingWords.Line line) {}

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Locale locale, Model model) {
        model.addAttribute("base", HOME);
        model.addAttribute(
                "rows",
                enrolments.of(me.person()).stream().map(one -> row(one, locale)).toList());
        return "offering/mine";
    }

    private Row row(Enrolment enrolment, Locale locale) {
        var offering = offerings.one(enrolment.offering()).orElseThrow();
        return new Row(
                enrolment.id(),
                "/catalogue/" + offering.spec(),
                title(offering, locale),
                organisations
                        .byId(enrolment.organisation())
                        .map(Organisation::legalName)
                        .orElse(""),
                enrolment.status().name(),
                words.line(offering, locale));
    }

    private String title(Offering offering, Locale locale) {
        return specs.published(List.of(offering.spec())).stream()
                .map(PublishedSpec::content)
                .map(content -> content.titleIn(locale))
                .findFirst()
                .orElse("");
    }

    @PostMapping
    String enrol(
            @AuthenticationPrincipal SignedIn me, @RequestParam UUID offering, RedirectAttributes next, Locale locale) {
        try {
            enrolments.enrol(me, new OfferingId(offering));
            flash.ok(next, locale, "enrolment.made");
        } catch (ConflictException e) {
            flash.warn(next, locale, e.key());
        }
        return "redirect:" + HOME;
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var enrolment = enrolments.mine(me.person(), new EnrolmentId(id));
        if (!sure) {
            var offering = offerings.one(enrolment.offering()).orElseThrow(() -> new NotFoundException("offering"));
            return new Sure(
                            title(offering, locale),
                            "enrolment.withdraw",
                            HOME + "/" + id + "/withdraw",
                            HOME,
                            Map.of())
                    .ask(model);
        }
        enrolments.withdraw(me, enrolment.id());
        flash.ok(next, locale, "enrolment.withdrawn");
        return "redirect:" + HOME;
    }
}
