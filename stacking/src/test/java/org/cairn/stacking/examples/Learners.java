package org.cairn.stacking.examples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.cairn.stacking.decide.Facts;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.rule.Source;

/// Learners as they are told: `several(5, "HK", item -> item.worth("HKQF", 6))`.
final class Learners {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private Learners() {}

    static Item anItem(String spec) {
        return new Item(spec);
    }

    /// Items that differ in their number only.
    static List<Holding> several(int many, String spec, UnaryOperator<Item> as) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(each ->
                        as.apply(anItem("%s-%02d".formatted(spec, each))).held())
                .toList();
    }

    @SafeVarargs
    static Facts whoHolds(List<Holding>... held) {
        var together = new ArrayList<Holding>();
        for (var some : held) {
            together.addAll(some);
        }
        return new Facts(together, Optional.empty(), TODAY, TODAY, false);
    }

    static Facts leaving(Facts learner) {
        return new Facts(learner.holdings(), learner.registration(), TODAY, TODAY, true);
    }

    static Facts registered(Facts learner, String stack) {
        var registered = new Facts.Registered(stack, 1, LocalDate.of(2025, 1, 1));
        return new Facts(learner.holdings(), Optional.of(registered), TODAY, TODAY, false);
    }

    /// An item of the institution's own, awarded in the spring, until something else is said. Its award has the
    /// name of its spec in small letters.
    static final class Item {
        private final String spec;
        private final Map<String, BigDecimal> credits = new HashMap<>();
        private final Map<String, BigDecimal> levels = new HashMap<>();
        private final Map<String, String> grades = new HashMap<>();
        private final Set<String> categories = new HashSet<>();
        private final Set<String> outcomes = new HashSet<>();
        private final List<Holding.Use> uses = new ArrayList<>();
        private LocalDate awardedOn = LocalDate.of(2026, 5, 1);
        private Source source = Source.OWN;

        private Item(String spec) {
            this.spec = spec;
        }

        Item worth(String scheme, int credits) {
            this.credits.put(scheme, BigDecimal.valueOf(credits));
            return this;
        }

        Item at(String framework, int level) {
            levels.put(framework, BigDecimal.valueOf(level));
            return this;
        }

        Item graded(String scheme, String grade) {
            grades.put(scheme, grade);
            return this;
        }

        Item in(String... names) {
            categories.addAll(Arrays.asList(names));
            return this;
        }

        Item teaching(String... names) {
            outcomes.addAll(Arrays.asList(names));
            return this;
        }

        Item from(Source where) {
            source = where;
            return this;
        }

        Item on(LocalDate day) {
            awardedOn = day;
            return this;
        }

        Item usedFor(String award, String larger, String level) {
            uses.add(new Holding.Use(
                    award, larger, level, credits.values().stream().findFirst().orElse(BigDecimal.ZERO)));
            return this;
        }

        Holding held() {
            return new Holding(
                    spec.toLowerCase(java.util.Locale.ROOT),
                    spec,
                    spec,
                    credits,
                    levels,
                    grades,
                    categories,
                    outcomes,
                    Map.of(),
                    awardedOn,
                    Optional.empty(),
                    source,
                    "https://example.org",
                    Holding.Standing.LIVE,
                    uses);
        }
    }
}
