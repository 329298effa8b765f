package org.cairn.server.stack;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.stack.DeskForms.Crumb;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.Sure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The registrar's desk: awards that lost something they were built on.
@Controller
@RequestMapping("/o/{organisation}/impact-reviews")
class DeskReviewPages {
    private static final int LONGEST_REASON = 1_000;

    private final ImpactReviews reviews;
    private final StackClaims claims;
    private final People people;
    private final DecisionWords words;
    private final DeskForms forms;
    private final Flash flash;

    DeskReviewPages(
            ImpactReviews reviews,
            StackClaims claims,
            People people,
            DecisionWords words,
            DeskForms forms,
            Flash flash) {
        this.reviews = reviews;
        this.claims = claims;
        this.people = people;
        this.words = words;
        this.forms = forms;
        this.flash = flash;
    }

    /// One row of the list.
    record Line(String href, String learner, String title, String lost, Review.Cause cause, String day) {}

    @GetMapping
    String list(@ActingAs(Role.ISSUER) Acting acting, Locale locale, Model model) {
        model.addAttribute("home", DeskForms.home(acting));
        model.addAttribute(
                "lines",
                reviews.waiting(acting.organisationId(), DeskClaimPages.MOST).stream()
                        .map(review -> line(acting, review, locale))
                        .toList());
        return "stack/desk/reviews";
    }

    private Line line(Acting acting, Review review, Locale locale) {
        var looked = claims.look(acting.organisationId(), review.claim());
        return new Line(
                home(acting) + "/" + review.id(),
                learner(looked),
                title(looked, locale),
                lost(looked, review, locale),
                review.cause(),
                DeskForms.day(review.openedAt(), locale));
    }

    @GetMapping("/{id}")
    String one(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        model.addAttribute("errors", Map.of());
        return page(acting, own(acting, id), "", "", locale, model);
    }

    @PostMapping("/{id}")
    String close(
            @ActingAs(Role.ISSUER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var review = own(acting, id);
        try {
            var chosen = outcome(outcome);
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new InputException(Fault.of("reason", "stack.reason.form"));
            }
            if (chosen == Review.Outcome.ANNULLED && !sure) {
                return ask(acting, review, reason, locale, model);
            }
            reviews.close(acting, review.id(), chosen, reason);
        } catch (InputException e) {
            forms.refuse(e.faults(), model, response, locale);
            return page(acting, review, outcome, reason, locale, model);
        }
        flash.ok(next, locale, "stackdesk.review.closed");
        return "redirect:" + home(acting);
    }

    private String ask(Acting acting, Review review, String reason, Locale locale, Model model) {
        var here = home(acting) + "/" + review.id();
        var looked = claims.look(acting.organisationId(), review.claim());
        return new Sure(
                        title(looked, locale) + " · " + learner(looked),
                        "stackdesk.review.annul",
                        here,
                        here,
                        Map.of("outcome", Review.Outcome.ANNULLED.name(), "reason", reason))
                .ask(model);
    }

    private static Review.Outcome outcome(String name) {
        return Stream.of(Review.Outcome.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException(Fault.of("outcome", "stackdesk.review.choose")));
    }

    private String page(Acting acting, Review review, String outcome, String reason, Locale locale, Model model) {
        var looked = claims.look(acting.organisationId(), review.claim());
        var canReplace = review.outcome().isEmpty() && reviews.canReplace(review);
        model.addAttribute("home", DeskForms.home(acting));
        model.addAttribute("base", home(acting) + "/" + review.id());
        model.addAttribute("review", review);
        model.addAttribute("learner", learner(looked));
        model.addAttribute("title", title(looked, locale));
        model.addAttribute("lost", lost(looked, review, locale));
        model.addAttribute("day", DeskForms.day(review.openedAt(), locale));
        model.addAttribute("award", looked.claim().award().map(Object::toString).orElse(""));
        model.addAttribute("view", words.view(looked.version(), looked.decision(), looked.items(), locale));
        model.addAttribute("canReplace", canReplace);
        model.addAttribute("outcome", outcome);
        model.addAttribute("reason", reason);
        var outcomes = Stream.of(Review.Outcome.values())
                .filter(each -> canReplace || each != Review.Outcome.REPLACED)
                .map(Review.Outcome::name)
                .toList();
        model.addAttribute("outcomes", forms.options("stackdesk.outcome.", outcomes, locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(DeskForms.home(acting) + "/claims", forms.text("stackdesk.claims.title", locale)),
                        new Crumb(home(acting), forms.text("stackdesk.reviews.title", locale)),
                        new Crumb("", learner(looked))));
        return "stack/desk/review";
    }

    private String learner(StackClaims.Looked looked) {
        return people.byId(looked.claim().person()).map(Person::name).orElse("");
    }

    private static String title(StackClaims.Looked looked, Locale locale) {
        return SpecContent.best(looked.version().rule().title(), locale);
    }

    private static String lost(StackClaims.Looked looked, Review review, Locale locale) {
        return Optional.ofNullable(looked.items().get(review.item()))
                .map(item -> item.titleIn(locale))
                .orElse(review.item());
    }

    private Review own(Acting acting, UUID id) {
        return reviews.byId(acting.organisationId(), new ReviewId(id))
                .orElseThrow(() -> new NotFoundException("review"));
    }

    private static String home(Acting acting) {
        return DeskForms.home(acting) + "/impact-reviews";
    }
}
