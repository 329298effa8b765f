package org.cairn.server.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.server.stack.RuleTree.Many;
import org.cairn.server.stack.RuleTree.Pairs;
import org.cairn.server.stack.RuleTree.Part;
import org.cairn.server.stack.RuleTree.Word;

/// The builder's form put back into the tree it was made from. What is left empty is left out; what the form has no
/// field for stays as it is in the tree.
final class RuleFormTree {
    private static final List<String> ROUNDED = List.of("up", "down", "halfUp");

    private final RuleForm form;

    private RuleFormTree(RuleForm form) {
        this.form = form;
    }

    static Pairs of(RuleForm form, Pairs before) {
        return new RuleFormTree(form).into(before);
    }

    private Pairs into(Pairs before) {
        var tree = set(before, "title", prose("title"));
        tree = set(tree, "awards", word("awards"));
        tree = set(tree, "level", word("level"));
        tree = tree.with("inForce", set(set(below(before, "inForce"), "from", word("from")), "to", word("to")));
        var credit = set(below(before, "credit"), "scheme", word("scheme"));
        tree = tree.with("credit", set(credit, "rounding", stepped("creditRounding", ROUNDED)));
        if (form.says("n.r.kind")) {
            tree = tree.with("root", node("r"));
        }
        var constraints = form.parts("c.").stream()
                .map(place -> constraint("c." + place + "."))
                .toList();
        tree = constraints.isEmpty()
                ? tree.without("constraints")
                : tree.without("constraints").with("constraints", new Many(constraints));
        // Options come last, as a registrar would tell them.
        return tree.without("options").with("options", options(below(before, "options")));
    }

    private Pairs options(Pairs options) {
        var set = options;
        for (var name : RuleFormFields.OPTIONS) {
            set = set(set, name, word(name));
        }
        set = set(set, "rounding", stepped("rounding", ROUNDED));
        return set(set, "splitting", stepped("splitting", List.of("by")));
    }

    /// A word by itself, or one that needs a number.
    private Optional<Part> stepped(String name, List<String> needANumber) {
        var chosen = form.value(name).strip();
        return needANumber.contains(chosen)
                ? Optional.of(
                        Pairs.of(chosen, new Word(form.value(name + "Step").strip())))
                : word(name);
    }

    private Part node(String path) {
        var prefix = "n." + path + ".";
        return switch (form.value(prefix + "kind")) {
            case "slot" -> slot(prefix);
            case "anyOf" -> {
                var any = set(new Pairs(Map.of()), "atLeast", word(prefix + "atLeast"));
                yield Pairs.of("anyOf", any.with("of", children(path)));
            }
            case "all" -> Pairs.of("all", children(path));
            default -> kept(prefix + "other");
        };
    }

    private Many children(String path) {
        return new Many(form.parts("n." + path + "-").stream()
                .map(place -> node(path + "-" + place))
                .toList());
    }

    private Part kept(String name) {
        var text = form.value(name);
        return RuleTree.part(text).orElseGet(() -> new Word(text));
    }

    private Pairs slot(String prefix) {
        var slot = new Pairs(Map.of("slot", new Word(form.value(prefix + "slot").strip())));
        slot = set(slot, "title", prose(prefix + "title"));
        slot = set(slot, "need", need(prefix));
        slot = set(slot, "accepts", filter(prefix + "f."));
        return set(slot, "cost", word(prefix + "cost"));
    }

    private Optional<Part> need(String prefix) {
        var least = word(prefix + "least");
        var most = word(prefix + "most");
        return switch (form.value(prefix + "need")) {
            case "count" -> Optional.of(Pairs.of("count", amount(least, most)));
            case "credits" -> Optional.of(Pairs.of("credits", amount(least, most)));
            case "outcomes" -> {
                var outcomes = new Many(lines(prefix + "outcomes"));
                yield Optional.of(set(Pairs.of("outcomes", outcomes), "atLeast", least));
            }
            default -> Optional.empty();
        };
    }

    private static Part amount(Optional<Part> least, Optional<Part> most) {
        return most.<Part>map(_ -> set(set(new Pairs(Map.of()), "atLeast", least), "atMost", most))
                .orElseGet(() -> least.orElseGet(() -> new Word("")));
    }

