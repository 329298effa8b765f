package org.cairn.credential.badge;

/// The picture cannot be baked or read.
public final class BakingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Code {
        NOT_A_PICTURE,
        TOO_LARGE,
        DAMAGED,
        SEVERAL_CREDENTIALS
    }

    private final Code code;

    BakingException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
