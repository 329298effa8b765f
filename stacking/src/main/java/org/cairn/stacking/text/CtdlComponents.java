package org.cairn.stacking.text;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.cairn.stacking.rule.Filter;

/// The components of one pathway, by name.
final class CtdlComponents {
    private final String base;
    private final List<CtdlPathway.Loss> losses;
    private final Map<String, Map<String, Object>> components = new LinkedHashMap<>();

    CtdlComponents(String base, List<CtdlPathway.Loss> losses) {
        this.base = base;
        this.losses = losses;
    }

    List<Map<String, Object>> all() {
        return List.copyOf(components.values());
    }

    String id(String name) {
        return base + "#" + name;
    }

    /// @param title by language tag
    Map<String, Object> add(String type, String name, Map<String, String> title) {
        var component = node(type, name, title);
        components.put(name, component);
        return component;
    }

    /// A node whose CTID follows from its address, so that the same rule gives the same document.
    Map<String, Object> node(String type, String name, Map<String, String> title) {
        var node = new LinkedHashMap<String, Object>();
        node.put("@id", id(name));
        node.put("@type", type);
        node.put("ceterms:ctid", "ce-" + UUID.nameUUIDFromBytes(id(name).getBytes(StandardCharsets.UTF_8)));
        if (!title.isEmpty()) {
            node.put("ceterms:name", new TreeMap<>(title));
        }
        return node;
    }

    /// What has to come before a component.
    void precedes(String before, String after) {
        Optional.ofNullable(components.get(after)).ifPresent(later -> {
            var first = new ArrayList<Object>(
                    later.get("ceterms:prerequisite") instanceof Collection<?> some ? some : List.of());
            if (!first.contains(id(before))) {
                first.add(id(before));
            }
            later.put("ceterms:prerequisite", List.copyOf(first));
        });
    }

    /// The components that a filter names. Whatever else it asks is lost; when it names none, any item may be
    /// meant.
    List<String> accepted(Filter filter, String path) {
        return switch (filter) {
            case Filter.Anything _ -> List.of();
            case Filter.Spec(var in) -> specs(in);
            case Filter.Family(var in) -> specs(in);
            case Filter.Any(var of)
            when of.stream().allMatch(CtdlComponents::names) ->
                of.stream()
                        .flatMap(each -> accepted(each, path).stream())
                        .distinct()
                        .toList();
            case Filter.All(var of) -> inAll(of, path);
            default -> {
                lost(path);
                yield List.of();
            }
        };
    }

    /// Of several lists of names that all have to hold, only one can be said.
    private List<String> inAll(List<Filter> of, String path) {
        List<String> accepted = List.of();
        for (var part = 0; part < of.size(); part++) {
            var at = "%s.all[%d]".formatted(path, part);
            if (accepted.isEmpty()) {
                accepted = accepted(of.get(part), at);
            } else {
                lostFilters(of.get(part), at);
            }
        }
        return accepted;
    }

    void lostFilters(Filter filter, String path) {
        if (!(filter instanceof Filter.Anything)) {
            lost(path);
        }
    }

    private void lost(String path) {
        losses.add(new CtdlPathway.Loss(path, CtdlPathway.Loss.Kind.FILTER));
    }

    private static boolean names(Filter filter) {
        return filter instanceof Filter.Spec || filter instanceof Filter.Family;
    }

    private List<String> specs(Collection<String> specs) {
        return proxies("ceterms:CredentialComponent", "spec-", specs);
    }

    List<String> competencies(Collection<String> outcomes) {
        return proxies("ceterms:CompetencyComponent", "outcome-", outcomes);
    }

    private List<String> proxies(String type, String prefix, Collection<String> of) {
        var ids = new ArrayList<String>();
        for (var each : of) {
            var name = prefix + UUID.nameUUIDFromBytes(each.getBytes(StandardCharsets.UTF_8));
            if (!components.containsKey(name)) {
                add(type, name, Map.of()).put("ceterms:proxyFor", each);
            }
            ids.add(id(name));
        }
        return ids;
    }

    static Map<String, Object> condition(int required, List<String> targets) {
        var condition = condition();
        condition.put("ceterms:requiredNumber", required);
        return targeted(condition, targets);
    }

    /// The sum of the credits of what is brought.
    static Map<String, Object> creditCondition(BigDecimal atLeast, List<String> targets) {
        var sum = comparison("ceterms:creditValue", "compare:GTEQ", atLeast.toPlainString());
        sum.put("ceterms:leftAction", "array:Sum");
        return targeted(constrained(sum), targets);
    }

    static Map<String, Object> constrained(Map<String, Object> constraint) {
        var condition = condition();
        condition.put("ceterms:hasConstraint", List.of(constraint));
        return condition;
    }

    static Map<String, Object> comparison(String left, String comparator, String right) {
        var constraint = new LinkedHashMap<String, Object>();
        constraint.put("@type", "ceterms:Constraint");
        constraint.put("ceterms:leftSource", List.of(left));
        constraint.put("ceterms:comparator", comparator);
        constraint.put("ceterms:rightSource", List.of(right));
        return constraint;
    }

    private static Map<String, Object> condition() {
        var condition = new LinkedHashMap<String, Object>();
        condition.put("@type", "ceterms:ComponentCondition");
        return condition;
    }

    private static Map<String, Object> targeted(Map<String, Object> condition, List<String> targets) {
        if (!targets.isEmpty()) {
            condition.put("ceterms:targetComponent", targets);
        }
        return condition;
    }
}
