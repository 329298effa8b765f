package org.cairn.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// A published microcredential in our own words, and for each demand of a pack one change by which it is not
/// met.
record Example(Map<String, Object> subject, Map<String, Change> fails) {

    /// @param at a path with positions, as `spec.outcome.0.text`
    record Change(String at, Object to, String outcome) {}

    static Example of(String pack) {
        var root = group(
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Resources.text("examples/" + pack + ".yaml")));
        var fails = new LinkedHashMap<String, Change>();
        group(need(root, "fails")).forEach((rule, change) -> fails.put(rule, change(group(change))));
        return new Example(group(need(root, "subject")), fails);
    }

    private static Change change(Map<String, Object> from) {
        return new Change((String) need(from, "at"), need(from, "to"), (String) from.getOrDefault("outcome", "FAIL"));
    }

    Map<String, Object> changed(String at, Object to) {
        return group(changed(subject, List.of(at.split("\\.")), to));
    }

    private static Object changed(Object in, List<String> path, Object to) {
        if (path.isEmpty()) {
            return to;
        }
        var rest = path.subList(1, path.size());
        if (in instanceof List<?> list) {
            var copy = new ArrayList<Object>(list);
            var position = Integer.parseInt(path.getFirst());
            copy.set(position, changed(copy.get(position), rest, to));
            return copy;
        }
        var copy = new LinkedHashMap<>(group(in));
        copy.put(path.getFirst(), changed(need(copy, path.getFirst()), rest, to));
        return copy;
    }

    private static Object need(Map<String, Object> from, String name) {
        return Objects.requireNonNull(from.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> group(Object from) {
        return (Map<String, Object>) from;
    }
}
