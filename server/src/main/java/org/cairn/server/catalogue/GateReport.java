package org.cairn.server.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What a framework's rules found in a spec.
///
/// @param framework name of the rule pack, as people know it
/// @param pack its id and version, as `EU-2022 2.0`
public record GateReport(String framework, String pack, Verdict verdict, List<Finding> findings) {
    public GateReport {
        findings = List.copyOf(findings);
    }

    /// Never a percentage: "ten of eleven" hides which one.
    public enum Verdict {
        CONFORMS,
        INCOMPLETE,
        FAIL
    }

    public enum Level {
        MUST,
        SHOULD,
        MAY
    }

    public enum Outcome {
        PASS,
        FAIL,
        WARN,
        NOT_APPLICABLE,
        NEEDS_REVIEW,
        ERROR
    }

    /// What one rule found. Texts are maps from language to text.
    ///
    /// @param path the element it looks at, as `spec.outcome`
    /// @param found what is there
    /// @param accepted what would pass
    /// @param fix what to do; blank when nothing is to be done
    /// @param clause where the framework demands it
    public record Finding(
            String rule,
            Level level,
            Outcome outcome,
            String path,
            Map<String, String> title,
            Map<String, String> found,
            Map<String, String> accepted,
            Map<String, String> fix,
            String clause) {
        public String titleIn(Locale locale) {
            return SpecContent.best(title, locale);
        }

        public String foundIn(Locale locale) {
            return SpecContent.best(found, locale);
        }

        public String acceptedIn(Locale locale) {
            return SpecContent.best(accepted, locale);
        }

        public String fixIn(Locale locale) {
            return SpecContent.best(fix, locale);
        }
    }

    /// The demands that are not met: each stands in the way of publishing without a written reason.
    public List<Finding> obstacles() {
        return findings.stream()
                .filter(f -> f.level() == Level.MUST)
                .filter(f -> f.outcome() == Outcome.FAIL || f.outcome() == Outcome.ERROR)
                .toList();
    }

    /// For the audit trail.
    String obstacleIds() {
        return obstacles().stream().map(Finding::rule).collect(Collectors.joining(" "));
    }
}
