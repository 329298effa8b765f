package org.cairn.server.employer;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.web.PageWords;
import org.springframework.stereotype.Component;

/// Endorsements and requests as the pages list them. Thread-safe.
@Component
class EndorsementLists {
    static final int MOST = 500;

    private final Specs specs;
    private final Organisations organisations;
    private final PageWords words;
    private final InstantSource time;

    EndorsementLists(Specs specs, Organisations organisations, PageWords words, InstantSource time) {
        this.specs = specs;
        this.organisations = organisations;
        this.words = words;
        this.time = time;
    }

    /// @param state name of a state, as the chip takes it
    record Line(
            UUID id,
            String version,
            String versionHref,
            String issuer,
            String endorser,
            String kind,
            String since,
            String until,
            String state,
            String comment,
            String conflict,
            String statementHref,
            String reason) {}

    record Asked(
            UUID id,
            String version,
            UUID versionId,
            String asker,
            String employer,
            String words,
            String day,
            String status,
            String reason) {}

    List<Line> lines(List<Endorsement> endorsements, Locale locale) {
        var versions = versions(endorsements.stream().map(Endorsement::version).toList());
        return endorsements.stream()
                .map(each -> line(each, Optional.ofNullable(versions.get(each.version())), locale))
                .toList();
    }

    private Line line(Endorsement endorsement, Optional<PublishedSpec> version, Locale locale) {
        return new Line(
                endorsement.id().value(),
                version.map(v -> name(v, locale)).orElse(""),
                "/catalogue/" + endorsement.version(),
                version.map(v -> name(v.organisation())).orElse(""),
                name(endorsement.organisation()),
                words.say(locale, "employer.kind." + endorsement.kind()),
                PageWords.day(endorsement.endorsedAt(), locale),
                PageWords.day(endorsement.validUntil(), locale),
                endorsement.stateAt(time.instant()).name(),
                endorsement.comment(),
                endorsement.conflict(),
                "/statements/" + endorsement.statement(),
                endorsement.withdrawnReason().orElse(""));
    }

    List<Asked> asked(List<RequestRepository.Request> requests, Locale locale) {
        var versions = versions(
                requests.stream().map(RequestRepository.Request::version).toList());
        return requests.stream()
                .map(each -> new Asked(
                        each.id(),
                        Optional.ofNullable(versions.get(each.version()))
                                .map(version -> name(version, locale))
                                .orElse(""),
                        each.version().value(),
                        name(each.organisation()),
                        name(each.employer()),
                        each.words(),
                        PageWords.day(each.askedAt(), locale),
                        each.status().name(),
                        each.reason()))
                .toList();
    }

    private Map<SpecVersionId, PublishedSpec> versions(Collection<SpecVersionId> ids) {
        return specs.published(ids).stream().collect(Collectors.toMap(PublishedSpec::id, version -> version));
    }

    String name(PublishedSpec version, Locale locale) {
        return words.say(locale, "employer.version", version.content().titleIn(locale), version.number());
    }

    String name(OrganisationId id) {
        return organisations.byId(id).map(Organisation::legalName).orElse("");
    }
}
