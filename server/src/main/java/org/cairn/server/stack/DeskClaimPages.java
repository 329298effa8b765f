package org.cairn.server.stack;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.PersonId;
import org.cairn.server.identity.Role;
import org.cairn.server.stack.DeskForms.Crumb;
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

/// The registrar's desk: claims and appeals that wait, and one with its decision.
@Controller
@RequestMapping("/o/{organisation}/claims")
class DeskClaimPages {
    static final int MOST = 200;

    private final StackClaims claims;
    private final Stacks stacks;
    private final Recognitions recognitions;
    private final ImpactReviews reviews;
    private final People people;
    private final DecisionWords words;
    private final DeskForms forms;
    private final Flash flash;

    DeskClaimPages(
            StackClaims claims,
            Stacks stacks,
            Recognitions recognitions,
            ImpactReviews reviews,
            People people,
            DecisionWords words,
            DeskForms forms,
            Flash flash) {
        this.claims = claims;
        this.stacks = stacks;
        this.recognitions = recognitions;
        this.reviews = reviews;
        this.people = people;
        this.words = words;
        this.forms = forms;
        this.flash = flash;
    }

    /// One row of a list.
    record Line(String href, String learner, String title, String day, Claim.Status status) {}

    @GetMapping
    String list(@ActingAs(Role.ISSUER) Acting acting, Locale locale, Model model) {
        model.addAttribute("home", DeskForms.home(acting));
        model.addAttribute("waiting", lines(acting, claims.waiting(acting.organisationId(), MOST), locale));
        model.addAttribute("decided", lines(acting, claims.decided(acting.organisationId(), 50), locale));
        model.addAttribute(
                "recognitions",
                recognitions.waiting(acting.organisationId(), MOST).size());
        model.addAttribute(
                "reviews", reviews.waiting(acting.organisationId(), MOST).size());
        return "stack/desk/claims";
    }

    private List<Line> lines(Acting acting, List<Claim> some, Locale locale) {
        return some.stream()
                .map(claim -> new Line(
                        home(acting) + "/" + claim.id(),
                        learner(claim.person()),
                        title(claim, locale),
                        DeskForms.day(claim.claimedAt(), locale),
                        claim.status()))
                .toList();
    }

    @GetMapping("/{id}")
    String one(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        model.addAttribute("errors", Map.of());
        return page(acting, id, "", locale, model);
    }

    @PostMapping("/{id}/confirm")
    String confirm(
            @ActingAs(Role.ISSUER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        try {
            claims.confirm(acting, new ClaimId(id), reason);
        } catch (InputException e) {
            forms.refuse(e.faults(), model, response, locale);
            return page(acting, id, reason, locale, model);
        }
        flash.ok(next, locale, "stackdesk.claim.confirmed");
        return "redirect:" + home(acting) + "/" + id;
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
        try {
            claims.refuse(acting, new ClaimId(id), reason);
        } catch (InputException e) {
            forms.refuse(e.faults(), model, response, locale);
            return page(acting, id, reason, locale, model);
        }
        flash.ok(next, locale, "stackdesk.claim.refused");
        return "redirect:" + home(acting) + "/" + id;
    }

    private String page(Acting acting, UUID id, String reason, Locale locale, Model model) {
        var looked = claims.look(acting.organisationId(), new ClaimId(id));
        var claim = looked.claim();
        var learner = learner(claim.person());
        model.addAttribute("home", DeskForms.home(acting));
        model.addAttribute("base", home(acting) + "/" + id);
        model.addAttribute("claim", claim);
        model.addAttribute("learner", learner);
        model.addAttribute("title", SpecContent.best(looked.version().rule().title(), locale));
        model.addAttribute("version", looked.version());
        model.addAttribute("day", DeskForms.day(claim.claimedAt(), locale));
        model.addAttribute(
                "decidedOn",
                claim.decidedAt().map(at -> DeskForms.day(at, locale)).orElse(""));
        model.addAttribute("decidedBy", claim.decidedBy().map(this::actor).orElse(""));
        model.addAttribute("open", claim.status().isOpen());
        model.addAttribute("met", Decisions.isMet(looked.decision()));
        model.addAttribute("changed", !looked.decision().inputsHash().equals(claim.inputsHash()));
        model.addAttribute("hash", looked.decision().inputsHash());
        model.addAttribute("view", words.view(looked.version(), looked.decision(), looked.items(), locale));
        model.addAttribute("reason", reason);
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(home(acting), forms.text("stackdesk.claims.title", locale)), new Crumb("", learner)));
        return "stack/desk/claim";
    }

    private String title(Claim claim, Locale locale) {
        return stacks.version(claim.version())
                .map(version -> SpecContent.best(version.rule().title(), locale))
                .orElse("");
    }

    private String learner(PersonId person) {
        return people.byId(person).map(Person::name).orElse("");
    }

    /// The name of a person; keys and the system itself are told by no name.
    private String actor(String actor) {
        return Optional.of(actor)
                .filter(each -> each.startsWith("person:"))
                .flatMap(each -> people.byId(new PersonId(UUID.fromString(each.substring("person:".length())))))
                .map(Person::name)
                .orElse("");
    }

    private static String home(Acting acting) {
        return DeskForms.home(acting) + "/claims";
    }
}
