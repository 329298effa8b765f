package org.cairn.server.issue;

/// A credential was suspended, reinstated or revoked. Published inside the transaction.
public record CredentialStatusChanged(CredentialId credential, CredentialStatus from, CredentialStatus to) {}
