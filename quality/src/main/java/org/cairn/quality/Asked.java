package org.cairn.quality;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A fact that a rule looks at, so that a form can ask for it: one that can be typed in, not the group or list it
/// stands in.
///
/// @param path in the dictionary of facts, without positions
/// @param list the list of groups that it stands in, once per member
/// @param codes what may be chosen; empty where anything may be written
/// @param isNamed whether the rule looks at this very fact; else any other of its group or list would do as well
/// @param meaning from the dictionary, in English; may be empty
public record Asked(
        String path, FactType type, Optional<String> list, Set<String> codes, boolean isNamed, String meaning) {
    private static final List<String> EVIDENCE = List.of("party", "kind", "date", "document", "statement");

    public Asked {
        codes = Set.copyOf(codes);
    }

    /// What a rule looks at, in the order in which it does.
    public static List<Asked> by(Rule rule) {
        var reading = new Reading();
        rule.appliesWhen().ifPresent(when -> reading.condition(when, ""));
        reading.condition(rule.check(), "");
        rule.tolerated().ifPresent(tolerated -> reading.condition(tolerated, ""));
        return reading.codes.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), reading.named.contains(entry.getKey())))
                .toList();
    }

    /// The type of the fact at a path of the dictionary; empty where it knows none.
    public static Optional<FactType> typeAt(String path) {
        return Dictionary.FACTS.typeOf(path);
    }

    private static Asked of(String path, Set<String> codes, boolean isNamed) {
        return new Asked(
                path,
                Dictionary.FACTS.typeOf(path).orElse(FactType.TEXT),
                listAround(path),
                codes,
                isNamed,
                Dictionary.FACTS.meaningOf(path));
    }

    private static Optional<String> listAround(String path) {
        for (var cut = path.lastIndexOf('.'); cut > 0; cut = path.lastIndexOf('.', cut - 1)) {
            var around = path.substring(0, cut);
            if (Dictionary.FACTS.typeOf(around).equals(Optional.of(FactType.LIST))) {
                return Optional.of(around);
            }
        }
        return Optional.empty();
    }

    /// Goes through a condition; `list` is whose members `it` is.
    private static final class Reading {
        private final Map<String, Set<String>> codes = new LinkedHashMap<>();
        private final Set<String> named = new LinkedHashSet<>();

        void condition(Condition condition, String list) {
            switch (condition) {
                case Condition.All(var of) -> of.forEach(each -> condition(each, list));
                case Condition.Any(var of) -> of.forEach(each -> condition(each, list));
                case Condition.Not(var of) -> condition(of, list);
                case Condition.Present(var fact) -> place(fact, list);
                case Condition.Count count -> place(count.of(), list);
                case Condition.OneOf(var fact, var accepted) -> place(fact, list, accepted);
                case Condition.Range range -> place(range.fact(), list);
                case Condition.Times times -> {
                    place(times.fact(), list);
                    place(times.of(), list);
                }
                case Condition.Same(var fact, var as) -> {
                    place(fact, list);
                    place(as, list);
                }
                case Condition.Matches matches -> place(matches.fact(), list);
                case Condition.Contains contains -> place(contains.fact(), list);
                case Condition.Each each -> {
                    each.where().ifPresent(where -> condition(where, absolute(each.of(), list)));
                    condition(each.that(), absolute(each.of(), list));
                }
                case Condition.Some some -> condition(some.that(), absolute(some.of(), list));
                case Condition.Covered(var each, var by) -> {
                    place(each, list);
                    place(by, list);
                }
                case Condition.Day day -> {
                    place(day.fact(), list);
                    day.notBefore().ifPresent(before -> place(before, list));
                }
                case Condition.Evidence evidence -> evidence(absolute(evidence.of(), list), evidence.from());
                case Condition.Attested _ -> {}
                case Condition.Resolves resolves -> place(resolves.fact(), list);
            }
        }

        private void evidence(String list, Set<String> from) {
            for (var member : EVIDENCE) {
                named.add(list + "." + member);
                leaf(list + "." + member, member.equals("kind") ? from : Set.of());
            }
        }

        private void place(Place place, String list) {
            place(place, list, Set.of());
        }

        private void place(Place place, String list, Set<String> accepted) {
            var path = absolute(place, list);
            switch (Dictionary.FACTS.typeOf(path).orElse(FactType.ANYTHING)) {
                case TEXT, PROSE, NUMBER, FLAG, DAY, TEXTS -> {
                    named.add(path);
                    leaf(path, accepted);
                }
                case GROUP, LIST -> below(path);
                case ANYTHING -> {}
            }
        }

        /// Only what stands directly below: what stands deeper, a rule names itself when it needs it.
        private void below(String path) {
            Dictionary.FACTS.paths().stream()
                    .filter(each -> each.startsWith(path + ".") && each.indexOf('.', path.length() + 1) < 0)
                    .forEach(each -> leaf(each, Set.of()));
        }

        private void leaf(String path, Set<String> accepted) {
            switch (Dictionary.FACTS.typeOf(path).orElse(FactType.ANYTHING)) {
                case TEXT, PROSE, NUMBER, FLAG, DAY, TEXTS ->
                    codes.computeIfAbsent(path, p -> new LinkedHashSet<>()).addAll(accepted);
                case GROUP, LIST, ANYTHING -> {}
            }
        }

        private static String absolute(Place place, String list) {
            return place.isOfMember() ? String.join(".", prepended(list, place.steps())) : place.path();
        }

        private static List<String> prepended(String list, List<String> steps) {
            return Stream.concat(Stream.of(list), steps.stream()).toList();
        }
    }
}
