package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletRequest;

/// An address for programs that may, for now, be used without an API key. A later room that has such doors implements
/// this; with none, every address for programs asks for a key.
@FunctionalInterface
public interface UnguardedDoor {

    /// Whether this very request needs no key.
    boolean isOpen(HttpServletRequest request);
}
