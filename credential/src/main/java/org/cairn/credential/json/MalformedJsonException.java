package org.cairn.credential.json;

/// The bytes are not JSON that we accept. The place is `line:column`, or empty when the whole text is meant.
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why the text was refused.
    public enum Code {
        TOO_LARGE,
        NOT_UTF8,
        SYNTAX,
        NOT_AN_OBJECT,
        TOO_DEEP,
        DUPLICATE_MEMBER,
        NUMBER_OUT_OF_BOUNDS,
        LONE_SURROGATE
    }

    private final Code code;
    private final String place;

    MalformedJsonException(Code code, String place, String message) {
        super(place.isEmpty() ? message : message + " (at " + place + ")");
        this.code = code;
        this.place = place;
    }

    public Code code() {
        return code;
    }

    public String place() {
        return place;
    }
}
