package org.cairn.credential.selective;

/// A base proof cannot be made, or nothing be derived from it, as asked.
public final class DisclosureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Code {
        /// A JSON pointer is malformed (RFC 6901); the detail is the pointer.
        POINTER_MALFORMED,
        /// A JSON pointer leads nowhere in this document; the detail is the pointer.
        POINTER_UNKNOWN,
        /// More pointers than are worked through.
        TOO_MANY_POINTERS,
        /// Neither mandatory nor selected: the derived document would be empty.
        NOTHING_SELECTED,
        /// The pointers take apart what cannot be shown in parts, such as an ordered list.
        NOT_SEPARABLE,
        /// There is no base proof of this suite, or more than one.
        NO_BASE_PROOF,
        /// The base proof is damaged.
        PROOF_MALFORMED,
        /// The base proof was made for another document.
        PROOF_DOES_NOT_FIT,
        /// More statements than can be signed one by one.
        TOO_MANY_STATEMENTS
    }

    private final Code code;
    private final String detail;

    DisclosureException(Code code, String detail) {
        super(code + ": " + detail);
        this.code = code;
        this.detail = detail;
    }

    public Code code() {
        return code;
    }

    /// The pointer or member concerned.
    public String detail() {
        return detail;
    }
}
