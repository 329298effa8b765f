package org.cairn.server.codesign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.codesign.Papers.Item;
import org.cairn.server.codesign.Papers.ItemKind;

/// The first draft of a microcredential out of what a room proposes; the institution goes on from there.
final class DraftFromRoom {
    private DraftFromRoom() {}

    /// @param language in which the room writes
    static SpecContent of(Room room, Papers papers, String language) {
        var empty = SpecContent.empty();
        return new SpecContent(
                Map.of(language, room.title()),
                Map.of(language, room.need().task()),
                papers.standing(ItemKind.OUTCOME).stream()
                        .map(item -> new SpecContent.Outcome(Map.of(language, item.words()), Set.of()))
                        .toList(),
                skills(papers),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "",
                // Of which type an assessment is, the institution says in its draft; the words of the room come along.
                List.of(),
                Optional.empty(),
                empty.participation(),
                List.of(),
                criteria(papers, language),
                Map.of(),
                List.of(),
                empty.stacking(),
                "",
                "",
                List.of(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    private static List<SpecContent.Skill> skills(Papers papers) {
        return papers.standing(ItemKind.SKILL).stream()
                .map(item -> new SpecContent.Skill(
                        item.uri(), item.words(), item.uri().contains("esco") ? "ESCO" : ""))
                .toList();
    }

    private static Map<String, String> criteria(Papers papers, String language) {
        var lines = papers.standing(ItemKind.ASSESSMENT).stream()
                .map(Item::words)
                .reduce("", (all, line) -> all.isEmpty() ? line : all + "\n" + line);
        return lines.isEmpty()
                ? Map.of()
                : Map.of(language, lines.length() > 10_000 ? lines.substring(0, 10_000) : lines);
    }
}
