package org.cairn.server.publish;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.offering.Offering;
import org.cairn.server.offering.Offerings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what the rooms of the house say of versions: few questions to the database, however many the versions.
@Component
class Listings {
    private final Specs specs;
    private final Organisations organisations;
    private final Offerings offerings;
    private final Backings backings;
    private final InstantSource time;

    Listings(Specs specs, Organisations organisations, Offerings offerings, Backings backings, InstantSource time) {
        this.specs = specs;
        this.organisations = organisations;
        this.offerings = offerings;
        this.backings = backings;
        this.time = time;
    }

    Optional<Listing> of(SpecVersionId version) {
        return specs.published(version).map(spec -> of(List.of(spec)).getFirst());
    }

    /// In the same order.
    List<Listing> of(Collection<PublishedSpec> versions) {
        var ids = versions.stream().map(PublishedSpec::id).toList();
        var issuerIds =
                versions.stream().map(PublishedSpec::organisation).distinct().toList();
        var issuers = organisations.byIds(issuerIds).stream()
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
        var successions = specs.successions(ids);
        var today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        var open = offerings.openOf(ids, today).stream().collect(Collectors.groupingBy(Offering::spec));
        var approvals = backings.ofVersions(ids);
        var accreditations = backings.ofInstitutions(issuerIds);
        return versions.stream()
                .map(spec -> new Listing(
                        spec,
                        known(issuers.get(spec.organisation())),
                        known(successions.get(spec.id())),
                        open.getOrDefault(spec.id(), List.of()),
                        new Assurance.Backing(
                                approvals.getOrDefault(spec.id(), List.of()),
                                accreditations.getOrDefault(spec.organisation(), List.of()))))
                .toList();
    }

    /// What stands behind an institution.
    List<Assurance> assurances(Organisation institution) {
        return backings.ofInstitutions(List.of(institution.id())).getOrDefault(institution.id(), List.of());
    }

    /// The database does not know a version without its organisation.
    private static <T> T known(@Nullable T value) {
        return Optional.ofNullable(value).orElseThrow();
    }
}
