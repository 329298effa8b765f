package org.cairn.server.award;

import org.cairn.server.identity.OrganisationId;

/// An award was annulled; its credentials must not stand any longer. Published inside the transaction.
///
/// @param actor who did it, for the audit trail
public record AwardAnnulled(OrganisationId organisation, AwardId award, String reason, String actor) {}
