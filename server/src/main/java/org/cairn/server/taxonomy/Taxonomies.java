package org.cairn.server.taxonomy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Entry;
import org.cairn.skills.taxonomy.SkillSearch;
import org.cairn.skills.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Skills and occupations for everybody who needs them. The current release of the leading taxonomy is kept
/// in memory; what it does not know is looked for in the others, old releases included, so that a URI which
/// was good once stays readable. Thread-safe.
@Service
public class Taxonomies {
    /// Another node may have made another release current.
    private static final Duration TRUSTED = Duration.ofSeconds(5);

    private final Releases releases;
    private final StoredTaxonomies stored;
    private final InstantSource time;
    private volatile @Nullable Loaded loaded;

    Taxonomies(Releases releases, StoredTaxonomies stored, InstantSource time) {
        this.releases = releases;
        this.stored = stored;
        this.time = time;
    }

    /// @param release empty before there is any
    private record Loaded(
            Optional<TaxonomyId> release, Taxonomy taxonomy, Map<String, SkillSearch> indexes, Instant checkedAt) {
        Loaded checked(Instant at) {
            return new Loaded(release, taxonomy, indexes, at);
        }
    }

    private record Index(String language, Concept.Kind kind) {
        String key() {
            return kind + " " + language;
        }
    }

    /// The current release of the leading taxonomy: ESCO where it was imported, else its starter set. Empty
    /// (no skills, no occupations) while there is none at all. The same object until another release is made
    /// current; the first call after that takes a few seconds for the whole of ESCO.
    public Taxonomy current() {
        return loaded().taxonomy();
    }

    /// Finds skills or occupations while they are being typed: see [SkillSearch].
    ///
    /// @param language of the labels, BCP 47; where one lacks, the English one stands in
    public List<Concept> search(String q, String language, Concept.Kind kind, int limit) {
        var now = loaded();
        var index = new Index(Tongue.shipped(language), kind);
        return now.indexes().computeIfAbsent(index.key(), key -> index(now.taxonomy(), index)).find(q, limit).stream()
                .map(hit -> new Concept(
                        hit.concept().uri(),
                        kind,
                        hit.label(),
                        hit.name(),
                        hit.concept().in(language).description()))
                .toList();
    }

    private static SkillSearch index(Taxonomy taxonomy, Index index) {
        return switch (index.kind()) {
            case SKILL -> SkillSearch.of(taxonomy.skills(), index.language());
            case OCCUPATION -> SkillSearch.of(taxonomy.occupations(), index.language());
        };
    }

    /// A skill of any release.
    public Optional<Entry.Skill> skill(ConceptUri uri) {
        return current()
                .skill(uri)
                .or(() -> stored.concept(uri)
                        .filter(Entry.Skill.class::isInstance)
                        .map(Entry.Skill.class::cast));
    }

    /// An occupation of any release with what it asks for there.
    public Optional<OccupationProfile> occupation(ConceptUri uri) {
        var taxonomy = current();
        return taxonomy.occupation(uri)
                .map(found -> new OccupationProfile(found, essentialFirst(taxonomy.asks(uri))))
                .or(() -> stored.concept(uri)
                        .filter(Entry.Occupation.class::isInstance)
                        .map(found -> new OccupationProfile((Entry.Occupation) found, stored.asks(uri))));
    }

    private static List<Entry.OccupationSkill> essentialFirst(List<Entry.OccupationSkill> asks) {
        return asks.stream()
                .sorted(Comparator.comparing(Entry.OccupationSkill::essential).reversed())
                .toList();
    }

    /// The labels of skills, occupations and groups in a language, else in English; in the order asked. What
    /// no release knows is left out.
    ///
    /// @param language as taxonomies tag it: `es`, not `es-MX`
    public Map<ConceptUri, String> labels(Collection<ConceptUri> uris, String language) {
        if (!Tongue.isShipped(language)) {
            // Memory holds the shipped languages only.
            return stored.labels(uris, language);
        }
        var taxonomy = current();
        var labels = new LinkedHashMap<ConceptUri, String>();
        var unknown = new LinkedHashSet<ConceptUri>();
        for (var uri : uris) {
            labels.put(uri, "");
            concept(taxonomy, uri)
                    .ifPresentOrElse(found -> labels.put(uri, found.in(language).label()), () -> unknown.add(uri));
        }
        labels.putAll(stored.labels(unknown, language));
        labels.values().removeIf(String::isEmpty);
        return labels;
    }

    static Optional<Entry.Concept> concept(Taxonomy taxonomy, ConceptUri uri) {
        return taxonomy.skill(uri)
                .<Entry.Concept>map(skill -> skill)
                .or(() -> taxonomy.occupation(uri))
                .or(() -> taxonomy.group(uri));
    }

    private Loaded loaded() {
        var now = time.instant();
        var known = loaded;
        return known != null && now.isBefore(known.checkedAt().plus(TRUSTED)) ? known : checked(now);
    }

    private synchronized Loaded checked(Instant now) {
        var known = loaded;
        if (known != null && now.isBefore(known.checkedAt().plus(TRUSTED))) {
            return known;
        }
        var leading = releases.leading();
        var fresh = known != null && known.release().equals(leading.map(Release::id))
                ? known.checked(now)
                : new Loaded(
                        leading.map(Release::id),
                        leading.map(stored::load).orElseGet(StoredTaxonomies::none),
                        new ConcurrentHashMap<>(),
                        now);
        loaded = fresh;
        return fresh;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    synchronized void look(TaxonomyChanged changed) {
        var known = loaded;
        if (known != null) {
            loaded = known.checked(Instant.EPOCH);
        }
    }
}
