package org.cairn.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.quality.Mistake.Code;

/// Reads the text of a pack. A mistake does not end the reading: the next one is looked for.
final class PackReader {
    private static final int MOST_RULES = 500;

    private final Mistakes mistakes;

    private PackReader(String file) {
        this.mistakes = new Mistakes(file);
    }

    static Packs.Reading read(String file, String text) {
        var reader = new PackReader(file);
        var pack = Guard.compose(text, reader.mistakes).flatMap(node -> reader.pack(Part.root(node, reader.mistakes)));
        return pack.isPresent() && reader.mistakes.none()
                ? new Packs.Read(pack.get())
                : new Packs.Refused(reader.mistakes.all());
    }

    private Optional<Pack> pack(Part root) {
        var fields = root.fields(
                "pack", "version", "effectiveFrom", "effectiveUntil", "name", "about", "sources", "lists", "rules");
        var id = Words.name(fields.need("pack"));
        var version = Words.name(fields.need("version"));
        var from = Words.day(fields.need("effectiveFrom"));
        var until = fields.may("effectiveUntil").flatMap(Words::day);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            root.tell(Code.LEAST_ABOVE_MOST, from.get().toString(), until.get().toString());
        }
        var name = Words.prose(fields.need("name"));
        var about = fields.may("about").map(Words::prose).orElse(Map.of());
        var sources = sources(fields.need("sources"));
        var lists = fields.may("lists").map(PackReader::lists).orElse(Map.of());
        var rules = rules(fields.need("rules"), new RuleReader(sources, new ConditionReader(lists)));
        return id.isPresent() && version.isPresent() && from.isPresent()
                ? Optional.of(new Pack(id.get(), version.get(), from.get(), until, name, about, rules))
                : Optional.empty();
    }

    private static Map<String, String> sources(Part part) {
        var sources = new LinkedHashMap<String, String>();
        part.pairs(50)
                .forEach((name, pair) -> Words.text(pair.value(), 1_000).ifPresent(title -> sources.put(name, title)));
        return sources;
    }

    private static Map<String, Set<String>> lists(Part part) {
        var lists = new LinkedHashMap<String, Set<String>>();
        part.pairs(100).forEach((name, pair) -> lists.put(name, Words.codes(pair.value())));
        return lists;
    }

    private static List<Rule> rules(Part part, RuleReader reader) {
        var rules = new ArrayList<Rule>();
        var ids = new HashSet<String>();
        for (var item : part.items(MOST_RULES)) {
            reader.read(item).ifPresent(rule -> {
                if (!ids.add(rule.id())) {
                    item.tell(Code.RULE_TWICE, rule.id());
                }
                rules.add(rule);
            });
        }
        return rules;
    }
}
