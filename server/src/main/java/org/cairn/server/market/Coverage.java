package org.cairn.server.market;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.offering.Offering;
import org.cairn.server.offering.Offerings;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Service;

/// Which skills somebody teaches, by what published microcredentials say of themselves, and how many awards carry them.
/// Read over all organisations and kept for a minute. Thread-safe.
@Service
class Coverage {
    private final Organisations organisations;
    private final Specs specs;
    private final Offerings offerings;
    private final Awards awards;
    private final InstantSource time;
    private final Cache<String, Taught> kept =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    Coverage(Organisations organisations, Specs specs, Offerings offerings, Awards awards, InstantSource time) {
        this.organisations = organisations;
        this.specs = specs;
        this.offerings = offerings;
        this.awards = awards;
        this.time = time;
    }

    /// @param offered skills that one can apply for now
    /// @param published skills of any published version
    /// @param awarded how many standing awards carry a skill
    record Taught(Set<ConceptUri> offered, Set<ConceptUri> published, Map<ConceptUri, Long> awarded) {}

    /// An open offering and the skills its microcredential names.
    record Offer(Offering offering, PublishedSpec spec, Set<ConceptUri> skills) {}

    Taught taught() {
        return kept.get("all", none -> read());
    }

    private Taught read() {
        var versions = organisations.all().stream()
                .map(Organisation::id)
                .flatMap(organisation -> specs.publishedOf(organisation).stream())
                .collect(Collectors.toMap(PublishedSpec::id, Coverage::skills));
        var offered = offerings.openOf(versions.keySet(), today()).stream()
                .flatMap(offering -> versions.getOrDefault(offering.spec(), Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
        var awarded = new HashMap<ConceptUri, Long>();
        awards.standing()
                .forEach((version, count) -> versions.getOrDefault(version, Set.of())
                        .forEach(skill -> awarded.merge(skill, count, Long::sum)));
        var published = versions.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        return new Taught(offered, published, Map.copyOf(awarded));
    }

    /// What an organisation offers now.
    List<Offer> offersOf(OrganisationId organisation) {
        Map<SpecVersionId, PublishedSpec> versions =
                specs.publishedOf(organisation).stream().collect(Collectors.toMap(PublishedSpec::id, spec -> spec));
        return offerings.openOf(versions.keySet(), today()).stream()
                .flatMap(offering -> versions.values().stream()
                        .filter(spec -> spec.id().equals(offering.spec()))
                        .map(spec -> new Offer(offering, spec, skills(spec))))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    private static Set<ConceptUri> skills(PublishedSpec spec) {
        return spec.content().skills().stream()
                .map(skill -> skill.uri().strip())
                .filter(ConceptUri::isOne)
                .map(ConceptUri::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
