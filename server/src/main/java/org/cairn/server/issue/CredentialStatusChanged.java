package org.cairn.server.issue;

/// A credential was suspended, reinstated or revoked. Published inside the transaction.
///
/// @param replaced whether it was revoked because something takes its place
public record CredentialStatusChanged(
        CredentialId credential, CredentialStatus from, CredentialStatus to, boolean replaced) {}
