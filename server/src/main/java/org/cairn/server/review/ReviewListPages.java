package org.cairn.server.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecDraft;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.Role;
import org.cairn.server.quality.Quality;
import org.cairn.server.review.ReviewForms.Answer;
import org.cairn.server.review.ReviewForms.Option;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The two lists: what an institution has handed in, and what lies before a body; and the form
/// for handing in.
@Controller
@RequestMapping("/o/{organisation}/reviews")
class ReviewListPages {
    private static final int PAGE = 50;

    private final ReviewRepository rows;
    private final Submissions submissions;
    private final ReviewBodies bodies;
    private final Dossiers dossiers;
    private final Specs specs;
    private final Quality quality;
    private final Organisations organisations;
    private final ReviewForms forms;

    ReviewListPages(
            ReviewRepository rows,
            Submissions submissions,
            ReviewBodies bodies,
            Dossiers dossiers,
            Specs specs,
            Quality quality,
            Organisations organisations,
            ReviewForms forms) {
        this.rows = rows;
        this.submissions = submissions;
        this.bodies = bodies;
        this.dossiers = dossiers;
        this.specs = specs;
        this.quality = quality;
        this.organisations = organisations;
        this.forms = forms;
    }

    record Row(
            String href,
            String title,
            String institution,
            String body,
            ReviewState state,
            String reviewer,
            String opened,
            String due,
            boolean late) {}

    /// @param state of the queue: `open` (waiting or being reviewed), the name of one, or blank
    /// for all
    @GetMapping
    String list(
            @ActingAs({Role.DESIGNER, Role.REVIEWER}) Acting acting,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        var start = Math.clamp(page, 1, 10_000);
        var queue = rows.queue(acting.organisationId(), states(state), PAGE + 1, (start - 1) * PAGE);
        var judges = acting.may(Role.REVIEWER) || acting.may(Role.ADMIN);
        model.addAttribute("home", ReviewForms.home(acting));
        model.addAttribute("mayReview", judges);
        model.addAttribute("mayAsk", isInstitution(acting) && acting.may(Role.DESIGNER));
        model.addAttribute("mayList", acting.may(Role.REVIEWER));
        model.addAttribute("maySet", acting.may(Role.ADMIN));
        model.addAttribute("state", state);
        model.addAttribute("states", stateOptions(locale));
        model.addAttribute(
                "queue",
                judges
                        ? queue.stream()
                                .limit(PAGE)
                                .map(each -> row(acting, each, locale))
                                .toList()
                        : List.of());
        model.addAttribute("page", start);
        model.addAttribute("pages", queue.size() > PAGE ? start + 1 : start);
        model.addAttribute("base", ReviewForms.home(acting) + "?state=" + known(state) + "&page=");
        model.addAttribute(
                "asked",
                isInstitution(acting) && acting.may(Role.DESIGNER)
                        ? rows.ofInstitution(acting.organisationId(), 2 * PAGE).stream()
                                .map(each -> row(acting, each, locale))
                                .toList()
                        : List.of());
        if (!model.containsAttribute("habits")) {
            model.addAttribute("habits", bodies.habits(acting.organisationId()));
        }
        ReviewForms.fresh(model);
        return "review/list";
    }

    private static boolean isInstitution(Acting acting) {
        return acting.organisation().kind() == Organisation.Kind.INSTITUTION;
    }

    private static String known(String state) {
        return state.equals("open") || isState(state) ? state : "";
    }

    private static boolean isState(String name) {
        return Stream.of(ReviewState.values()).anyMatch(each -> each.name().equals(name));
    }

    private static List<ReviewState> states(String state) {
        if (state.equals("open")) {
            return List.of(ReviewState.SUBMITTED, ReviewState.IN_REVIEW);
        }
        return isState(state) ? List.of(ReviewState.valueOf(state)) : List.of();
    }

