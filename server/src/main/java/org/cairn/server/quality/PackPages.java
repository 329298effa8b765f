package org.cairn.server.quality;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.quality.Pack;
import org.cairn.quality.Packs;
import org.cairn.quality.Rule;
import org.cairn.server.web.NotFoundException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The rule packs for everybody: which there are, what each asks, and how one is written.
@Controller
@RequestMapping("/rule-packs")
class PackPages {
    /// Name and form of each condition, in the order in which the page explains them.
    private static final List<ConditionRow> CONDITIONS = List.of(
            new ConditionRow("all", "all: […], any: […], not: …"),
            new ConditionRow("present", "present: PATH"),
            new ConditionRow("count", "count: {of, atLeast, atMost}"),
            new ConditionRow("oneOf", "oneOf: {fact, codes | list}"),
            new ConditionRow("range", "range: {fact, atLeast, atMost}"),
            new ConditionRow("times", "times: {fact, times, of}"),
            new ConditionRow("same", "same: {fact, as}"),
            new ConditionRow("matches", "matches: {fact, form}"),
            new ConditionRow("contains", "contains: {fact, words}"),
            new ConditionRow("each", "each: {of, where, that}"),
            new ConditionRow("some", "some: {of, that}"),
            new ConditionRow("covered", "covered: {each, by}"),
            new ConditionRow("day", "day: {fact, withinMonths, mayBeToCome, notBefore}"),
            new ConditionRow("evidence", "evidence: {of, withinMonths, from}"),
            new ConditionRow("attested", "attested: {withinMonths}"),
            new ConditionRow("resolves", "resolves: {fact, withinMonths}"));

    private final Quality quality;

    PackPages(Quality quality) {
        this.quality = quality;
    }

    record Row(String id, String version, String name, String about, int rules, boolean draft) {}

    record RuleRow(String id, String level, String message, String accepted, String clause, boolean draft) {}

    record ConditionRow(String name, String form) {}

    /// A line of the list of facts.
    record FactRow(String path, String type, String meaning) {}

    @GetMapping
    String packs(Locale locale, Model model) {
        model.addAttribute(
                "rows", quality.packs().stream().map(pack -> row(pack, locale)).toList());
        return "quality/packs";
    }

    @GetMapping("/{id}")
    String pack(@PathVariable String id, Locale locale, Model model) {
        var pack = inForce(id);
        model.addAttribute("pack", row(pack, locale));
        model.addAttribute(
                "rules",
                pack.rules().stream()
                        .map(rule -> new RuleRow(
                                rule.id(),
                                rule.level().name(),
                                rule.messageIn(locale),
                                rule.acceptedIn(locale),
                                rule.cites().source() + ", " + rule.cites().clause(),
                                rule.isDraft()))
                        .toList());
        model.addAttribute(
                "differences",
                Packs.bundled().stream()
                        .filter(other ->
                                other.id().equals(id) && !other.version().equals(pack.version()))
                        .map(other -> difference(other, pack, locale))
                        .toList());
        return "quality/pack";
    }

    /// @param kind `added`, `removed` or `changed`: its weight, demand or what is accepted
    record ChangeRow(String kind, String rule, String message) {}

    /// What became different since another version of the same framework.
    record DifferenceRow(String version, List<ChangeRow> changes) {}

    private static DifferenceRow difference(Pack before, Pack after, Locale locale) {
        var older = before.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        var newer = after.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        var there = after.rules().stream()
                .filter(rule -> !rule.equals(older.get(rule.id())))
                .map(rule -> change(older.containsKey(rule.id()) ? "changed" : "added", rule, locale));
        var gone = before.rules().stream()
                .filter(rule -> !newer.containsKey(rule.id()))
                .map(rule -> change("removed", rule, locale));
        return new DifferenceRow(before.version(), Stream.concat(there, gone).toList());
    }

    private static ChangeRow change(String kind, Rule rule, Locale locale) {
        return new ChangeRow(kind, rule.id(), rule.messageIn(locale));
    }

    @GetMapping("/{id}/text")
    ResponseEntity<byte[]> text(@PathVariable String id) {
        var pack = inForce(id);
        var name = pack.id() + "-" + pack.version() + ".yaml";
        return file(name, MediaType.parseMediaType("application/yaml"), Packs.text(pack));
    }

    @GetMapping("/format")
    String format(Model model) {
        model.addAttribute("example", Packs.example());
        model.addAttribute("conditions", CONDITIONS);
        model.addAttribute("facts", facts());
        return "quality/format";
    }

    @GetMapping("/format/schema")
    ResponseEntity<byte[]> schema() {
        return file("pack.schema.json", MediaType.APPLICATION_JSON, Packs.schema());
    }

    private static List<FactRow> facts() {
        return Packs.facts()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 3))
                .map(words -> new FactRow(words[0], words[1], words.length > 2 ? words[2] : ""))
                .toList();
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private Pack inForce(String id) {
        return quality.packs().stream()
                .filter(pack -> pack.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("rule pack"));
    }

    private static Row row(Pack pack, Locale locale) {
        return new Row(
                pack.id(),
                pack.version(),
                pack.nameIn(locale),
                pack.aboutIn(locale),
                pack.rules().size(),
                pack.isDraft());
    }
}
