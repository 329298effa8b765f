package org.cairn.quality;

/// What came of one rule.
public sealed interface Outcome {
    enum Pass implements Outcome {
        PASS
    }

    /// A MUST is not met.
    enum Fail implements Outcome {
        FAIL
    }

    /// A SHOULD is not met, or a MUST only as far as is tolerated.
    enum Warn implements Outcome {
        WARN
    }

    /// @param said the reason somebody gave; blank for the other causes
    record NotApplicable(Cause cause, String said) implements Outcome {
        static final NotApplicable LATER = new NotApplicable(Cause.LATER, "");
        static final NotApplicable CONDITION = new NotApplicable(Cause.CONDITION, "");
        static final NotApplicable OPTIONAL = new NotApplicable(Cause.OPTIONAL, "");

        public enum Cause {
            /// What it is about is not there yet, as the award while a spec is being written.
            LATER,
            CONDITION,
            OPTIONAL,
            DECLARED
        }
    }

    /// A person has to do something before it can be decided.
    record NeedsReview(Gap gap) implements Outcome {}

    /// It could not be decided.
    record Undecided(Fault fault) implements Outcome {}

    /// What a person's part lacks.
    enum Gap {
        NO_EVIDENCE,
        STALE_EVIDENCE,
        NO_REVIEWER,
        STALE_REVIEW,
        NOT_INDEPENDENT,
        NO_REASON,
        LINK_NOT_CHECKED,
        REASON_NOT_SIGNED
    }

    /// Why a fact could not be read.
    enum Fault {
        NOT_A_NUMBER,
        NOT_A_DAY,
        NOT_A_LIST,
        TOO_LONG,
        TOO_MUCH_WORK
    }

    /// The word by which it is known outside: PASS, FAIL, WARN, NOT_APPLICABLE, NEEDS_REVIEW or ERROR.
    default String word() {
        return switch (this) {
            case Pass _ -> "PASS";
            case Fail _ -> "FAIL";
            case Warn _ -> "WARN";
            case NotApplicable _ -> "NOT_APPLICABLE";
            case NeedsReview _ -> "NEEDS_REVIEW";
            case Undecided _ -> "ERROR";
        };
    }
}
