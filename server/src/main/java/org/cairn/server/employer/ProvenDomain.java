package org.cairn.server.employer;

import java.time.Instant;

/// A domain of which an organisation has shown that it is its own.
///
/// @param since when it was proved
/// @param checkedAt when it was last found to be so
public record ProvenDomain(String domain, Instant since, Instant checkedAt) {}
