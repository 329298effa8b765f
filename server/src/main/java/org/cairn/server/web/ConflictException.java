package org.cairn.server.web;

import java.util.List;

/// The deed does not fit the state of the thing, as reinstating what was revoked for good: 409 with words that say
/// what state it is in and what can be done instead.
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> args;

    /// @param key message key of the sentence
    public ConflictException(String key, Object... args) {
        super("Conflict: " + key);
        this.key = key;
        this.args = List.of(args);
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }
}
