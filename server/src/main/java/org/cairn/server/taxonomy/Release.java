package org.cairn.server.taxonomy;

import java.time.Instant;
import java.util.Optional;
import org.cairn.skills.taxonomy.Scheme;

/// A release that is here, or on its way.
///
/// @param madeCurrentAt empty when another of its family is current
record Release(TaxonomyId id, Scheme scheme, boolean ready, Optional<Instant> madeCurrentAt, Instant createdAt) {
    /// The set that a fresh installation comes with; ESCO itself takes its place.
    static final String STARTER = "esco-starter";

    static final String ESCO = "esco";

    boolean isCurrent() {
        return madeCurrentAt.isPresent();
    }

    boolean isStarter() {
        return scheme.name().equals(STARTER);
    }

    /// Taxonomies of which one at most is current.
    static String family(Scheme scheme) {
        return scheme.name().equals(STARTER) ? ESCO : scheme.name();
    }
}
