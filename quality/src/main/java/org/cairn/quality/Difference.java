package org.cairn.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What changed about one subject between two reports on the same framework: usually because a new version of
/// the pack is in force, or because the spec was edited.
///
/// @param changes in the order of the newer pack, then what is gone
public record Difference(Report.Framework before, Report.Framework after, List<Change> changes) {
    public Difference {
        changes = List.copyOf(changes);
    }

    public sealed interface Change {
        /// A rule that there was not before.
        record Added(Finding finding) implements Change {}

        /// A rule that there is no more.
        record Removed(Finding finding) implements Change {}

        /// The same rule comes to something else, or demands more or less firmly.
        record Changed(Finding before, Finding after) implements Change {}
    }

    public boolean changesTheVerdict() {
        return before.verdict() != after.verdict();
    }

    /// For every framework that is in both reports.
    public static List<Difference> between(Report before, Report after) {
        return after.frameworks().stream()
                .flatMap(newer -> sameIn(before, newer).map(older -> between(older, newer)).stream())
                .toList();
    }

    private static Optional<Report.Framework> sameIn(Report report, Report.Framework framework) {
        return report.frameworks().stream()
                .filter(each -> each.pack().id().equals(framework.pack().id()))
                .findFirst();
    }

    public static Difference between(Report.Framework before, Report.Framework after) {
        var older = before.findings().stream()
                .collect(Collectors.toMap(finding -> finding.rule().id(), Function.identity()));
        var kept = new HashSet<String>();
        var changes = new ArrayList<Change>();
        for (var finding : after.findings()) {
            var was = Optional.ofNullable(older.get(finding.rule().id()));
            kept.add(finding.rule().id());
            if (was.isEmpty()) {
                changes.add(new Change.Added(finding));
            } else if (differ(was.get(), finding)) {
                changes.add(new Change.Changed(was.get(), finding));
            }
        }
        before.findings().stream()
                .filter(finding -> !kept.contains(finding.rule().id()))
                .forEach(finding -> changes.add(new Change.Removed(finding)));
        return new Difference(before, after, changes);
    }

    private static boolean differ(Finding one, Finding other) {
        return !one.outcome().equals(other.outcome())
                || !one.positions().equals(other.positions())
                || one.rule().level() != other.rule().level();
    }
}
