package org.cairn.server.talent;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.server.award.Award;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.PersonId;
import org.cairn.server.issue.CredentialStatus;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.IssuedCredential;
import org.springframework.stereotype.Component;

/// What can be said of a person: credentials of standing awards that are good this moment. Nothing else is a fact here.
/// Thread-safe.
@Component
class Facts {
    private final Awards awards;
    private final Credentials credentials;
    private final Specs specs;
    private final Organisations organisations;
    private final InstantSource time;

    Facts(Awards awards, Credentials credentials, Specs specs, Organisations organisations, InstantSource time) {
        this.awards = awards;
        this.credentials = credentials;
        this.specs = specs;
        this.organisations = organisations;
        this.time = time;
    }

    /// Newest first.
    List<Fact> of(PersonId person) {
        var standing = awards.heldBy(person).stream().filter(Award::isStanding).toList();
        var now = time.instant();
        var good = credentials.ofAwards(standing.stream().map(Award::id).toList()).stream()
                .filter(one -> one.status() == CredentialStatus.ACTIVE && !one.isExpired(now))
                .collect(Collectors.toMap(IssuedCredential::award, Function.identity(), (newer, older) -> newer));
        var versions = specs
                .published(standing.stream().map(Award::spec).distinct().toList())
                .stream()
                .collect(Collectors.toMap(PublishedSpec::id, Function.identity()));
        return standing.stream()
                .flatMap(award -> Stream.ofNullable(good.get(award.id()))
                        .flatMap(credential -> Stream.ofNullable(versions.get(award.spec()))
                                .map(spec -> new Fact(credential, spec, issuer(award), award.awardedOn()))))
                .sorted(Comparator.comparing(Fact::awardedOn)
                        .reversed()
                        .thenComparing(fact -> fact.credential().id().value()))
                .toList();
    }

    private String issuer(Award award) {
        return organisations
                .byId(award.organisation())
                .map(Organisation::legalName)
                .orElse("");
    }
}
