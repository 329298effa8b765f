package org.cairn.server.award;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.award.AwardForms.Crumb;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/// The list of awards and the form for one.
@Controller
@RequestMapping("/o/{organisation}/awards")
class AwardPages {
    private static final int PAGE = 25;

    private final Awards awards;
    private final AwardRepository rows;
    private final BatchRepository batches;
    private final Batches files;
    private final Correspondence letters;
    private final AwardForms forms;
    private final Flash flash;

    AwardPages(
            Awards awards,
            AwardRepository rows,
            BatchRepository batches,
            Batches files,
            Correspondence letters,
            AwardForms forms,
            Flash flash) {
        this.awards = awards;
        this.rows = rows;
        this.batches = batches;
        this.files = files;
        this.letters = letters;
        this.forms = forms;
        this.flash = flash;
    }

    /// One row of the list.
    record Line(Award award, String title, String day, Optional<String> letter) {}

    /// One file in the list.
    record FileLine(Batch batch, String title) {}

    @GetMapping
    String list(
            @ActingAs(Role.ISSUER) Acting acting,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String spec,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String claimed,
            @RequestParam(defaultValue = "1") int page,
            HttpSession session,
            Model model,
            Locale locale) {
        var q = SearchWords.of(session, words);
        var search = search(q, spec, status, claimed, page);
        var titles = forms.specTitles(acting, locale);
        var found = rows.count(acting.organisationId(), search);
        model.addAttribute("home", AwardForms.home(acting));
        model.addAttribute("q", q);
        model.addAttribute("spec", spec);
        model.addAttribute("status", status);
        model.addAttribute("claimed", claimed);
        model.addAttribute("narrowed", !(q + spec + status + claimed).isBlank());
        model.addAttribute("found", found);
        model.addAttribute("page", search.page());
        model.addAttribute("pages", (int) Math.max(1, (found + PAGE - 1) / PAGE));
        model.addAttribute("base", base(AwardForms.home(acting), words, spec, status, claimed) + "&page=");
        model.addAttribute("specs", forms.specOptions(acting, locale));
        model.addAttribute("statuses", forms.options("fragment.status.", names(AwardStatus.values()), locale));
        model.addAttribute("claims", forms.options("award.filter.claim.", List.of("YES", "NO"), locale));
        model.addAttribute(
                "lines",
                rows.page(acting.organisationId(), search, PAGE).stream()
                        .map(a -> line(a, titles, locale))
                        .toList());
        model.addAttribute(
                "files",
                batches.recent(acting.organisationId(), 5).stream()
                        .map(b -> new FileLine(
                                b, titles.getOrDefault(b.spec().value().toString(), "")))
                        .toList());
        return "award/list";
    }

    /// The same list narrowed, at an address that names nobody.
    @PostMapping("/search")
    String search(
            @ActingAs(Role.ISSUER) Acting acting,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String spec,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String claimed,
            HttpSession session) {
        return "redirect:" + base(AwardForms.home(acting), SearchWords.keep(session, q), spec, status, claimed);
    }

    private Line line(Award award, Map<String, String> titles, Locale locale) {
        return new Line(
                award,
                titles.getOrDefault(award.spec().value().toString(), ""),
                AwardLetters.day(award.awardedOn(), locale),
                letters.newest(award.id()).map(Correspondence.LetterLine::status));
    }

    @GetMapping("/new")
    String blank(
            @ActingAs(Role.ISSUER) Acting acting,
            @RequestParam(defaultValue = "") String spec,
            Model model,
            Locale locale) {
        var today = files.today().toString();
        return form(acting, spec, new Draft("", "", "", today, "", ""), model, locale);
    }

    @PostMapping
    String award(
            @ActingAs(Role.ISSUER) Acting acting,
            @RequestParam(defaultValue = "") String spec,
            AwardForm typed,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        var draft = typed.draft();
        var version = uuid(spec).map(SpecVersionId::new);
        var checked =
                draft.check(version.orElse(new SpecVersionId(new UUID(0, 0))), DateOrder.UNDECLARED, files.today());
        if (version.isEmpty() || checked instanceof Draft.Checked.Bad) {
            forms.refuse(faults(version, checked), model, response, locale);
            return form(acting, spec, draft, model, locale);
        }
        try {
            var given = awards.give(acting, ((Draft.Checked.Good) checked).wish(), locale);
            flash.ok(
                    next,
                    locale,
                    given.before() ? "award.new.before" : "award.new.done",
                    given.award().recipient().name());
            return "redirect:" + AwardForms.home(acting) + "/" + given.award().id();
        } catch (InputException e) {
            forms.refuse(e.faults(), model, response, locale);
            return form(acting, spec, draft, model, locale);
        }
    }

    private static List<Fault> faults(Optional<SpecVersionId> version, Draft.Checked checked) {
        var noSpec = version.isEmpty() ? Stream.of(Fault.of("spec", "award.new.noSpec")) : Stream.<Fault>empty();
        var others = checked instanceof Draft.Checked.Bad(var faults) ? faults.stream() : Stream.<Fault>empty();
        return Stream.concat(noSpec, others).toList();
    }

    private String form(Acting acting, String spec, Draft draft, Model model, Locale locale) {
        model.addAttribute("home", AwardForms.home(acting));
        model.addAttribute("specs", forms.specOptions(acting, locale));
        model.addAttribute("spec", spec);
        model.addAttribute("form", draft);
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        model.addAttribute(
                "crumbs", forms.crumbs(acting, locale, new Crumb("", forms.text("award.new.title", locale))));
        return "award/new";
    }

    /// The fields of the form as they were typed; what was not sent is empty.
    record AwardForm(
            @Nullable String name,
            @Nullable String email,
            @Nullable String learnerNumber,
            @Nullable String date,
            @Nullable String grade,
            @Nullable String narrative) {
        Draft draft() {
            return new Draft(or(name), or(email), or(learnerNumber), or(date), or(grade), or(narrative));
        }

        private static String or(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    static AwardSearch search(String q, String spec, String status, String claimed, int page) {
        return new AwardSearch(
                q,
                uuid(spec),
                Arrays.stream(AwardStatus.values())
                        .filter(s -> s.name().equals(status))
                        .findFirst(),
                Arrays.stream(AwardSearch.Claim.values())
                        .filter(c -> c.name().equals(claimed))
                        .findFirst()
                        .orElse(AwardSearch.Claim.ANY),
                page);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String base(String home, String words, String spec, String status, String claimed) {
        return UriComponentsBuilder.fromPath(home)
                .queryParam("words", "{words}")
                .queryParam("spec", "{spec}")
                .queryParam("status", "{status}")
                .queryParam("claimed", "{claimed}")
                .encode()
                .buildAndExpand(words, spec, status, claimed)
                .toUriString();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
