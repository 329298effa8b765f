package org.cairn.server.web;

/// What was asked for is not there, or not for this visitor to know of: 404 either way, so that nobody can probe
/// for other tenants' records.
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    /// @param what kind of thing, as `spec`: a name for programs and the log, never an id
    public NotFoundException(String what) {
        super("There is no such " + what + " here.");
        this.what = what;
    }

    public String what() {
        return what;
    }
}
