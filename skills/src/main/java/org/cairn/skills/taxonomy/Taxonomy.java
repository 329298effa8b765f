package org.cairn.skills.taxonomy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A taxonomy whole in memory: immutable, safe to share between threads. ESCO in one language takes some 60 MB.
public final class Taxonomy {
    private final Scheme scheme;
    private final Map<ConceptUri, Entry.Skill> skills;
    private final Map<ConceptUri, Entry.Occupation> occupations;
    private final Map<ConceptUri, Entry.Group> groups;
    private final Map<ConceptUri, List<ConceptUri>> broader;
    private final Map<ConceptUri, List<ConceptUri>> narrower;
    private final Map<ConceptUri, List<Entry.SkillRelation>> relations;
    private final Map<ConceptUri, List<Entry.OccupationSkill>> asks;
    private final Map<ConceptUri, List<Entry.OccupationSkill>> askedBy;

    private Taxonomy(Builder from) {
        this.scheme = from.scheme;
        this.skills = new LinkedHashMap<>(from.skills);
        this.occupations = new LinkedHashMap<>(from.occupations);
        this.groups = new LinkedHashMap<>(from.groups);
        this.broader = frozen(from.broader);
        this.narrower = frozen(from.narrower);
        this.relations = frozen(from.relations);
        this.asks = frozen(from.asks);
        this.askedBy = frozen(from.askedBy);
    }

    /// Reads a whole distribution. Rows that cannot be used are left out.
    public static Taxonomy of(Distribution distribution) throws IOException, TaxonomyException, InterruptedException {
        Builder builder = new Builder(distribution.scheme());
        Distribution.Sink sink = new Distribution.Sink() {
            @Override
            public void entry(long row, Entry entry) {
                builder.add(entry);
            }

            @Override
            public void fault(Distribution.Fault fault) {
                // A single row of fourteen thousand does not make the rest useless; who imports shows them.
            }
        };
        for (Distribution.Part part : distribution.parts()) {
            distribution.read(part, 0, sink);
        }
        return builder.build();
    }

    /// Reads ESCO from a folder or zip file: see [EscoCsv].
    public static Taxonomy esco(Path place) throws IOException, TaxonomyException, InterruptedException {
        try (EscoCsv esco = EscoCsv.open(place)) {
            return of(esco);
        }
    }

    public Scheme scheme() {
        return scheme;
    }

    /// In the order of the distribution.
    public Collection<Entry.Skill> skills() {
        return java.util.Collections.unmodifiableCollection(skills.values());
    }

    /// In the order of the distribution.
    public Collection<Entry.Occupation> occupations() {
        return java.util.Collections.unmodifiableCollection(occupations.values());
    }

    /// Groups of skills and of occupations, in the order of the distribution.
    public Collection<Entry.Group> groups() {
        return java.util.Collections.unmodifiableCollection(groups.values());
    }

    public Optional<Entry.Skill> skill(ConceptUri uri) {
        return Optional.ofNullable(skills.get(uri));
    }

    public Optional<Entry.Occupation> occupation(ConceptUri uri) {
        return Optional.ofNullable(occupations.get(uri));
    }

    public Optional<Entry.Group> group(ConceptUri uri) {
        return Optional.ofNullable(groups.get(uri));
    }

    /// What lies directly above: skills or groups.
    public List<ConceptUri> broader(ConceptUri uri) {
        return broader.getOrDefault(uri, List.of());
    }

    /// What lies directly below: skills, occupations or groups.
    public List<ConceptUri> narrower(ConceptUri uri) {
        return narrower.getOrDefault(uri, List.of());
    }

    /// What a skill builds on.
    public List<Entry.SkillRelation> relations(ConceptUri skill) {
        return relations.getOrDefault(skill, List.of());
    }

    /// What an occupation asks for.
    public List<Entry.OccupationSkill> asks(ConceptUri occupation) {
        return asks.getOrDefault(occupation, List.of());
    }

    /// The occupations that ask for a skill.
    public List<Entry.OccupationSkill> askedBy(ConceptUri skill) {
        return askedBy.getOrDefault(skill, List.of());
    }

    private static <T> Map<ConceptUri, List<T>> frozen(Map<ConceptUri, List<T>> lists) {
        Map<ConceptUri, List<T>> frozen = HashMap.newHashMap(lists.size());
        lists.forEach((uri, list) -> frozen.put(uri, List.copyOf(list)));
        return frozen;
    }

    /// Gathers entries in any order; a concept that comes again in another language gains its words. Not
    /// thread-safe.
    public static final class Builder {
        private final Scheme scheme;
        private final Map<ConceptUri, Entry.Skill> skills = new LinkedHashMap<>();
        private final Map<ConceptUri, Entry.Occupation> occupations = new LinkedHashMap<>();
        private final Map<ConceptUri, Entry.Group> groups = new LinkedHashMap<>();
        private final Map<ConceptUri, List<ConceptUri>> broader = new HashMap<>();
        private final Map<ConceptUri, List<ConceptUri>> narrower = new HashMap<>();
        private final Map<ConceptUri, List<Entry.SkillRelation>> relations = new HashMap<>();
        private final Map<ConceptUri, List<Entry.OccupationSkill>> asks = new HashMap<>();
        private final Map<ConceptUri, List<Entry.OccupationSkill>> askedBy = new HashMap<>();

        public Builder(Scheme scheme) {
            this.scheme = scheme;
        }

        public Builder add(Entry entry) {
            switch (entry) {
                case Entry.Skill skill ->
                    skills.merge(
                            skill.uri(),
                            skill,
                            (old, more) -> new Entry.Skill(old.uri(), old.kind(), old.reuse(), both(old, more)));
                case Entry.Occupation occupation ->
                    occupations.merge(
                            occupation.uri(),
                            occupation,
                            (old, more) -> new Entry.Occupation(old.uri(), old.code(), both(old, more)));
                case Entry.Group group ->
                    groups.merge(
                            group.uri(), group, (old, more) -> new Entry.Group(old.uri(), old.code(), both(old, more)));
                case Entry.Broader(ConceptUri below, ConceptUri above) -> {
                    list(broader, below).add(above);
                    list(narrower, above).add(below);
                }
                case Entry.SkillRelation relation ->
                    list(relations, relation.skill()).add(relation);
                case Entry.OccupationSkill asked -> {
                    list(asks, asked.occupation()).add(asked);
                    list(askedBy, asked.skill()).add(asked);
                }
            }
            return this;
        }

        public Taxonomy build() {
            return new Taxonomy(this);
        }

        private static <T> List<T> list(Map<ConceptUri, List<T>> lists, ConceptUri uri) {
            return lists.computeIfAbsent(uri, none -> new ArrayList<>());
        }

        private static Map<String, Words> both(Entry.Concept old, Entry.Concept more) {
            Map<String, Words> words = new HashMap<>(old.words());
            words.putAll(more.words());
            return words;
        }
    }
}
