package org.cairn.server.issue;

/// Whether a credential stands. Expiry is not a status: it follows from the credential's own `validUntil`.
public enum CredentialStatus {
    ACTIVE,
    /// Not to be relied on for now; may become active again.
    SUSPENDED,
    /// Void for good.
    REVOKED
}
