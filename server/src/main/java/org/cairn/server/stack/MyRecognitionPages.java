package org.cairn.server.stack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.stack.MyStackPages.Crumb;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Asking to have prior learning or credit from elsewhere recognised, and what came of it.
@Controller
@RequestMapping("/portfolio/stacks/recognitions")
class MyRecognitionPages {
    private static final int MOST_SPECS = 300;

    private final Recognitions recognitions;
    private final Organisations organisations;
    private final Specs specs;
    private final MessageSource messages;
    private final Flash flash;

    MyRecognitionPages(
            Recognitions recognitions, Organisations organisations, Specs specs, MessageSource messages, Flash flash) {
        this.recognitions = recognitions;
        this.organisations = organisations;
        this.specs = specs;
        this.messages = messages;
        this.flash = flash;
    }

    /// One choice of a form.
    record Option(String value, String label) {}

    /// One that was asked for.
    record Line(
            String title,
            String institution,
            String kind,
            String status,
            String on,
            String asked,
            Optional<String> granted,
            Optional<String> reason) {}

    /// What the form sends.
    record Form(
            String institution,
            String kind,
            String title,
            String provider,
            String described,
            String achievedOn,
            String credits,
            String spec) {
        /// What a request leaves out is blank.
        Form(
                @Nullable String institution,
                @Nullable String kind,
                @Nullable String title,
                @Nullable String provider,
                @Nullable String described,
                @Nullable String achievedOn,
                @Nullable String credits,
                @Nullable String spec) {
            this.institution = said(institution);
            this.kind = said(kind);
            this.title = said(title);
            this.provider = said(provider);
            this.described = said(described);
            this.achievedOn = said(achievedOn);
            this.credits = said(credits);
            this.spec = said(spec);
        }

        private static String said(@Nullable String text) {
            return text == null ? "" : text;
        }

        static Form blank(String institution) {
            return new Form(institution, "", "", "", "", "", "", "");
        }

        Recognition.Wish wish() {
            var faults = new ArrayList<Fault>();
            var parsedKind = Stream.of(Recognition.Kind.values())
                    .filter(each -> each.name().equals(kind))
                    .findFirst();
            if (parsedKind.isEmpty()) {
                faults.add(Fault.of("kind", "stackme.recognition.kind.form"));
            }
            var day = day();
            if (day.isEmpty()) {
                faults.add(Fault.of("achievedOn", "stackme.recognition.day.form"));
            }
            var number = number();
            if (number.isEmpty()) {
                faults.add(Fault.of("credits", "stack.recognition.credits.form"));
            }
            if (!faults.isEmpty()) {
                throw new InputException(faults);
            }
            return new Recognition.Wish(
                    parsedKind.orElseThrow(),
                    title,
                    provider,
                    described,
                    day.orElseThrow(),
                    number.orElseThrow(),
                    CatalogueNames.uuid(spec).map(SpecId::new));
        }

        private Optional<LocalDate> day() {
            try {
                return Optional.of(LocalDate.parse(achievedOn.strip()));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        private Optional<BigDecimal> number() {
            try {
                return credits.length() > 12 ? Optional.empty() : Optional.of(new BigDecimal(credits.strip()));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model model, Locale locale) {
        var wording = new Wording(messages, locale);
        model.addAttribute(
                "rows",
                recognitions.of(me.person()).stream()
                        .map(each -> line(each, wording))
                        .toList());
        model.addAttribute("crumbs", crumbs(locale));
        return "stack/mine/recognitions";
    }

    private Line line(Recognition recognition, Wording wording) {
        var wish = recognition.wish();
        return new Line(
                wish.title(),
                organisations
                        .byId(recognition.organisation())
                        .map(Organisation::legalName)
                        .orElse(""),
                wish.kind().name(),
                recognition.status().name(),
                wording.day(Days.of(recognition.askedAt())),
                wording.credits(wish.credits()),
                recognition.granted().map(granted -> wording.credits(granted.credits())),
                recognition.reason());
    }

    /// First the institution, then the rest: which microcredentials there are depends on it.
    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String institution, Model model, Locale locale) {
        return form(Form.blank(institution), Map.of(), model, locale);
    }

    @PostMapping
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn me, Form form, Model model, RedirectAttributes next, Locale locale) {
        var organisation = institutions().stream()
                .filter(each -> each.slug().equals(form.institution()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("organisation"));
        try {
            var wish = form.wish();
            if (wish.spec()
                    .filter(spec -> specs.versions(organisation.id(), spec).isEmpty())
                    .isPresent()) {
                throw new InputException(Fault.of("spec", "stackme.recognition.spec.form"));
            }
            recognitions.ask(me, organisation.id(), wish);
        } catch (InputException e) {
            var view = form(form, errors(e, messages, locale), model, locale);
            return new ModelAndView(view, model.asMap(), HttpStatus.BAD_REQUEST);
        }
        flash.ok(next, locale, "stackme.recognition.done");
        return new ModelAndView("redirect:/portfolio/stacks/recognitions");
    }

    private String form(Form form, Map<String, String> errors, Model model, Locale locale) {
        var chosen = institutions().stream()
                .filter(each -> each.slug().equals(form.institution()))
                .findFirst();
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "institutions",
                institutions().stream()
                        .map(each -> new Option(each.slug(), each.legalName()))
                        .toList());
        model.addAttribute("chosen", chosen.map(Organisation::legalName));
        model.addAttribute(
                "specs",
                chosen.stream()
                        .flatMap(each -> specs.catalogue("", Optional.of(each.id()), MOST_SPECS, 0).stream())
                        .map(spec -> new Option(
                                spec.spec().toString(), spec.content().titleIn(locale)))
                        .toList());
        model.addAttribute(
                "kinds",
                Stream.of(Recognition.Kind.values())
                        .map(kind -> new Option(kind.name(), words("stackme.recognition.kind." + kind, locale)))
                        .toList());
        model.addAttribute("crumbs", crumbs(locale, new Crumb("", words("stackme.recognition.new", locale))));
        return "stack/mine/recognition-new";
    }

    private List<Organisation> institutions() {
        return organisations.all().stream()
                .filter(each -> each.kind() == Organisation.Kind.INSTITUTION)
                .toList();
    }

    static Map<String, String> errors(InputException e, MessageSource messages, Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        e.faults()
                .forEach(fault -> errors.putIfAbsent(
                        fault.field(),
                        messages.getMessage(fault.key(), fault.args().toArray(), locale)));
        return errors;
    }

    private List<Crumb> crumbs(Locale locale, Crumb... below) {
        var here = new Crumb("/portfolio/stacks/recognitions", words("stackme.recognition.title", locale));
        return MyStackPages.trail(
                messages,
                locale,
                Stream.concat(Stream.of(here), Stream.of(below)).toArray(Crumb[]::new));
    }

    private String words(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
