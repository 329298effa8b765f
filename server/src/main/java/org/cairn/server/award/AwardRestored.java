package org.cairn.server.award;

import org.cairn.server.identity.OrganisationId;

/// An award that had been given up for a higher one stands again, and needs a credential again. Published inside the
/// transaction.
///
/// @param actor who did it, for the audit trail
public record AwardRestored(OrganisationId organisation, AwardId award, String reason, String actor) {}
