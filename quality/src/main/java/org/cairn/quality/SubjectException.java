package org.cairn.quality;

/// Facts that are not checked at all, because they are larger than any microcredential or of no known kind.
public final class SubjectException extends RuntimeException {
    public enum Code {
        TOO_DEEP,
        TOO_MANY_FACTS,
        TEXT_TOO_LONG,
        NOT_A_NUMBER,
        UNKNOWN_KIND
    }

    private final Code code;
    private final String path;

    SubjectException(Code code, String path) {
        super(code + " at " + (path.length() > 200 ? path.substring(0, 200) + "…" : path));
        this.code = code;
        this.path = path;
    }

    public Code code() {
        return code;
    }

    /// Where in the facts, as `spec.outcome[3].text`.
    public String path() {
        return path;
    }
}