    /// One question by itself, several joined by `all`.
    private Optional<Part> filter(String prefix) {
        var all = new ArrayList<Part>();
        list(prefix + "source").ifPresent(value -> all.add(Pairs.of("source", value)));
        list(prefix + "family").ifPresent(value -> all.add(Pairs.of("family", value)));
        words(prefix + "category").ifPresent(value -> all.add(Pairs.of("category", value)));
        two(prefix + "level.", "framework", "atLeast").ifPresent(value -> all.add(Pairs.of("level", value)));
        two(prefix + "grade.", "scheme", "atLeast").ifPresent(value -> all.add(Pairs.of("grade", value)));
        within(prefix).ifPresent(value -> all.add(Pairs.of("awardedWithin", value)));
        if (!form.value(prefix + "notExpired").isBlank()) {
            all.add(new Word("notExpired"));
        }
        form.value(prefix + "rest")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> all.add(RuleTree.part(line).orElseGet(() -> new Word(line.strip()))));
        if (all.isEmpty()) {
            return form.value(prefix + "anything").isBlank() ? Optional.empty() : Optional.of(new Word("anything"));
        }
        return Optional.of(all.size() == 1 ? all.getFirst() : Pairs.of("all", new Many(all)));
    }

    private Optional<Part> within(String prefix) {
        return period(prefix + "within")
                .map(period -> word(prefix + "anchor")
                        .<Part>map(anchor -> Pairs.of("period", period).with("anchor", anchor))
                        .orElse(period));
    }

    private Optional<Part> period(String name) {
        var unit = Optional.of(form.value(name + ".unit").strip())
                .filter(each -> !each.isEmpty())
                .orElse("Y");
        return word(name).map(number -> new Word("P" + number.word() + unit));
    }

    private Optional<Part> two(String prefix, String first, String second) {
        var both = set(set(new Pairs(Map.of()), first, word(prefix + first)), second, word(prefix + second));
        return both.of().isEmpty() ? Optional.empty() : Optional.of(both);
    }

    private Part constraint(String prefix) {
        var kind = ConstraintKind.of(form.value(prefix + "kind"));
        if (kind.isEmpty()) {
            return kept(prefix + "other");
        }
        if (kind.get().isBare()) {
            return new Word(kind.get().key());
        }
        if (kind.get().isOneValue()) {
            var only = field(prefix, kind.get().fields().getFirst());
            return Pairs.of(kind.get().key(), only.orElseGet(() -> new Word("")));
        }
        var body = new Pairs(Map.of());
        for (var field : kind.get().fields()) {
            body = set(body, field.name(), field(prefix, field));
        }
        return Pairs.of(kind.get().key(), body);
    }

    private Optional<Part> field(String prefix, ConstraintKind.Field field) {
        var name = prefix + field.form();
        return switch (field.type()) {
            case WORD, CHOICE, SLOT -> word(name);
            case LINES ->
                Optional.<Part>of(new Many(lines(name)))
                        .filter(many -> !many.items().isEmpty());
            case SLOTS -> list(name).map(part -> part instanceof Many ? part : new Many(List.of(part)));
            case PERIOD -> period(name);
            case FILTER -> filter(name + ".");
            case PROSE -> prose(name);
        };
    }

    private Optional<Part> word(String name) {
        return Optional.of(form.value(name).strip())
                .filter(text -> !text.isEmpty())
                .map(Word::new);
    }

    private Optional<Part> list(String name) {
        return several(form.all(name));
    }

    private Optional<Part> words(String name) {
        return several(List.of(form.value(name).split(",")));
    }

    private static Optional<Part> several(List<String> texts) {
        var words = texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .<Part>map(Word::new)
                .toList();
        return switch (words.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(words.getFirst());
            default -> Optional.of(new Many(words));
        };
    }

    private List<Part> lines(String name) {
        return form.value(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .<Part>map(Word::new)
                .toList();
    }

    private Optional<Part> prose(String name) {
        var texts = new LinkedHashMap<String, Part>();
        new TreeMap<>(form.texts(name)).forEach((language, text) -> {
            if (!text.isBlank()) {
                texts.put(language, new Word(text.strip().replace("\r\n", "\n")));
            }
        });
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Pairs(texts));
    }

    private static Pairs below(Pairs tree, String key) {
        return tree.at(key).orElseGet(() -> new Pairs(Map.of())) instanceof Pairs pairs ? pairs : new Pairs(Map.of());
    }

    private static Pairs set(Pairs pairs, String key, Optional<Part> value) {
        return value.map(each -> pairs.with(key, each)).orElseGet(() -> pairs.without(key));
    }
}
