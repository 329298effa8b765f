package org.cairn.server.portfolio;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.server.award.Award;
import org.cairn.server.award.AwardStatus;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.PersonId;
import org.cairn.server.issue.CredentialId;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.IssuedCredential;
import org.springframework.stereotype.Service;

/// What one person holds. Nothing comes out of here that was not awarded to the person asked about. Thread-safe.
@Service
class Portfolio {
    private static final Comparator<Held> NEWEST_FIRST = Comparator.comparing(
                    (Held held) -> held.award().awardedOn())
            .reversed()
            .thenComparing(held -> held.credential().id().value());

    private final Awards awards;
    private final Credentials credentials;
    private final Specs specs;
    private final Organisations organisations;

    Portfolio(Awards awards, Credentials credentials, Specs specs, Organisations organisations) {
        this.awards = awards;
        this.credentials = credentials;
        this.specs = specs;
        this.organisations = organisations;
    }

    /// @param held what can be shown, newest first
    /// @param underway how many awards are still being made into credentials
    record Contents(List<Held> held, long underway) {}

    Contents of(PersonId holder) {
        var mine = awards.heldBy(holder);
        var issued = credentials.ofAwards(mine.stream().map(Award::id).toList());
        var ready = issued.stream().map(IssuedCredential::award).collect(Collectors.toSet());
        var underway = mine.stream()
                .filter(award -> !ready.contains(award.id()))
                .filter(award -> award.status() == AwardStatus.CONFERRED)
                .count();
        return new Contents(explained(issued, mine), underway);
    }

    Optional<Held> one(PersonId holder, CredentialId id) {
        return credentials
                .byId(id)
                .flatMap(credential -> awards.byIds(List.of(credential.award())).stream()
                        .filter(award -> award.recipient().holder().equals(Optional.of(holder)))
                        .flatMap(award -> explained(List.of(credential), List.of(award)).stream())
                        .findFirst());
    }

    /// The same for a share, whose credentials were already found to be its owner's.
    List<Held> explained(List<IssuedCredential> issued) {
        return explained(
                issued,
                awards.byIds(issued.stream().map(IssuedCredential::award).toList()));
    }

    private List<Held> explained(List<IssuedCredential> issued, Collection<Award> of) {
        var byId = of.stream().collect(Collectors.toMap(Award::id, Function.identity(), (a, b) -> a));
        var versions = specs.published(of.stream().map(Award::spec).distinct().toList()).stream()
                .collect(Collectors.toMap(PublishedSpec::id, Function.identity()));
        var issuers = of.stream()
                .map(Award::organisation)
                .distinct()
                .flatMap(id -> organisations.byId(id).stream())
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
        return issued.stream()
                .flatMap(credential -> Stream.ofNullable(byId.get(credential.award()))
                        .flatMap(award -> Stream.ofNullable(versions.get(award.spec()))
                                .flatMap(spec -> Stream.ofNullable(issuers.get(award.organisation()))
                                        .map(issuer -> new Held(award, credential, spec, issuer)))))
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
