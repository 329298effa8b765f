package org.cairn.server.offering;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.VersionPart;
import org.springframework.stereotype.Component;

/// What one can apply for, on the catalogue's page of a version.
@Component
class OpenOfferings implements VersionPart {
    private final Offerings offerings;
    private final OfferingWords words;
    private final InstantSource time;

    OpenOfferings(Offerings offerings, OfferingWords words, InstantSource time) {
        this.offerings = offerings;
        this.words = words;
        this.time = time;
    }

    @Override
    public Optional<Part> part(PublishedSpec version, Locale locale) {
        var today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        var lines = offerings.openOf(List.of(version.id()), today).stream()
                .map(offering -> words.line(offering, locale))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Part("offering/open", lines));
    }
}
