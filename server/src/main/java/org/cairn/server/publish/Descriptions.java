package org.cairn.server.publish;

import java.util.List;
import org.cairn.server.identity.Organisation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says listings in each of the formats.
@Component
class Descriptions {
    private final Places places;
    private final FixedWords words;
    private final JsonMapper json;

    Descriptions(Places places, FixedWords words, JsonMapper json) {
        this.places = places;
        this.words = words;
        this.json = json;
    }

    Description of(Listing listing, Format format) {
        return switch (format) {
            case CTDL -> Ctdl.of(listing, places, words);
            case ELM -> Elm.of(listing, places, words);
            case SCHEMA -> SchemaOrg.of(listing, places);
        };
    }

    /// An institution or quality body alone, in CTDL.
    Description of(Organisation organisation, List<Assurance> accreditations) {
        return Ctdl.of(organisation, accreditations, places, words);
    }

    String text(Object document) {
        return json.writeValueAsString(document);
    }
}
