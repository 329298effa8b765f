package org.cairn.credential.verify;

/// The upload is no credential at all, so there is nothing to report about.
public final class NotACredentialException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Code {
        EMPTY,
        NOT_JSON,
        JSON_REFUSED,
        NOT_A_CREDENTIAL,
        PICTURE_WITHOUT_CREDENTIAL,
        PICTURE_DAMAGED,
        TOKEN_MALFORMED,
        UNSUPPORTED_FORMAT
    }

    private final Code code;

    NotACredentialException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
