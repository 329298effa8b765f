package org.cairn.server.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.publish.Description.Loss;
import org.cairn.server.publish.Description.Missing;

/// What one description could not say, while it is written.
final class Losses {
    static final String OF_FRAMEWORKS = "what quality frameworks ask beyond the elements was given no place";

    private final List<Loss> lost = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();

    void lost(String path, String why) {
        lost.add(new Loss(path, why));
    }

    /// Tells the loss only of what says something.
    void lost(String path, Object value, String why) {
        var says = switch (value) {
            case String text -> !text.isBlank();
            case Collection<?> many -> !many.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case Optional<?> maybe -> maybe.isPresent();
            default -> true;
        };
        if (says) {
            lost(path, why);
        }
    }

    void missing(String term, String why) {
        missing.add(new Missing(term, why));
    }

    Description of(Map<String, Object> document) {
        return new Description(document, lost, missing);
    }
}
