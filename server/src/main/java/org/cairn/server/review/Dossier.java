package org.cairn.server.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cairn.quality.Finding;
import org.cairn.quality.Outcome;
import org.cairn.quality.Report;
import org.cairn.quality.Rule;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.PersonId;

/// Everything there is about one review.
///
/// @param rounds at least one
/// @param conflicts people who said that they have a stake in it
/// @param report what the latest round comes to today, with what people brought
record Dossier(
        Review review,
        Organisation institution,
        Organisation body,
        List<Round> rounds,
        List<Attestation> attestations,
        List<Evidence> evidence,
        List<Statement> statements,
        Set<PersonId> conflicts,
        List<Condition> conditions,
        List<Appeal> appeals,
        List<Approval> approvals,
        Report report) {
    Dossier {
        rounds = List.copyOf(rounds);
        attestations = List.copyOf(attestations);
        evidence = List.copyOf(evidence);
        statements = List.copyOf(statements);
        conflicts = Set.copyOf(conflicts);
        conditions = List.copyOf(conditions);
        appeals = List.copyOf(appeals);
        approvals = List.copyOf(approvals);
    }

    /// The latest one.
    Round round() {
        return rounds.getLast();
    }

    Optional<Appeal> openAppeal() {
        return appeals.stream().filter(Appeal::isOpen).findFirst();
    }

    Stream<Finding> findings() {
        return report.frameworks().stream().flatMap(framework -> framework.findings().stream());
    }

    Optional<Rule> rule(String id) {
        return findings()
                .map(Finding::rule)
                .filter(rule -> rule.id().equals(id))
                .findFirst();
    }

    /// Demands that are not met, whatever anybody says of them.
    List<String> failed() {
        return must(outcome -> outcome instanceof Outcome.Fail);
    }

    /// Demands that wait for a person, or that could not be read.
    List<String> open() {
        return must(outcome -> outcome instanceof Outcome.NeedsReview || outcome instanceof Outcome.Undecided);
    }

    private List<String> must(Predicate<Outcome> wanted) {
        return findings()
                .filter(finding -> finding.rule().level() == Rule.Level.MUST && wanted.test(finding.outcome()))
                .map(finding -> finding.rule().id())
                .toList();
    }
}
