package org.cairn.server.stack;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.catalogue.SpecContent;

/// What the ids in a rule are called.
///
/// @param specs by the id of a version or of a spec: titles by language
/// @param organisations by id
/// @param skills by address: labels
record Names(Map<String, Map<String, String>> specs, Map<String, String> organisations, Map<String, String> skills) {
    static final Names NONE = new Names(Map.of(), Map.of(), Map.of());

    Names {
        specs = Map.copyOf(specs);
        organisations = Map.copyOf(organisations);
        skills = Map.copyOf(skills);
    }

    Optional<String> spec(String id, Locale reader) {
        return Optional.ofNullable(specs.get(id)).map(titles -> SpecContent.best(titles, reader));
    }

    Optional<String> organisation(String id) {
        return Optional.ofNullable(organisations.get(id));
    }

    Optional<String> skill(String address) {
        return Optional.ofNullable(skills.get(address));
    }
}
