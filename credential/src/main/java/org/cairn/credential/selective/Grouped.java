package org.cairn.credential.selective;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cairn.credential.proof.StatementReader;
import org.cairn.credential.proof.Statements;
import org.cairn.credential.selective.DisclosureException.Code;

/// The statements of a whole document under new labels, and which of them each list of pointers selects
/// (canonicalizeAndGroup of the standard).
final class Grouped {

    private final StatementReader reader;
    private final JsonObject named;
    private final Map<String, String> labels = new HashMap<>();
    private final List<String> all;

    private Grouped(StatementReader reader, JsonObject document, Labels factory) {
        this.reader = reader;
        Statements given = reader.checked(document);
        this.named = NamedDocument.of(document, reader::expanded);
        Statements statements = statements(named);
        Map<String, String> canonical = statements.canonicalLabels();
        checkNamed(canonical);
        checkUnchanged(given, statements, canonical);
        Map<String, String> renamed = factory.of(canonical.values());
        canonical.forEach((label, to) -> labels.put(label, renamed.get(to)));
        this.all = statements.labelled(labels);
    }

    static Grouped of(StatementReader reader, JsonObject document, Labels labels) {
        return new Grouped(reader, document, labels);
    }

    /// Every statement, in order.
    List<String> all() {
        return all;
    }

    /// The places, among all statements, of those the pointers select.
    SortedSet<Integer> select(List<String> pointers) {
        SortedSet<Integer> places = new TreeSet<>();
        selected(pointers).ifPresent(statements -> {
            for (String line : statements.labelled(this::label)) {
                places.add(place(line));
            }
        });
        return places;
    }

    /// For the blank nodes of what the pointers select: from the label a verifier will compute to the new one.
    Map<String, String> labelMap(List<String> pointers) {
        Map<String, String> map = new HashMap<>();
        selected(pointers)
                .map(Statements::canonicalLabels)
                .orElse(Map.of())
                .forEach((label, canonical) -> map.put(canonical, label(label)));
        return map;
    }

    /// The statements at these places.
    List<String> at(SortedSet<Integer> places) {
        return places.stream().map(all::get).toList();
    }

    /// The other statements' places.
    SortedSet<Integer> others(SortedSet<Integer> places) {
        SortedSet<Integer> others = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (!places.contains(i)) {
                others.add(i);
            }
        }
        return others;
    }

    /// Where each of these places is found in the list of those places.
    static List<Integer> relative(SortedSet<Integer> places, SortedSet<Integer> among) {
        List<Integer> result = new ArrayList<>();
        int index = 0;
        for (int place : among) {
            if (places.contains(place)) {
                result.add(index);
            }
            index++;
        }
        return result;
    }

    private Optional<Statements> selected(List<String> pointers) {
        return Selection.of(named, pointers).map(this::statements);
    }

    private Statements statements(JsonObject document) {
        return reader.of(Unnamed.of(reader.expanded(document)));
    }

    private int place(String line) {
        int place = Collections.binarySearch(all, line);
        if (place < 0) {
            throw new DisclosureException(Code.NOT_SEPARABLE, line.strip());
        }
        return place;
    }

    private String label(String label) {
        String known = labels.get(label);
        if (known == null) {
            throw new DisclosureException(Code.NOT_SEPARABLE, "");
        }
        return known;
    }

    /// A blank node without a label of its own could be taken for another one in a selection.
    private static void checkNamed(Map<String, String> canonical) {
        if (!canonical.keySet().stream().allMatch(label -> label.startsWith("x"))) {
            throw new DisclosureException(Code.NOT_SEPARABLE, "@id");
        }
    }

    /// Naming things must not have changed what the document says.
    private static void checkUnchanged(Statements given, Statements named, Map<String, String> canonical) {
        Map<String, String> before = given.canonicalLabels();
        if (!given.labelled(before).equals(named.labelled(canonical))) {
            throw new DisclosureException(Code.NOT_SEPARABLE, "");
        }
    }
}
