package org.cairn.server.taxonomy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One release of one taxonomy, as it was brought in here.
record TaxonomyId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
