package org.cairn.server.operate;

/// Something outside the program keeps it from starting: said in plain words with what to do, instead of a stack
/// trace; see [CannotStartAnalyzer].
final class CannotStartException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String trouble;
    private final String advice;

    CannotStartException(String trouble, String advice) {
        super(trouble + " " + advice);
        this.trouble = trouble;
        this.advice = advice;
    }

    String trouble() {
        return trouble;
    }

    String advice() {
        return advice;
    }
}
