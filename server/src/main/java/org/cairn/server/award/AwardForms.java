package org.cairn.server.award;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.web.InputException.Fault;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the pages of this capability have in common: choices and reasons in the reader's words, and crumbs.
@Component
class AwardForms {
    private final Specs specs;
    private final MessageSource messages;

    AwardForms(Specs specs, MessageSource messages) {
        this.specs = specs;
        this.messages = messages;
    }

    /// One choice of a select.
    record Option(String value, String label) {}

    /// One step of the way to a page.
    record Crumb(String href, String text) {}

    List<Option> specOptions(Acting acting, Locale locale) {
        return specs.publishedOf(acting.organisationId()).stream()
                .map(s ->
                        new Option(s.id().value().toString(), label(s.content().titleIn(locale), s.number(), locale)))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    Map<String, String> specTitles(Acting acting, Locale locale) {
        var titles = new LinkedHashMap<String, String>();
        specOptions(acting, locale).forEach(o -> titles.put(o.value(), o.label()));
        return titles;
    }

    private String label(String title, int number, Locale locale) {
        return text("award.spec.label", locale, title, number);
    }

    List<Option> options(String prefix, List<String> values, Locale locale) {
        return values.stream().map(v -> new Option(v, text(prefix + v, locale))).toList();
    }

    /// Answers 400 and puts each fault's words into `errors`, under its field.
    void refuse(List<Fault> faults, Model model, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        var errors = new LinkedHashMap<String, String>();
        faults.forEach(f ->
                errors.putIfAbsent(f.field(), text(f.key(), locale, f.args().toArray())));
        model.addAttribute("errors", errors);
    }

    String words(Reason reason, Locale locale) {
        return text(reason.key(), locale, reason.args().toArray());
    }

    String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /// From the list of awards down to a page.
    List<Crumb> crumbs(Acting acting, Locale locale, Crumb... below) {
        return Stream.concat(Stream.of(new Crumb(home(acting), text("award.list.title", locale))), Stream.of(below))
                .toList();
    }

    static String home(Acting acting) {
        return "/o/" + acting.organisation().slug() + "/awards";
    }
}
