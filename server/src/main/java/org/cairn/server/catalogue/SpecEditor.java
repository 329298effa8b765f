package org.cairn.server.catalogue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.server.catalogue.GateReport.Level;
import org.cairn.server.catalogue.GateReport.Outcome;
import org.cairn.server.catalogue.SpecContent.AssessmentType;
import org.cairn.server.catalogue.SpecContent.Participation;
import org.cairn.server.catalogue.SpecContent.QaType;
import org.cairn.server.catalogue.SpecContent.Stacking;
import org.cairn.server.catalogue.SpecContent.Supervision;
import org.cairn.server.identity.Acting;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Fills the models of the editor's pages.
@Component
class SpecEditor {
    private final PublicationGate gate;
    private final MessageSource messages;

    SpecEditor(PublicationGate gate, MessageSource messages) {
        this.gate = gate;
        this.messages = messages;
    }

    record Choice(String value, String label) {}

    record Tongue(String tag, String name, String dir) {}

    /// One element in the side panel.
    record Item(boolean done, String text, String href) {}

    String words(Fault fault, Locale locale) {
        return messages.getMessage(fault.key(), fault.args().toArray(), locale);
    }

    void fill(Model model, Acting acting, SpecDraft draft, SpecForm form, List<Fault> faults, Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        faults.forEach(f -> errors.putIfAbsent(field(f.field()), words(f, locale)));
        model.addAttribute("base", "/o/" + acting.organisation().slug() + "/specs");
        model.addAttribute("draft", draft);
        model.addAttribute("heading", draft.content().titleIn(locale));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("tongues", tongues(form, locale));
        model.addAttribute("items", missing(form.content(draft.content().image()), acting, locale));
        model.addAttribute("assessmentTypes", choices("assessment", AssessmentType.values(), locale));
        model.addAttribute("supervisions", choices("supervision", Supervision.values(), locale));
        model.addAttribute("participations", choices("participation", Participation.values(), locale));
        model.addAttribute("qaTypes", choices("qa", QaType.values(), locale));
        model.addAttribute("stackingKinds", choices("stacking", Stacking.Kind.values(), locale));
        model.addAttribute(
                "eqfLevels",
                IntStream.rangeClosed(1, 8)
                        .mapToObj(n -> new Choice("" + n, "" + n))
                        .toList());
        model.addAttribute("assessmentRows", assessmentRows(form, locale));
        model.addAttribute("revision", draft.revision());
    }

    void conflict(Model model, Acting acting, SpecDraft theirs, SpecForm mine, Locale locale) {
        fill(model, acting, theirs, mine, List.of(), locale);
        model.addAttribute("conflict", SpecForm.of(theirs.content()).raw());
    }

    void publication(Model model, Acting acting, SpecDraft draft, String reason, Optional<Fault> fault, Locale locale) {
        model.addAttribute("base", "/o/" + acting.organisation().slug() + "/specs");
        model.addAttribute("draft", draft);
        model.addAttribute("heading", draft.content().titleIn(locale));
        model.addAttribute("report", gate.check(draft.content(), acting.organisation()));
        model.addAttribute("locale", locale);
        model.addAttribute("reason", reason);
        fault.ifPresent(f -> model.addAttribute("reasonError", words(f, locale)));
    }

    /// What the gate demands of a draft, done or not, each with the way to its field.
    List<Item> missing(SpecContent content, Acting acting, Locale locale) {
        return gate.check(content, acting.organisation()).findings().stream()
                .filter(f -> f.level() == Level.MUST && !f.path().startsWith("award."))
                .map(f -> new Item(
                        f.outcome() != Outcome.FAIL && f.outcome() != Outcome.ERROR,
                        f.titleIn(locale),
                        "#" + section(f.path())))
                .toList();
    }

    private static String section(String path) {
        return switch (path) {
            case "spec.title", "spec.description" -> "about";
            case "spec.outcome" -> "outcomes";
            case "spec.credit", "spec.workload", "spec.level" -> "size";
            case "spec.assessment" -> "assessment";
            case "spec.qualityAssurance" -> "quality";
            case "spec.participation" -> "delivery";
            default -> "top";
        };
    }

    /// A fault's JSON path as the name of the form's field.
    private static String field(String path) {
        return path.replaceAll("^outcomes\\[(\\d+)\\]", "outcome.$1")
                .replaceAll("^skills\\[(\\d+)\\]", "skill.$1")
                .replaceAll("^entrySkills\\[(\\d+)\\]", "entry.$1")
                .replaceAll("^assessments\\[(\\d+)\\]", "assessment.$1")
                .replaceAll("^qualityAssurance\\[(\\d+)\\]", "qa.$1")
                .replace("stacking.targets", "stackingTargets");
    }

    private List<Choice> choices(String group, Enum<?>[] values, Locale locale) {
        return Arrays.stream(values)
                .map(v ->
                        new Choice(v.name(), messages.getMessage("catalogue." + group + "." + v.name(), null, locale)))
                .toList();
    }

    private List<Choice> assessmentRows(SpecForm form, Locale locale) {
        return form.rows("assessment").stream()
                .map(i -> new Choice(
                        "" + i,
                        (i + 1) + ". "
                                + Optional.of(form.value("assessment." + i + ".type"))
                                        .filter(t -> !t.isEmpty())
                                        .map(t -> messages.getMessage("catalogue.assessment." + t, null, "", locale))
                                        .orElse("")))
                .toList();
    }

    /// The reader's language first, then the shipped ones, then what the spec has besides.
    private static List<Tongue> tongues(SpecForm form, Locale locale) {
        var tags = new LinkedHashSet<String>();
        tags.add(Languages.nearest(locale).toLanguageTag());
        Languages.ALL.forEach(l -> tags.add(l.toLanguageTag()));
        tags.addAll(form.tags());
        Optional.of(form.value("addLanguage").strip().toLowerCase(Locale.ROOT))
                .filter(t -> t.matches("[a-z]{2,3}"))
                .ifPresent(tags::add);
        return tags.stream().map(SpecEditor::tongue).toList();
    }

    private static Tongue tongue(String tag) {
        var locale = Locale.forLanguageTag(tag);
        return new Tongue(tag, locale.getDisplayLanguage(locale), Languages.direction(locale));
    }
}
