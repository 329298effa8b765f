package org.cairn.credential.jose;

/// Why a token is not signed by a key.
public enum JwsProblem {
    /// Signed in a way that is not supported here, such as `none` or with a shared secret.
    ALGORITHM_UNSUPPORTED,
    /// The header names another algorithm than the one the key is made for.
    ALGORITHM_OF_ANOTHER_KEY,
    /// The header demands something that is not understood here (`crit`, `b64`).
    CRITICAL_HEADER,
    /// The signature is not this key's over these bytes.
    SIGNATURE
}
