package org.cairn.server.talent;

import java.time.Instant;
import java.util.Optional;
import org.cairn.server.hiring.RoleVersionId;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.cairn.server.portfolio.ShareId;

/// A request to get in touch, and how it was answered.
///
/// @param alias the name by which the employer knows her
/// @param revealed what she let the employer see; nothing before she said yes
record Contact(
        ContactId id,
        OrganisationId organisation,
        ListingId listing,
        PersonId person,
        String alias,
        Optional<RoleVersionId> role,
        String message,
        String askedBy,
        Instant askedAt,
        Optional<Answer> answer,
        Revealed revealed,
        Optional<Instant> closedAt) {

    enum Answer {
        YES,
        NO
    }

    record Revealed(boolean name, boolean email, Optional<ShareId> share) {
        static final Revealed NOTHING = new Revealed(false, false, Optional.empty());
    }

    enum State {
        ASKED,
        ACCEPTED,
        DECLINED,
        CLOSED
    }

    State state() {
        if (answer.equals(Optional.of(Answer.NO))) {
            return State.DECLINED;
        }
        if (closedAt.isPresent()) {
            return State.CLOSED;
        }
        return answer.isPresent() ? State.ACCEPTED : State.ASKED;
    }
}
