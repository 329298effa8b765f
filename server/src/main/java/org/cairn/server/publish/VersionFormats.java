package org.cairn.server.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.VersionPart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The forms for programs, on the page of a version and in its head.
@Component
@Order(90)
class VersionFormats implements VersionPart {

    /// @param key names its words
    record Line(String key, String href, String losses) {}

    @Override
    public Optional<Part> part(PublishedSpec version, Locale locale) {
        var lines = Arrays.stream(Format.values())
                .map(f -> new Line(f.slug(), Places.path(version.id(), f), Places.lossesPath(version.id(), f)))
                .toList();
        return Optional.of(new Part("publish/formats", lines));
    }

    @Override
    public List<Alternate> alternates(PublishedSpec version) {
        return Arrays.stream(Format.values())
                .map(f -> new Alternate(Places.path(version.id(), f), Format.JSON_LD, f.name()))
                .toList();
    }
}
