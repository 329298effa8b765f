package org.cairn.server.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.cairn.server.stack.RuleTree.Many;
import org.cairn.server.stack.RuleTree.Pairs;
import org.cairn.server.stack.RuleTree.Part;
import org.cairn.server.stack.RuleTree.Word;

/// What the builder's buttons do to the tree of a rule.
final class RuleEdits {
    private static final Pattern ON_A_PART =
            Pattern.compile("(slot|all|anyOf|remove|up|down):(r(?:-[0-9]{1,2}){0,20})");
    private static final Pattern ON_A_CONDITION = Pattern.compile("(remove|up|down)-condition:([0-9]{1,3})");

    private RuleEdits() {}

    /// @param action what the button says, as `slot:r-0`; anything else changes nothing
    /// @param condition the kind that is to be added by `condition`
    static Pairs done(Pairs tree, String action, String condition) {
        var onAPart = ON_A_PART.matcher(action);
        if (onAPart.matches()) {
            return onAPart(tree, onAPart.group(1), places(onAPart.group(2)));
        }
        var conditions = new ArrayList<>(tree.at("constraints").map(Part::items).orElse(List.of()));
        var onACondition = ON_A_CONDITION.matcher(action);
        if (onACondition.matches()) {
            move(conditions, onACondition.group(1), Integer.parseInt(onACondition.group(2)));
        } else if (action.equals("condition")) {
            ConstraintKind.of(condition).map(RuleEdits::blank).ifPresent(conditions::add);
        }
        return conditions.isEmpty() ? tree.without("constraints") : tree.with("constraints", new Many(conditions));
    }

    private static Part blank(ConstraintKind kind) {
        if (kind.isBare()) {
            return new Word(kind.key());
        }
        return Pairs.of(kind.key(), kind.isOneValue() ? new Word("") : new Pairs(Map.of()));
    }

    private static Pairs onAPart(Pairs tree, String deed, List<Integer> places) {
        var root = tree.at("root").orElseGet(() -> group("all", List.of()));
        return switch (deed) {
            case "slot" -> tree.with("root", added(root, places, Pairs.of("slot", new Word(freeName(root)))));
            case "all", "anyOf" -> tree.with("root", added(root, places, group(deed, List.of())));
            default ->
                places.isEmpty()
                        ? deed.equals("remove") ? tree.with("root", group("all", List.of())) : tree
                        : tree.with("root", moved(root, places, deed));
        };
    }

    /// A part joins a group; beside a slot, both go into a new one.
    private static Part added(Part part, List<Integer> places, Part more) {
        if (!places.isEmpty()) {
            return inside(part, places.getFirst(), child -> added(child, places.subList(1, places.size()), more));
        }
        if (!isGroup(part)) {
            return group("all", List.of(part, more));
        }
        var parts = new ArrayList<>(parts(part));
        parts.add(more);
        return withParts(part, parts);
    }

    private static Part moved(Part part, List<Integer> places, String deed) {
        if (places.size() > 1) {
            return inside(part, places.getFirst(), child -> moved(child, places.subList(1, places.size()), deed));
        }
        var parts = new ArrayList<>(parts(part));
        move(parts, deed, places.getFirst());
        return withParts(part, parts);
    }

    private static void move(List<Part> parts, String deed, int place) {
        var other = deed.equals("up") ? place - 1 : place + 1;
        if (place >= parts.size()) {
            return;
        }
        if (deed.equals("remove")) {
            parts.remove(place);
        } else if (other >= 0 && other < parts.size()) {
            Collections.swap(parts, place, other);
        }
    }

    private static Part inside(Part part, int place, UnaryOperator<Part> change) {
        var parts = new ArrayList<>(parts(part));
        if (place < parts.size()) {
            parts.set(place, change.apply(parts.get(place)));
        }
        return withParts(part, parts);
    }

    private static boolean isGroup(Part part) {
        return part.at("all").isPresent() || part.at("anyOf").isPresent();
    }

    private static List<Part> parts(Part part) {
        return part.at("all")
                .or(() -> part.at("anyOf").flatMap(any -> any.at("of")))
                .map(Part::items)
                .orElse(List.of());
    }

    private static Part withParts(Part part, List<Part> parts) {
        if (part.at("all").isPresent()) {
            return group("all", parts);
        }
        return part.at("anyOf").orElse(part) instanceof Pairs any && isGroup(part)
                ? Pairs.of("anyOf", any.with("of", new Many(parts)))
                : part;
    }

    private static Pairs group(String kind, List<Part> parts) {
        var many = new Many(parts);
        return Pairs.of(kind, kind.equals("all") ? many : Pairs.of("of", many));
    }

    private static String freeName(Part root) {
        var names = names(root);
        var number = names.size() + 1;
        while (names.contains("slot-" + number)) {
            number++;
        }
        return "slot-" + number;
    }

    /// The names of all slots, in the order of the text.
    static List<String> names(Part part) {
        return part.at("slot")
                .map(name -> List.of(name.word()))
                .orElseGet(() -> parts(part).stream()
                        .flatMap(each -> names(each).stream())
                        .toList());
    }

    private static List<Integer> places(String path) {
        return List.of(path.split("-")).stream().skip(1).map(Integer::valueOf).toList();
    }
}
