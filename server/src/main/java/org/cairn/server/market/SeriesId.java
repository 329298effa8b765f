package org.cairn.server.market;

import java.util.UUID;
import org.cairn.server.identity.OrganisationId;

/// A set of figures.
public record SeriesId(UUID value) {
    /// The figures of all shared postings.
    public static final SeriesId COMMON = new SeriesId(new UUID(0, 0));

    static SeriesId own(OrganisationId organisation) {
        return new SeriesId(organisation.value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
