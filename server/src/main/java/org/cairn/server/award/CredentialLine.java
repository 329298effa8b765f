package org.cairn.server.award;

import java.time.Instant;

/// One credential of an award, as its row on the award's page.
///
/// @param format its name as people say it, as `Open Badges 3.0`
/// @param status a name that `fragment.status.…` has words for
/// @param manageHref where it is revoked and looked at
public record CredentialLine(String format, String status, Instant issuedAt, String manageHref) {}
