package org.cairn.credential.jose;

/// The text is no token that we accept. Nothing has been said about signatures yet.
public final class MalformedTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Which part is wrong.
    public enum Code {
        /// Longer than anything we take apart.
        TOO_LARGE,
        /// Not the right number of parts.
        PARTS,
        /// The header is no strict base64url or JSON, or has no algorithm.
        HEADER,
        /// The payload is no strict base64url, or no JSON where JSON is meant.
        PAYLOAD,
        /// The signature is absent or no strict base64url.
        SIGNATURE,
        /// A selectively disclosable part is not written as RFC 9901 demands.
        DISCLOSURE,
        /// The digests and the disclosures do not fit together.
        DIGESTS,
        /// The proof of who shows it is not what it should be.
        KEY_BINDING
    }

    private final Code code;

    public MalformedTokenException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
