package org.cairn.server.employer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.VersionPart;
import org.cairn.server.web.PageWords;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Who endorses a version, on its public page: organisations are counted, not statements.
@Component
@Order(2)
class EndorsersPart implements VersionPart {
    private final Endorsements endorsements;
    private final PageWords words;

    EndorsersPart(Endorsements endorsements, PageWords words) {
        this.endorsements = endorsements;
        this.words = words;
    }

    /// @param earlier how many endorsed only an earlier version
    record Content(List<Line> lines, int count, int earlier) {}

    record Line(String href, String name, String domain, String since, List<Said> said) {}

    record Said(String kind, String since, String until, String comment, String conflict, String href) {}

    @Override
    public Optional<Part> part(PublishedSpec version, Locale locale) {
        var endorsers = endorsements.of(version.id());
        var earlier = endorsements.onlyEarlier(version);
        if (endorsers.isEmpty() && earlier == 0) {
            return Optional.empty();
        }
        var lines = endorsers.stream().map(each -> line(each, locale)).toList();
        return Optional.of(new Part("employer/endorsers", new Content(lines, lines.size(), earlier)));
    }

    private Line line(Endorser endorser, Locale locale) {
        return new Line(
                "/employers/" + endorser.slug(),
                endorser.name(),
                endorser.domain().domain(),
                PageWords.day(endorser.domain().checkedAt(), locale),
                endorser.said().stream()
                        .map(said -> new Said(
                                words.say(locale, "employer.kind." + said.kind()),
                                PageWords.day(said.since(), locale),
                                PageWords.day(said.until(), locale),
                                said.comment(),
                                said.conflict().orElse(""),
                                "/statements/" + said.statement()))
                        .toList());
    }
}
