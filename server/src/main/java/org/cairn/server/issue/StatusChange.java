package org.cairn.server.issue;

import java.time.Instant;

/// One change of a credential's status, kept for ever.
///
/// @param actor who did it, as the audit trail writes it
public record StatusChange(CredentialStatus from, CredentialStatus to, String reason, String actor, Instant at) {}
