package org.cairn.server.award;

import org.cairn.server.identity.OrganisationId;

/// An award was given up for a higher one; its credentials must not stand any longer. Published inside the transaction.
///
/// @param organisation whose award it is
/// @param into the higher award, perhaps another organisation's
/// @param actor who did it, for the audit trail
public record AwardAbsorbed(OrganisationId organisation, AwardId award, AwardId into, String actor) {}
