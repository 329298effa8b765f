package org.cairn.server.navigate;

import org.cairn.skills.pathway.Alternatives;
import org.cairn.skills.pathway.Outcome;

/// The ways in which a plan can be the best one.
enum Which {
    COVERED,
    CHEAPEST,
    FASTEST,
    DEGREE;

    Outcome of(Alternatives front) {
        return switch (this) {
            case COVERED -> front.covered();
            case CHEAPEST -> front.cheapest();
            case FASTEST -> front.fastest();
            case DEGREE -> front.degree();
        };
    }
}
