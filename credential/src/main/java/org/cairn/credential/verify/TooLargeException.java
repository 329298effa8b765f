package org.cairn.credential.verify;

/// The upload is larger than anything we verify.
public final class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int limit;

    TooLargeException(int limit) {
        super("larger than " + limit + " bytes");
        this.limit = limit;
    }

    /// The largest accepted size in bytes.
    public int limit() {
        return limit;
    }
}
