package org.cairn.server.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.EmailAddress;

/// The wish to award one learner.
///
/// @param components the awards it is built on, of any organisation, all of them this learner's own
public record Awarding(
        SpecVersionId spec,
        String name,
        Optional<EmailAddress> email,
        Optional<String> learnerNumber,
        LocalDate awardedOn,
        Optional<String> grade,
        Optional<String> narrative,
        List<AwardId> components) {

    /// Enough for a degree in modules, and few enough for one learner record to hold and one verifier to check.
    public static final int MOST_COMPONENTS = 60;

    public Awarding {
        components = List.copyOf(components);
        if (components.size() > MOST_COMPONENTS
                || components.stream().distinct().count() != components.size()) {
            throw new IllegalArgumentException("Too many components, or one of them twice: " + components.size());
        }
    }

    /// The wish for an award that is built on no other.
    public Awarding(
            SpecVersionId spec,
            String name,
            Optional<EmailAddress> email,
            Optional<String> learnerNumber,
            LocalDate awardedOn,
            Optional<String> grade,
            Optional<String> narrative) {
        this(spec, name, email, learnerNumber, awardedOn, grade, narrative, List.of());
    }

    /// Tells this wish from others. An award built on none has the text it had before there were components, so that
    /// a program may repeat, after an upgrade, what it asked before it.
    Digest fingerprint() {
        var text = toString();
        var none = ", components=[]]";
        return Digest.of(components.isEmpty() ? text.substring(0, text.length() - none.length()) + "]" : text);
    }
}