    private List<Option> stateOptions(Locale locale) {
        var open = new Option("open", forms.text("review.list.open", locale));
        return Stream.concat(
                        Stream.of(open),
                        Stream.of(ReviewState.values())
                                .map(each ->
                                        new Option(each.name(), forms.text("fragment.status." + each.name(), locale))))
                .toList();
    }

    private Row row(Acting acting, Review review, Locale locale) {
        var text = rows.latestText(review);
        var waits = review.state() == ReviewState.SUBMITTED || review.state() == ReviewState.IN_REVIEW;
        return new Row(
                ReviewForms.here(acting, review.id()),
                forms.title(text.content(), locale),
                name(review.organisation()),
                name(review.body()),
                review.state(),
                review.reviewer().map(person -> forms.name(person, locale)).orElse(""),
                ReviewForms.day(text.submittedAt(), locale),
                waits ? ReviewForms.day(review.dueOn(), locale) : "",
                waits && review.dueOn().isBefore(dossiers.today()));
    }

    private String name(OrganisationId id) {
        return organisations.byId(id).map(Organisation::legalName).orElse("");
    }

    @GetMapping("/new")
    String blank(
            @ActingAs(Role.DESIGNER) Acting acting,
            @RequestParam(defaultValue = "") String what,
            Locale locale,
            Model model) {
        return form(acting, new Submissions.Wish(what, List.of(), ""), locale, model);
    }

    @PostMapping("/new")
    String submit(
            @ActingAs(Role.DESIGNER) Acting acting,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") List<String> packs,
            @RequestParam(defaultValue = "") String body,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var wish = new Submissions.Wish(what, packs, body);
        return forms.attempt(
                () -> ReviewForms.here(acting, submissions.submit(acting, wish)),
                "review.submitted",
                () -> form(acting, wish, locale, model),
                new Answer(model, response, next, locale));
    }

    private String form(Acting acting, Submissions.Wish wish, Locale locale, Model model) {
        ReviewForms.fresh(model);
        model.addAttribute("home", ReviewForms.home(acting));
        model.addAttribute("wish", wish);
        model.addAttribute("sources", sources(acting, locale));
        model.addAttribute(
                "packs",
                quality.packs().stream()
                        .map(pack -> new Option(pack.id(), pack.nameIn(locale) + " (" + pack.version() + ")"))
                        .toList());
        model.addAttribute(
                "bodies",
                bodies.forInstitution(acting.organisation()).stream()
                        .map(each -> new Option(
                                each.id().toString(),
                                each.id().equals(acting.organisationId())
                                        ? forms.text("review.submit.own", locale)
                                        : each.legalName()))
                        .toList());
        model.addAttribute(
                "crumbs",
                forms.crumbs(acting, Optional.empty(), Optional.of(forms.text("review.submit.title", locale)), locale));
        return "review/new";
    }

    /// Drafts first, then what is published, newest first.
    private List<Option> sources(Acting acting, Locale locale) {
        var drafts = specs.drafts(acting.organisationId()).stream()
                .filter(SpecDraft::changedSincePublished)
                .map(draft -> new Option(
                        "draft:" + draft.spec(),
                        forms.text("review.source.draft", locale, forms.title(draft.content(), locale))));
        var versions = specs.publishedOf(acting.organisationId()).stream()
                .map(version -> new Option("version:" + version.id(), name(version, locale)));
        return Stream.concat(drafts, versions).toList();
    }

    private String name(PublishedSpec version, Locale locale) {
        return forms.text("review.source.version", locale, forms.title(version.content(), locale), version.number());
    }

    @PostMapping("/settings")
    String set(
            @ActingAs(Role.ADMIN) Acting acting,
            @RequestParam(defaultValue = "0") int validMonths,
            @RequestParam(defaultValue = "0") int decideDays,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var habits = new ReviewBodies.Habits(validMonths, decideDays);
        return forms.attempt(
                () -> bodies.set(acting, habits),
                "review.habits.saved",
                ReviewForms.home(acting),
                () -> {
                    model.addAttribute("habits", habits);
                    return list(acting, "open", 1, locale, model);
                },
                new Answer(model, response, next, locale));
    }
}
