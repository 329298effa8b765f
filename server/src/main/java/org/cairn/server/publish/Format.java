package org.cairn.server.publish;

import java.util.Arrays;
import java.util.Optional;

/// The languages in which the catalogue speaks to programs.
enum Format {
    /// Credential Transparency Description Language of the Credential Engine.
    CTDL("ctdl", "https://purl.org/ctdl/terms/"),
    /// European Learning Model, version 3.
    ELM("elm", "http://data.europa.eu/snb/model/elm/"),
    /// What search engines read.
    SCHEMA("schema", "https://schema.org/");

    static final String JSON_LD = "application/ld+json";

    private final String slug;
    private final String profile;

    Format(String slug, String profile) {
        this.slug = slug;
        this.profile = profile;
    }

    /// Its name in addresses.
    String slug() {
        return slug;
    }

    /// How a media type names it (RFC 6906): the namespace of its terms.
    String profile() {
        return profile;
    }

    static Optional<Format> ofProfile(String profile) {
        return Arrays.stream(values()).filter(f -> f.profile.equals(profile)).findFirst();
    }

    static Optional<Format> ofSlug(String slug) {
        return Arrays.stream(values()).filter(f -> f.slug.equals(slug)).findFirst();
    }
}
