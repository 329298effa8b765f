package org.cairn.credential.proof;

/// The document cannot be signed or checked as it is.
public final class ContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Code {
        /// It would leave something unsigned: an undefined term, a relative address.
        NOT_COVERED,
        /// It gives the words of the standards another meaning.
        REINTERPRETED,
        /// It breaks the rules of JSON-LD.
        NOT_PROCESSABLE,
        /// Working it out would take too long.
        TOO_COMPLEX,
        /// It uses a context that is not bundled; the detail is its address.
        CONTEXT_UNKNOWN
    }

    private final Code code;
    private final String detail;

    ContentException(Code code, String detail) {
        super(code + ": " + detail);
        this.code = code;
        this.detail = detail;
    }

    public Code code() {
        return code;
    }

    /// The term, address or place concerned.
    public String detail() {
        return detail;
    }
}
