package org.cairn.skills.demand;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.skills.taxonomy.ConceptUri;

/// Counts postings, and those that ask for each skill, by region and month. A posting counts in its part of a country,
/// in the country and everywhere. Not thread-safe.
public final class Tally {
    /// The confidence from which a posting counts as asking for a skill: below it, it is more likely that it does not.
    public static final double CONFIDENCE = 0.5;

    private final Map<Region, TreeMap<YearMonth, Long>> postings = new TreeMap<>();
    private final Map<Region, Map<ConceptUri, TreeMap<YearMonth, Long>>> asked = new TreeMap<>();

    /// One row of figures.
    public record Cell(Region region, YearMonth month, ConceptUri skill, long asked) {}

    /// How many postings a region had in a month.
    public record Total(Region region, YearMonth month, long postings) {}

    /// Counts a posting that is no duplicate.
    ///
    /// @param skills what it asks for; each counts once
    public Tally add(Region where, YearMonth month, Collection<ConceptUri> skills) {
        Set<ConceptUri> once = new TreeSet<>(skills);
        for (Region region : where.within()) {
            add(new Total(region, month, 1));
            once.forEach(skill -> add(new Cell(region, month, skill, 1)));
        }
        return this;
    }

    /// Adds figures that were counted elsewhere.
    public Tally add(Total total) {
        postings.computeIfAbsent(total.region(), none -> new TreeMap<>())
                .merge(total.month(), total.postings(), Long::sum);
        return this;
    }

    /// Adds figures that were counted elsewhere.
    public Tally add(Cell cell) {
        asked.computeIfAbsent(cell.region(), none -> new TreeMap<>())
                .computeIfAbsent(cell.skill(), none -> new TreeMap<>())
                .merge(cell.month(), cell.asked(), Long::sum);
        return this;
    }

    /// By region and month.
    public List<Total> totals() {
        return postings.entrySet().stream()
                .flatMap(region -> region.getValue().entrySet().stream()
                        .map(month -> new Total(region.getKey(), month.getKey(), month.getValue())))
                .toList();
    }

    /// By region, skill and month.
    public List<Cell> cells() {
        return asked.entrySet().stream()
                .flatMap(region -> region.getValue().entrySet().stream()
                        .flatMap(skill -> skill.getValue().entrySet().stream()
                                .map(month ->
                                        new Cell(region.getKey(), month.getKey(), skill.getKey(), month.getValue()))))
                .toList();
    }

    /// The skills that anybody asked for in a region.
    public Set<ConceptUri> skills(Region region) {
        return Set.copyOf(asked.getOrDefault(region, Map.of()).keySet());
    }

    /// Month by month, the earliest first; every month in which the region had postings.
    public List<Asked> series(Region region, ConceptUri skill) {
        Map<YearMonth, Long> counts = asked.getOrDefault(region, Map.of()).getOrDefault(skill, new TreeMap<>());
        return postings.getOrDefault(region, new TreeMap<>()).entrySet().stream()
                .map(month -> new Asked(month.getKey(), counts.getOrDefault(month.getKey(), 0L), month.getValue()))
                .toList();
    }
}
