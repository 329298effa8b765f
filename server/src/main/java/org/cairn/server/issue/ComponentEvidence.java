package org.cairn.server.issue;

import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.credential.badge.Evidence;
import org.cairn.server.award.Award;
import org.cairn.server.award.AwardId;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.springframework.stereotype.Component;

/// How the credential of a larger award names the smaller ones it is built on: as evidence, by the identifiers of their
/// credentials (Open Badges 3.0, class Evidence). Not as `related`, which says that two achievements are much
/// the same. The entry says no more than what a reader needs to ask the learner for that credential.
@Component
class ComponentEvidence {
    /// What kind of evidence it is, by which readers of ours find it again.
    static final String GENRE = "component credential";

    private final Awards awards;
    private final CredentialRepository rows;
    private final Specs specs;
    private final Organisations organisations;

    ComponentEvidence(Awards awards, CredentialRepository rows, Specs specs, Organisations organisations) {
        this.awards = awards;
        this.rows = rows;
        this.specs = specs;
        this.organisations = organisations;
    }

    /// What is known of the components of several awards, gathered at once.
    private record Known(
            Map<AwardId, Award> awards,
            Map<AwardId, IssuedCredential> credentials,
            Map<SpecVersionId, PublishedSpec> specs) {}

    /// Of each award that is built on others, in the order of its components; the rest have no entry.
    Map<AwardId, List<Evidence>> of(Collection<Award> larger) {
        var ids = larger.stream()
                .flatMap(award -> award.components().stream())
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var known = known(ids, larger);
        return larger.stream()
                .filter(award -> !award.components().isEmpty())
                .collect(Collectors.toMap(Award::id, award -> evidence(award, known)));
    }

    private Known known(List<AwardId> ids, Collection<Award> larger) {
        var components = awards.byIds(ids).stream().collect(Collectors.toMap(Award::id, Function.identity()));
        var versions = components.values().stream().map(Award::spec).collect(Collectors.toCollection(HashSet::new));
        larger.forEach(award -> versions.add(award.spec()));
        return new Known(
                components,
                telling(rows.ofAwards(ids)),
                specs.published(List.copyOf(versions)).stream()
                        .collect(Collectors.toMap(PublishedSpec::id, Function.identity())));
    }

    /// Of each award the credential to name: the newest that is active, else the newest.
    private static Map<AwardId, IssuedCredential> telling(List<IssuedCredential> newestFirst) {
        return newestFirst.stream()
                .sorted(Comparator.comparing(c -> c.status() != CredentialStatus.ACTIVE))
                .collect(Collectors.toMap(IssuedCredential::award, Function.identity(), (first, later) -> first));
    }

    private List<Evidence> evidence(Award larger, Known known) {
        var language = Optional.ofNullable(known.specs.get(larger.spec()))
                .map(AchievementForm::language)
                .orElse("en");
        return larger.components().stream()
                .flatMap(id -> Optional.ofNullable(known.awards.get(id)).stream())
                .map(component -> evidence(component, language, known))
                .toList();
    }

    /// Day and name are in no language; what they mean follows from the genre.
    private Evidence evidence(Award component, String language, Known known) {
        var credential = Optional.ofNullable(known.credentials.get(component.id()));
        var issuer = organisations
                .byId(component.organisation())
                .map(Organisation::legalName)
                .orElseThrow();
        var description = issuer + ", " + component.awardedOn();
        return new Evidence(
                credential.map(c -> URI.create(c.urn())),
                Optional.ofNullable(known.specs.get(component.spec()))
                        .map(spec -> AchievementForm.title(spec, language)),
                Optional.of(description),
                credential.isPresent() ? Optional.empty() : Optional.of(description),
                Optional.of(GENRE));
    }
}
