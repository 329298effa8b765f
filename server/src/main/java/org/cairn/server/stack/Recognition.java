package org.cairn.server.stack;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;

/// Prior learning or credit from elsewhere: what the learner asks to have recognised, and what was.
///
/// @param granted empty while it is undecided or was refused
record Recognition(
        RecognitionId id,
        OrganisationId organisation,
        PersonId person,
        Wish wish,
        Status status,
        Optional<Granted> granted,
        Optional<String> reason,
        Instant askedAt) {

    private static final String ITEM = "recognition:";

    enum Kind {
        PRIOR_LEARNING,
        TRANSFER
    }

    enum Status {
        ASKED,
        GRANTED,
        REFUSED,
        WITHDRAWN
    }

    /// @param provider where it was learnt; blank for work and life
    /// @param described what she did, and how it can be shown
    /// @param spec the microcredential it is to stand for
    record Wish(
            Kind kind,
            String title,
            String provider,
            String described,
            LocalDate achievedOn,
            BigDecimal credits,
            Optional<SpecId> spec) {}

    /// @param credits in ECTS
    record Granted(BigDecimal credits, Optional<Integer> eqfLevel, Optional<String> grade) {}

    /// What decisions call it.
    String item() {
        return item(id);
    }

    static String item(RecognitionId id) {
        return ITEM + id;
    }

    /// Whether that is what decisions call something recognised, and not an award.
    static boolean isItem(String key) {
        return key.startsWith(ITEM);
    }
}
