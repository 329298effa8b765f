package org.cairn.quality;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One demand of a framework.
///
/// @param place the element that is quoted as found, and for which somebody can say that it does not apply
/// @param isIfApplicable an explicit reason takes the rule off; an empty place never does
/// @param appliesWhen empty when it always applies
/// @param tolerated what is still accepted, with a warning
/// @param message what is demanded, by language
/// @param accepted what would pass, by language; empty to have it said from the condition
/// @param fixHint what to type or do, by language; `{positions}` becomes the members of a list that failed
public record Rule(
        String id,
        Level level,
        Scope scope,
        Kind kind,
        Place place,
        boolean isIfApplicable,
        Optional<Condition> appliesWhen,
        Condition check,
        Optional<Condition> tolerated,
        Map<String, String> message,
        Map<String, String> accepted,
        Map<String, String> fixHint,
        Cites cites,
        Confidence confidence,
        Status status) {

    public Rule {
        message = Map.copyOf(message);
        accepted = Map.copyOf(accepted);
        fixHint = Map.copyOf(fixHint);
    }

    /// Whether it was not compared with the primary text.
    public boolean isDraft() {
        return status == Status.DRAFT;
    }

    public String messageIn(Locale language) {
        return Texts.best(message, language);
    }

    /// What would pass.
    public String acceptedIn(Locale language) {
        return accepted.isEmpty() ? Accepted.of(check, language) : Texts.best(accepted, language);
    }

    public enum Level {
        MUST,
        SHOULD,
        MAY
    }

    /// The root of the facts that a rule is about. Where it is missing, the rule is not asked yet.
    public enum Scope {
        SPEC("spec"),
        OFFERING("offering"),
        ISSUER("issuer"),
        AWARD("award"),
        CREDENTIAL("credential");

        private final String root;

        Scope(String root) {
            this.root = root;
        }

        String root() {
            return root;
        }
    }

    /// What sort of question it is. The last two are for people; all others a machine decides.
    public enum Kind {
        PRESENCE,
        CARDINALITY,
        VOCABULARY,
        RANGE,
        FORMAT,
        RESOLVES,
        CROSS_FIELD,
        FORBIDDEN_TERM,
        DATED_EVIDENCE,
        ATTESTATION
    }

    /// How sure its author is of the wording: V read in the primary text, S in a secondary one, K known, not
    /// read.
    public enum Confidence {
        V,
        S,
        K
    }

    public enum Status {
        /// Not yet compared with the primary text.
        DRAFT,
        SETTLED
    }

    /// @param source as the framework's text is cited
    /// @param clause where in it
    public record Cites(String source, String clause) {}
}
