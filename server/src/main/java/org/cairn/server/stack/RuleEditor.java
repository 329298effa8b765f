package org.cairn.server.stack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.server.identity.Acting;
import org.cairn.server.stack.DeskForms.Option;
import org.cairn.server.web.Languages;
import org.cairn.stacking.rule.Anchor;
import org.cairn.stacking.rule.Denominator;
import org.cairn.stacking.rule.Options;
import org.cairn.stacking.rule.Source;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Fills the model of the builder's page.
@Component
class RuleEditor {
    private static final List<String> ROUNDING = List.of("exact", "up", "down", "halfUp");
    private static final Set<String> OPTIONS =
            Set.of("denominator", "rounding", "splitting", "surplus", "recency", "expiry", "annulment", "confirmation");
    private static final Pattern STEP = Pattern.compile("\\.?(all|anyOf\\.of)\\[([0-9]{1,2})](.*)");
    private static final Pattern CONDITION = Pattern.compile("constraints\\[([0-9]{1,3})].*");
    private static final Map<String, String> FIELDS = Map.of(
            "inForce", "from",
            "inForce.from", "from",
            "inForce.to", "to",
            "credit.scheme", "scheme");

    private final SpecNames names;
    private final FaultWords faults;
    private final DeskForms forms;

    RuleEditor(SpecNames names, FaultWords faults, DeskForms forms) {
        this.names = names;
        this.faults = faults;
        this.forms = forms;
    }

    record Tongue(String tag, String name, String dir) {}

    /// A slot or a group as the page draws it.
    ///
    /// @param path `r` for the root, `r-0` for its first part
    record Node(String path, String prefix, String kind, boolean first, boolean last, List<Node> parts) {}

    /// A condition as the page draws it.
    record Condition(
            int place, String prefix, String kind, List<ConstraintKind.Field> fields, boolean first, boolean last) {}

    void fill(Model model, Acting acting, RuleForm form, String text, Locale locale) {
        model.addAttribute("form", form);
        model.addAttribute("tongues", tongues(form, locale));
        model.addAttribute("errors", errors(text, locale));
        model.addAttribute("awardable", awardable(acting, form, locale));
        model.addAttribute("root", node(form, "r", true, true));
        model.addAttribute("conditions", conditions(form));
        model.addAttribute("families", names.families(acting.organisationId(), locale));
        model.addAttribute("slots", slots(form));
        model.addAttribute("newConditions", forms.options("stackdesk.condition.", ConstraintKind.keys(), locale));
        options(model, locale);
    }

    private void options(Model model, Locale locale) {
        model.addAttribute("roundings", forms.options("stackdesk.rounding.", ROUNDING, locale));
        model.addAttribute("denominators", forms.options("stackdesk.denominator.", Denominator.values(), locale));
        model.addAttribute("splittings", forms.options("stackdesk.splitting.", List.of("whole", "by"), locale));
        model.addAttribute("surpluses", forms.options("stackdesk.surplus.", Options.Surplus.values(), locale));
        model.addAttribute("anchors", forms.options("stackdesk.recency.", Anchor.values(), locale));
        model.addAttribute("expiries", forms.options("stackdesk.expiry.", Options.Expiry.values(), locale));
        model.addAttribute("annulments", forms.options("stackdesk.annulment.", Options.Annulment.values(), locale));
        model.addAttribute(
                "confirmations", forms.options("stackdesk.confirmation.", Options.Confirmation.values(), locale));
        model.addAttribute("sources", forms.options("stackdesk.source.", Source.values(), locale));
        model.addAttribute("units", forms.options("stackdesk.unit.", List.of("Y", "M"), locale));
        model.addAttribute("needs", forms.options("stackdesk.need.", List.of("count", "credits", "outcomes"), locale));
        var choices = new LinkedHashMap<String, List<Option>>();
        ConstraintKind.ALL.forEach(kind -> kind.fields().stream()
                .filter(field -> !field.choices().isEmpty())
                .forEach(field -> choices.put(
                        kind.key() + "." + field.name(),
                        forms.options("stackdesk." + field.name() + ".", field.choices(), locale))));
        model.addAttribute("choices", choices);
    }

    /// What is wrong, by the field it is about.
    private Map<String, String> errors(String text, Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        faults.of(text, locale).forEach(told -> errors.putIfAbsent(field(told.path()), message(told, locale)));
        return errors;
    }

    /// What is missing is told by the field's name: who fills in a form need not know the text.
    private String message(FaultWords.Told told, Locale locale) {
        return told.code().equals("MISSING") || told.code().equals("EMPTY")
                ? forms.text(
                        "stackdesk.rule.toSay", locale, forms.text("stackdesk." + label(field(told.path())), locale))
                : told.message();
    }

