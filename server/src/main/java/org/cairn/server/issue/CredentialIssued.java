package org.cairn.server.issue;

import java.util.List;

/// Credentials were signed and stored. Published inside the transaction that stores them.
public record CredentialIssued(List<CredentialId> credentials) {
    public CredentialIssued {
        credentials = List.copyOf(credentials);
    }
}
