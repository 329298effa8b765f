package org.cairn.server.publish;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One object of a document while it is written: keeps the order, and leaves out what says nothing.
final class Node {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /// Blank texts, empty lists, empty maps and empty optionals are left out.
    Node put(String name, Object value) {
        switch (value) {
            case Optional<?> maybe -> maybe.ifPresent(it -> put(name, it));
            case Node node -> put(name, node.members);
            case Collection<?> many -> list(name, many);
            case Map<?, ?> map when map.isEmpty() -> {}
            case String text when text.isBlank() -> {}
            default -> members.put(name, value);
        }
        return this;
    }

    private void list(String name, Collection<?> many) {
        var plain = many.stream().map(it -> it instanceof Node node ? node.members : it);
        var list = plain.toList();
        if (!list.isEmpty()) {
            members.put(name, list);
        }
    }

    /// What was written so far, live.
    Map<String, Object> members() {
        return members;
    }
}