    private static String label(String field) {
        if (field.startsWith("c.")) {
            return "section.conditions";
        }
        if (field.startsWith("n.")) {
            return switch (field.replaceAll(".*\\.", "")) {
                case "slot" -> "slot.name";
                case "title" -> "slot.title";
                case "need" -> "need";
                case "f" -> "accepts";
                default -> "section.slots";
            };
        }
        return switch (field) {
            case "title" -> "rule.name";
            case "awards", "level", "from", "to", "scheme", "creditRounding" -> "rule." + field;
            default -> OPTIONS.contains(field) ? field : "section.about";
        };
    }

    /// The form's field for a place in the rule.
    static String field(String path) {
        if (path.startsWith("root")) {
            return ofNode("r", path.substring("root".length()));
        }
        var condition = CONDITION.matcher(path);
        if (condition.matches()) {
            return "c." + condition.group(1);
        }
        var plain = path.replaceAll("[.\\[].*", "");
        return switch (plain) {
            case "inForce", "credit" ->
                path.startsWith("credit.rounding") ? "creditRounding" : FIELDS.getOrDefault(path, plain);
            case "options" -> path.replaceAll("^options\\.?", "").replaceAll("[.\\[].*", "");
            default -> plain;
        };
    }

    private static String ofNode(String path, String rest) {
        var step = STEP.matcher(rest);
        if (step.matches()) {
            return ofNode(path + "-" + step.group(2), step.group(3));
        }
        var key = rest.replaceAll("^\\.", "").replaceAll("[.\\[].*", "");
        return switch (key) {
            case "slot", "title", "need" -> "n." + path + "." + key;
            case "accepts" -> "n." + path + ".f";
            default -> "n." + path;
        };
    }

    private static Node node(RuleForm form, String path, boolean first, boolean last) {
        var places = form.parts("n." + path + "-");
        var kind = form.value("n." + path + ".kind");
        return new Node(
                path,
                "n." + path + ".",
                kind.isEmpty() ? "all" : kind,
                first,
                last,
                places.stream()
                        .map(place -> node(form, path + "-" + place, place == 0, place == places.size() - 1))
                        .toList());
    }

    private static List<Condition> conditions(RuleForm form) {
        var places = form.parts("c.");
        return places.stream()
                .map(place -> condition(form, place, places.size()))
                .toList();
    }

    private static Condition condition(RuleForm form, int place, int many) {
        var kind = form.value("c." + place + ".kind");
        return new Condition(
                place,
                "c." + place + ".",
                kind,
                ConstraintKind.of(kind).map(ConstraintKind::fields).orElse(List.of()),
                place == 0,
                place == many - 1);
    }

    private static List<Option> slots(RuleForm form) {
        return RuleEdits.names(RuleFormTree.of(form, new RuleTree.Pairs(Map.of()))
                        .at("root")
                        .orElseGet(() -> new RuleTree.Word("")))
                .stream()
                .map(name -> new Option(name, name))
                .toList();
    }

    /// What the organisation can award, and what the rule names besides.
    private List<Option> awardable(Acting acting, RuleForm form, Locale locale) {
        var now = form.value("awards");
        var own = names.awardable(acting.organisationId(), locale).stream()
                .map(option -> now.endsWith(option.value()) ? new Option(now, option.label()) : option)
                .toList();
        var isKnown =
                now.isBlank() || own.stream().anyMatch(option -> option.value().equals(now));
        return isKnown
                ? own
                : Stream.concat(own.stream(), Stream.of(new Option(now, now))).toList();
    }

    /// The reader's language first, then the shipped ones, then what the rule has besides.
    private static List<Tongue> tongues(RuleForm form, Locale locale) {
        var tags = new LinkedHashSet<String>();
        tags.add(Languages.nearest(locale).toLanguageTag());
        Languages.ALL.forEach(each -> tags.add(each.toLanguageTag()));
        tags.addAll(form.tags());
        Optional.of(form.value("addLanguage").strip().toLowerCase(Locale.ROOT))
                .filter(tag -> tag.matches("[a-z]{2,3}"))
                .ifPresent(tags::add);
        return tags.stream().map(RuleEditor::tongue).toList();
    }

    private static Tongue tongue(String tag) {
        var locale = Locale.forLanguageTag(tag);
        return new Tongue(tag, locale.getDisplayLanguage(locale), Languages.direction(locale));
    }
}
