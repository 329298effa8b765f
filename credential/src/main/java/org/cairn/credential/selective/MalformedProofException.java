package org.cairn.credential.selective;

/// The bytes of a proof value are not what they should be. Never leaves the package.
final class MalformedProofException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedProofException(String what) {
        super(what);
    }
}
