package org.cairn.credential.status;

/// A status entry or list that the standard does not allow. The codes are those of Bitstring Status List 1.0,
/// section 3.5; an error object of the web names them by [#problemType()].
public final class StatusException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /// What is wrong.
    public enum Code {
        /// A member is not written as it must be; the member is named.
        MALFORMED_VALUE_ERROR,
        /// The entry lies outside of the list.
        RANGE_ERROR,
        /// The list has fewer entries than are needed to hide one among them.
        STATUS_LIST_LENGTH_ERROR
    }

    private final Code code;
    private final String member;

    StatusException(Code code, String member, String message) {
        super(message);
        this.code = code;
        this.member = member;
    }

    static StatusException malformed(String member) {
        return new StatusException(Code.MALFORMED_VALUE_ERROR, member, member + " is not written as it must be");
    }

    public Code code() {
        return code;
    }

    /// The member concerned.
    public String member() {
        return member;
    }

    public String problemType() {
        return "https://www.w3.org/ns/credentials/status-list#" + code;
    }
}
