package org.cairn.server.offering;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.offering.OfferingTerms.Mode;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Fills the model of the form's page.
@Component
class OfferingForms {
    private final Specs specs;
    private final MessageSource messages;

    OfferingForms(Specs specs, MessageSource messages) {
        this.specs = specs;
        this.messages = messages;
    }

    record Choice(String value, String label) {}

    record Tongue(String tag, String name, String dir) {}

    static String home(Acting acting) {
        return "/o/" + acting.organisation().slug() + "/offerings";
    }

    /// A form for a new offering.
    String fresh(Model model, Acting acting, OfferingForm form, List<Fault> faults, Locale locale) {
        model.addAttribute(
                "specs",
                specs.publishedOf(acting.organisationId()).stream()
                        .map(spec -> new Choice(spec.id().toString(), name(spec, locale)))
                        .toList());
        model.addAttribute("action", home(acting) + "/new");
        return fill(model, acting, form, faults, locale);
    }

    /// A form for an offering that is there already.
    String change(Model model, Acting acting, Offering offering, OfferingForm form, List<Fault> faults, Locale locale) {
        model.addAttribute("offering", offering);
        model.addAttribute(
                "heading",
                specs.published(offering.spec()).map(spec -> name(spec, locale)).orElse(""));
        model.addAttribute("action", home(acting) + "/" + offering.id() + "/edit");
        return fill(model, acting, form, faults, locale);
    }

    private String fill(Model model, Acting acting, OfferingForm form, List<Fault> faults, Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        faults.forEach(f -> errors.putIfAbsent(
                f.field(), messages.getMessage(f.key(), f.args().toArray(), locale)));
        model.addAttribute("base", home(acting));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("tongues", tongues(form, locale));
        model.addAttribute(
                "modes",
                Stream.of(Mode.values())
                        .map(m -> new Choice(m.name(), messages.getMessage("offering.mode." + m, null, locale)))
                        .toList());
        return "offering/form";
    }

    String name(PublishedSpec spec, Locale locale) {
        return messages.getMessage(
                "offering.spec.version", new Object[] {spec.content().titleIn(locale), spec.number()}, locale);
    }

    /// The reader's language first, then the shipped ones, then what is typed in besides.
    private static List<Tongue> tongues(OfferingForm form, Locale locale) {
        var tags = new LinkedHashSet<String>();
        tags.add(Languages.nearest(locale).toLanguageTag());
        Languages.ALL.forEach(l -> tags.add(l.toLanguageTag()));
        tags.addAll(form.tags());
        return tags.stream().map(OfferingForms::tongue).toList();
    }

    private static Tongue tongue(String tag) {
        var locale = Locale.forLanguageTag(tag);
        return new Tongue(tag, locale.getDisplayLanguage(locale), Languages.direction(locale));
    }
}
