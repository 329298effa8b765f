package org.cairn.quality;

import java.time.LocalDate;
import java.util.List;

/// What a [Check] found: a verdict for each framework, never one over all and never a share of rules, which
/// would hide which of them is not met.
public record Report(LocalDate on, List<Framework> frameworks) {
    public Report {
        frameworks = List.copyOf(frameworks);
    }

    public enum Verdict {
        /// No MUST is unmet or open; there may be warnings.
        CONFORMS,
        /// A MUST waits for a person, or could not be read.
        INCOMPLETE,
        /// A MUST is not met.
        FAILS
    }

    public record Framework(Pack pack, Verdict verdict, List<Finding> findings) {
        public Framework {
            findings = List.copyOf(findings);
        }

        Framework(Pack pack, List<Finding> findings) {
            this(pack, verdict(findings), findings);
        }

        private static Verdict verdict(List<Finding> findings) {
            var verdict = Verdict.CONFORMS;
            for (var finding : findings) {
                if (finding.rule().level() != Rule.Level.MUST) {
                    continue;
                }
                if (finding.outcome() instanceof Outcome.Fail) {
                    return Verdict.FAILS;
                }
                if (finding.outcome() instanceof Outcome.NeedsReview
                        || finding.outcome() instanceof Outcome.Undecided) {
                    verdict = Verdict.INCOMPLETE;
                }
            }
            return verdict;
        }
    }
}
