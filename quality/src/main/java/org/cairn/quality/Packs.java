package org.cairn.quality;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The packs that come along, and the reading of others. Immutable and thread-safe; the packs are read once.
public final class Packs {
    private static final List<String> NAMES = List.of(
            "eu-2022",
            "eu-principles-2022",
            "eu-wb-0.1",
            "unesco-2022",
            "au-2021",
            "nzqa-2018",
            "nzqa-2022",
            "ie-microcreds",
            "my-mqa-2020",
            "on-ecampus",
            "cmf",
            "ctdl-minimum",
            "tmc",
            "rsd",
            "esg-2015");

    private static final Comparator<Pack> NEWEST =
            Comparator.comparing(Pack::effectiveFrom).thenComparing(Pack::version);

    private Packs() {}

    /// What came of reading a text.
    public sealed interface Reading permits Read, Refused {}

    public record Read(Pack pack) implements Reading {}

    /// @param mistakes at least one, in the order of the text
    public record Refused(List<Mistake> mistakes) implements Reading {
        public Refused {
            mistakes = List.copyOf(mistakes);
        }
    }

    /// Reads a pack from anywhere. Any text at all gives an answer, never an exception.
    ///
    /// @param file how mistakes are to name the text
    public static Reading read(String file, String text) {
        return PackReader.read(file, text);
    }

    /// Every version of every bundled pack.
    public static List<Pack> bundled() {
        return Bundled.PACKS;
    }

    /// Of each framework the newest version that is in force on a day.
    public static List<Pack> inForce(List<Pack> packs, LocalDate day) {
        Map<String, Pack> newest = packs.stream()
                .filter(pack -> pack.isInForceOn(day))
                .collect(Collectors.toMap(
                        Pack::id,
                        pack -> pack,
                        (one, other) -> NEWEST.compare(one, other) >= 0 ? one : other,
                        LinkedHashMap::new));
        return List.copyOf(newest.values());
    }

    /// The files of the bundled packs, to be read or begun from.
    public static List<String> files() {
        return NAMES;
    }

    /// The text of a bundled pack.
    ///
    /// @throws IllegalArgumentException when none has that name
    public static String text(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no pack is named " + name);
        }
        return Resources.text("packs/" + name + ".yaml");
    }

    /// The text that a bundled pack was read from.
    ///
    /// @throws IllegalArgumentException when it is not a bundled one
    public static String text(Pack pack) {
        var position = Bundled.PACKS.indexOf(pack);
        if (position < 0) {
            throw new IllegalArgumentException("not bundled: " + pack.id() + " " + pack.version());
        }
        return text(NAMES.get(position));
    }

    /// The JSON Schema (2020-12) of a pack, for editors. It does not know what concerns the whole, such as that
    /// a list which is named exists.
    public static String schema() {
        return Resources.text("pack.schema.json");
    }

    /// A small whole pack to begin from.
    public static String example() {
        return Resources.text("example.yaml");
    }

    /// The facts that rules can ask for: a path, its type and what it means in each line.
    public static String facts() {
        return Resources.text("facts.txt");
    }

    /// Read at the first use.
    private static final class Bundled {
        static final List<Pack> PACKS = NAMES.stream().map(Bundled::pack).toList();

        private static Pack pack(String name) {
            return switch (read(name + ".yaml", text(name))) {
                case Read(var pack) -> pack;
                case Refused(var mistakes) -> throw new IllegalStateException(mistakes.toString());
            };
        }
    }
}
