package org.cairn.server.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;

/// @param organisation the institution that asks
/// @param body the organisation that judges; the same one where its own quality team does
/// @param reviewer who has taken it
/// @param dueOn when the body means to have decided
record Review(
        ReviewId id,
        OrganisationId organisation,
        OrganisationId body,
        SpecId spec,
        ReviewState state,
        Optional<PersonId> reviewer,
        LocalDate dueOn,
        Instant openedAt) {

    boolean isExternal() {
        return !organisation.equals(body);
    }

    boolean isOfInstitution(Acting by) {
        return organisation.equals(by.organisationId());
    }

    boolean isOfBody(Acting by) {
        return body.equals(by.organisationId());
    }

    boolean isTakenBy(Acting by) {
        return isOfBody(by)
                && reviewer.map(person -> by.actor().equals("person:" + person)).orElse(false);
    }
}
