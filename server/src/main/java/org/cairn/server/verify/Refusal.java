package org.cairn.server.verify;

import org.cairn.credential.verify.NotACredentialException;
import org.springframework.http.HttpStatus;

/// Why there was nothing to verify. Its words stand in the messages under `verify.refusal.`.
public enum Refusal {
    EMPTY,
    NOT_JSON,
    JSON_REFUSED,
    NOT_A_CREDENTIAL,
    PICTURE_WITHOUT_CREDENTIAL,
    PICTURE_DAMAGED,
    TOKEN_MALFORMED,
    UNSUPPORTED_FORMAT,
    PDF_WITHOUT_CREDENTIAL,
    SHARE_ENDED,
    SEVERAL,
    TOO_LARGE,
    ADDRESS_MALFORMED,
    ADDRESS_NOT_ALLOWED,
    ADDRESS_MISSING,
    ADDRESS_UNREACHABLE,
    /// Nothing is wrong with what was handed in; there was no time for it.
    NO_TIME;

    static Refusal of(NotACredentialException.Code code) {
        return switch (code) {
            case EMPTY -> EMPTY;
            case NOT_JSON -> NOT_JSON;
            case JSON_REFUSED -> JSON_REFUSED;
            case NOT_A_CREDENTIAL -> NOT_A_CREDENTIAL;
            case PICTURE_WITHOUT_CREDENTIAL -> PICTURE_WITHOUT_CREDENTIAL;
            case PICTURE_DAMAGED -> PICTURE_DAMAGED;
            case TOKEN_MALFORMED -> TOKEN_MALFORMED;
            case UNSUPPORTED_FORMAT -> UNSUPPORTED_FORMAT;
        };
    }

    /// The HTTP status that says the same.
    HttpStatus status() {
        return switch (this) {
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case NO_TIME -> HttpStatus.SERVICE_UNAVAILABLE;
            case EMPTY,
                    NOT_JSON,
                    JSON_REFUSED,
                    NOT_A_CREDENTIAL,
                    PICTURE_WITHOUT_CREDENTIAL,
                    PICTURE_DAMAGED,
                    TOKEN_MALFORMED,
                    UNSUPPORTED_FORMAT,
                    PDF_WITHOUT_CREDENTIAL,
                    SHARE_ENDED,
                    SEVERAL,
                    ADDRESS_MALFORMED,
                    ADDRESS_NOT_ALLOWED,
                    ADDRESS_MISSING,
                    ADDRESS_UNREACHABLE -> HttpStatus.BAD_REQUEST;
        };
    }

    /// The message that says it in words.
    public String key() {
        return "verify.refusal." + name();
    }
}
