package org.cairn.server.award;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which cell of a row means what.
record SheetHeader(List<String> headings, Map<SheetColumn, Integer> places, List<String> ignored) {
    /// What our own exports put before a cell that a spreadsheet would take for a formula.
    private static final Pattern GUARDED = Pattern.compile("'[=+\\-@\\t\\r].*", Pattern.DOTALL);

    /// What became of a heading row.
    sealed interface Understood {
        record Yes(SheetHeader header) implements Understood {}

        record No(Reason reason) implements Understood {}
    }

    static Understood understand(List<String> headings) {
        var places = new EnumMap<SheetColumn, Integer>(SheetColumn.class);
        var ignored = new ArrayList<String>();
        for (var i = 0; i < headings.size(); i++) {
            var heading = headings.get(i).strip();
            var column = SheetColumn.of(heading);
            if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
                return new Understood.No(Reason.of("award.file.columnTwice", Draft.shortened(heading)));
            }
            if (column.isEmpty() && !heading.isEmpty()) {
                ignored.add(Draft.shortened(heading));
            }
        }
        var named = places.containsKey(SheetColumn.NAME)
                || (places.containsKey(SheetColumn.GIVEN_NAME) && places.containsKey(SheetColumn.FAMILY_NAME));
        return named
                ? new Understood.Yes(new SheetHeader(List.copyOf(headings), places, List.copyOf(ignored)))
                : new Understood.No(Reason.of("award.file.columns", found(headings)));
    }

    static long recognised(List<String> headings) {
        return headings.stream().filter(h -> SheetColumn.of(h).isPresent()).count();
    }

    Sheet.Row row(int line, List<String> cells, String defaultDate) {
        var surplus = cells.stream().skip(headings.size()).anyMatch(c -> !c.isBlank());
        var broken = Arrays.stream(SheetColumn.values())
                .filter(c -> c != SheetColumn.NARRATIVE)
                .anyMatch(c -> cell(cells, c).matches("(?s).*[\\r\\n].*"));
        Optional<Reason> trouble = surplus
                ? Optional.of(Reason.of("award.reason.surplusCells", headings.size(), cells.size()))
                : broken ? Optional.of(Reason.of("award.reason.brokenQuotes")) : Optional.empty();
        var date = cell(cells, SheetColumn.DATE);
        return new Sheet.Row(
                line,
                cells,
                new Draft(
                        name(cells),
                        cell(cells, SheetColumn.EMAIL),
                        cell(cells, SheetColumn.LEARNER_NUMBER),
                        date.isEmpty() ? defaultDate : date,
                        cell(cells, SheetColumn.GRADE),
                        cell(cells, SheetColumn.NARRATIVE)),
                trouble);
    }

    private String name(List<String> cells) {
        var whole = cell(cells, SheetColumn.NAME);
        return whole.isEmpty()
                ? (cell(cells, SheetColumn.GIVEN_NAME) + ' ' + cell(cells, SheetColumn.FAMILY_NAME)).strip()
                : whole;
    }

    private String cell(List<String> cells, SheetColumn column) {
        var place = places.get(column);
        if (place == null || place >= cells.size()) {
            return "";
        }
        var text = cells.get(place).strip();
        return GUARDED.matcher(text).matches() ? text.substring(1) : text;
    }

    private static String found(List<String> headings) {
        return Draft.shortened(String.join(
                ", ",
                headings.stream()
                        .map(String::strip)
                        .filter(h -> !h.isEmpty())
                        .limit(20)
                        .toList()));
    }
}
