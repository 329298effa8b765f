package org.cairn.credential.key;

/// A key store does not give what was expected of it. The message says what, and never holds a secret.
public final class KeyStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyStoreException(String message) {
        super(message);
    }

    KeyStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
