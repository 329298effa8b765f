package org.cairn.server.review;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.PersonId;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What the pages of reviews have in common: words, choices, names, crumbs, days, and how a form
/// is answered.
@Component
class ReviewForms {
    private final People people;
    private final MessageSource messages;
    private final Flash flash;

    ReviewForms(People people, MessageSource messages, Flash flash) {
        this.people = people;
        this.messages = messages;
        this.flash = flash;
    }

    /// One choice of a select or a group.
    record Option(String value, String label) {}

    /// One step of the way to a page.
    record Crumb(String href, String text) {}

    /// What a handler of a form needs to answer.
    record Answer(Model model, HttpServletResponse response, RedirectAttributes next, Locale locale) {}

    String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /// The words, or what stands in for them where there are none.
    String textOr(String key, String otherwise, Locale locale) {
        var words = messages.getMessage(key, null, otherwise, locale);
        return words == null ? otherwise : words;
    }

    /// Does it and goes to the page that follows; where the input is refused, shows the form
    /// again with each fault beside its field.
    ///
    /// @param okKey what is said then
    String attempt(Runnable deed, String okKey, String then, Supplier<String> again, Answer answer) {
        return attempt(
                () -> {
                    deed.run();
                    return then;
                },
                okKey,
                again,
                answer);
    }

    /// The same for a deed that says itself which page follows.
    String attempt(Supplier<String> deed, String okKey, Supplier<String> again, Answer answer) {
        String then;
        try {
            then = deed.get();
        } catch (InputException e) {
            answer.response().setStatus(HttpServletResponse.SC_BAD_REQUEST);
            var errors = new LinkedHashMap<String, String>();
            e.faults()
                    .forEach(fault -> errors.putIfAbsent(
                            fault.field(),
                            text(fault.key(), answer.locale(), fault.args().toArray())));
            answer.model().addAttribute("errors", errors);
            return again.get();
        }
        flash.ok(answer.next(), answer.locale(), okKey);
        return "redirect:" + then;
    }

    static void fresh(Model model) {
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
    }

    List<Option> options(String prefix, Stream<String> values, Locale locale) {
        return values.map(value -> new Option(value, text(prefix + value, locale)))
                .toList();
    }

    String title(SpecContent content, Locale locale) {
        var title = content.titleIn(locale);
        return title.isBlank() ? text("review.untitled", locale) : title;
    }

    /// Her name; a program's key and the system have words of their own.
    String actor(String actor, Locale locale) {
        return Independence.named(actor)
                .map(person -> name(person, locale))
                .orElseGet(() -> text(actor.equals("system") ? "review.actor.system" : "review.actor.program", locale));
    }

    String name(PersonId person, Locale locale) {
        return people.byId(person).map(Person::name).orElseGet(() -> text("review.actor.gone", locale));
    }

    /// The page of a form about a review, `review/NAME`; its title is `review.NAME.title`.
    String page(String name, Acting acting, Dossier dossier, Locale locale, Model model) {
        fresh(model);
        var heading = text("review." + name + ".title", locale);
        model.addAttribute("base", here(acting, dossier.review().id()));
        model.addAttribute("title", title(dossier.round().content(), locale));
        model.addAttribute("crumbs", crumbs(acting, Optional.of(dossier), Optional.of(heading), locale));
        return "review/" + name;
    }

    List<Crumb> crumbs(Acting acting, Optional<Dossier> dossier, Optional<String> here, Locale locale) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb(home(acting), text("review.list.title", locale)));
        dossier.ifPresent(each -> crumbs.add(new Crumb(
                here.isPresent() ? here(acting, each.review().id()) : "",
                title(each.round().content(), locale))));
        here.ifPresent(text -> crumbs.add(new Crumb("", text)));
        return List.copyOf(crumbs);
    }

    static String home(Acting acting) {
        return "/o/" + acting.organisation().slug() + "/reviews";
    }

    static String here(Acting acting, ReviewId id) {
        return home(acting) + "/" + id;
    }

    static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    static String day(Instant at, Locale locale) {
        return day(LocalDate.ofInstant(at, ZoneOffset.UTC), locale);
    }

    static String minute(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atOffset(ZoneOffset.UTC));
    }
}
