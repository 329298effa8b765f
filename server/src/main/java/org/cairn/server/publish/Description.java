package org.cairn.server.publish;

import java.util.List;
import java.util.Map;

/// Something of the catalogue, said in one of the formats, and what got lost on the way.
///
/// @param document maps, lists, texts and numbers, to be written as JSON
/// @param lost what the catalogue says and the document does not, or only in other words
/// @param missing what the format demands and the catalogue does not say
record Description(Map<String, Object> document, List<Loss> lost, List<Missing> missing) {
    Description {
        lost = List.copyOf(lost);
        missing = List.copyOf(missing);
    }

    /// @param path where in the content of the version, as programs get it in JSON: `assessments[0].type`
    record Loss(String path, String why) {}

    /// @param term as the format calls it
    record Missing(String term, String why) {}
}
