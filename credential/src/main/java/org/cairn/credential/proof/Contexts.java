package org.cairn.credential.proof;

import java.util.Set;

/// The bundled JSON-LD contexts. Create one and share it: reading them takes a while, using them does not.
@SuppressWarnings("DoNotCallSuggester")
public final class Contexts {

    private Contexts() {}

    /// Reads and checks every bundled context.
    public static Contexts bundled() {
        return new Contexts();
    }

    /// The addresses of the known contexts.
    public Set<String> addresses() {
        throw new UnsupportedOperationException("not yet");
    }
}
