package org.cairn.server.stack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cairn.server.stack.RuleTree.Pairs;

/// The builder's form: names and texts, such as `title[en]` or `n.r-0.least`. Whatever is typed goes into the rule's
/// text, right or wrong, and the text tells what is wrong. What templates read is public, as their expressions see
/// nothing else.
final class RuleForm {
    private static final Pattern LOCALISED = Pattern.compile("(.+)\\[([A-Za-z0-9-]{2,35})\\]");
    private static final int MOST_PARTS = 60;

    private final Map<String, List<String>> values;

    private RuleForm(Map<String, List<String>> values) {
        this.values = values;
    }

    static RuleForm sent(Map<String, String[]> parameters) {
        var values = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, texts) -> values.put(name, List.of(texts)));
        return new RuleForm(values);
    }

    static RuleForm of(Pairs tree) {
        return new RuleForm(RuleFormFields.of(tree));
    }

    public String value(String name) {
        var texts = values.getOrDefault(name, List.of());
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /// By language tag.
    public Map<String, String> texts(String name) {
        var found = new LinkedHashMap<String, String>();
        values.forEach((key, texts) -> {
            var matcher = LOCALISED.matcher(key);
            if (matcher.matches() && matcher.group(1).equals(name) && !texts.isEmpty()) {
                found.put(matcher.group(2), texts.getFirst());
            }
        });
        return found;
    }

    /// How many numbered things there are below a prefix, as `c.` or `n.r-`.
    public List<Integer> parts(String prefix) {
        var many = 0;
        while (many < MOST_PARTS && values.containsKey(prefix + many + ".kind")) {
            many++;
        }
        return IntStream.range(0, many).boxed().toList();
    }

    /// Whether anything is said below this prefix.
    public boolean says(String prefix) {
        return values.entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith(prefix)
                        && entry.getValue().stream().anyMatch(text -> !text.isBlank()));
    }

    /// Languages in which something is said.
    Set<String> tags() {
        var tags = new LinkedHashSet<String>();
        values.keySet().forEach(key -> {
            var matcher = LOCALISED.matcher(key);
            if (matcher.matches()) {
                tags.add(matcher.group(2));
            }
        });
        return tags;
    }
}
