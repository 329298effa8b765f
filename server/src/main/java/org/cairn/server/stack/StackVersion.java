package org.cairn.server.stack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;
import org.cairn.stacking.rule.Stack;

/// A published rule: never changes again.
///
/// @param awards what is awarded when it is met
record StackVersion(
        StackVersionId id,
        StackId stack,
        OrganisationId organisation,
        int number,
        Stack rule,
        SpecVersionId awards,
        Instant publishedAt) {

    /// Whether a learner can be registered for it on that day.
    boolean isOpen(LocalDate day) {
        return !day.isBefore(rule.inForce().from())
                && until().map(last -> !day.isAfter(last)).orElse(true);
    }

    Optional<LocalDate> until() {
        return rule.inForce().to();
    }
}
