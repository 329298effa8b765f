package org.cairn.server.award;

import java.util.Optional;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;

/// A learner as one organisation knows her.
///
/// @param learnerNumber her number with that organisation; tells learners apart where it is given
/// @param holder who holds what she was awarded, once claimed
public record Recipient(
        RecipientId id,
        OrganisationId organisation,
        String name,
        Optional<EmailAddress> email,
        Optional<String> learnerNumber,
        Optional<PersonId> holder) {}
