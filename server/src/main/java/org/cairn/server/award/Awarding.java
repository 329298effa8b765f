package org.cairn.server.award;

import java.time.LocalDate;
import java.util.Optional;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.EmailAddress;

/// The wish to award one learner.
public record Awarding(
        SpecVersionId spec,
        String name,
        Optional<EmailAddress> email,
        Optional<String> learnerNumber,
        LocalDate awardedOn,
        Optional<String> grade,
        Optional<String> narrative) {}
