package org.cairn.server.review;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.quality.Difference;
import org.cairn.quality.Pack;
import org.cairn.quality.Report;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.PersonId;
import org.cairn.server.quality.Brought;
import org.cairn.server.quality.Quality;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Service;

/// Puts together what there is about a review, and what the rules make of it today: machine
/// findings, documents and judgements in one. Nothing here decides. Thread-safe.
@Service
class Dossiers {
    private final ReviewRepository rows;
    private final PaperRepository papers;
    private final OutcomeRepository outcomes;
    private final PackShelf shelf;
    private final Quality quality;
    private final Specs specs;
    private final Organisations organisations;
    private final InstantSource time;

    Dossiers(
            ReviewRepository rows,
            PaperRepository papers,
            OutcomeRepository outcomes,
            PackShelf shelf,
            Quality quality,
            Specs specs,
            Organisations organisations,
            InstantSource time) {
        this.rows = rows;
        this.papers = papers;
        this.outcomes = outcomes;
        this.shelf = shelf;
        this.quality = quality;
        this.specs = specs;
        this.organisations = organisations;
        this.time = time;
    }

    /// @throws NotFoundException when the acting organisation neither asked for it nor judges it
    Dossier seen(Acting by, ReviewId id) {
        return of(rows.seen(by.organisationId(), id).orElseThrow(() -> new NotFoundException("review")));
    }

    /// The same, for a deed: nobody else changes it until the transaction ends.
    Dossier locked(Acting by, ReviewId id) {
        return of(rows.locked(by.organisationId(), id).orElseThrow(() -> new NotFoundException("review")));
    }

    Dossier of(Review review) {
        var rounds = rows.rounds(review);
        var institution = organisation(review.organisation());
        var attestations = papers.attestations(review);
        var evidence = papers.evidence(review);
        var statements = papers.statements(review);
        var conflicts = papers.conflicts(review);
        var round = rounds.getLast();
        var packs = shelf.packs(round.packs());
        var brought = new Brought(
                authors(review, rounds),
                judgements(round, attestations, conflicts),
                documents(packs, evidence),
                stated(statements));
        var report = quality.check(round.content(), institution, brought, packs, today());
        return new Dossier(
                review,
                institution,
                organisation(review.body()),
                rounds,
                attestations,
                evidence,
                statements,
                conflicts,
                outcomes.conditions(review),
                outcomes.appeals(review),
                outcomes.approvals(review),
                report);
    }

    /// What would be different under the versions of the same packs that are in force today;
    /// empty where they are the ones it was handed in under.
    List<Difference> underPacksInForce(Dossier dossier) {
        var ids = dossier.round().packs().stream().map(Round.PackRef::id).toList();
        var now =
                quality.packs().stream().filter(pack -> ids.contains(pack.id())).toList();
        var then = shelf.packs(dossier.round().packs());
        if (versions(now).equals(versions(then))) {
            return List.of();
        }
        var brought = new Brought(
                authors(dossier.review(), dossier.rounds()),
                judgements(dossier.round(), dossier.attestations(), dossier.conflicts()),
                documents(now, dossier.evidence()),
                stated(dossier.statements()));
        var after = quality.check(dossier.round().content(), dossier.institution(), brought, now, today());
        return Difference.between(dossier.report(), after);
    }

    private static Set<String> versions(List<Pack> packs) {
        var versions = new HashSet<String>();
        packs.forEach(pack -> versions.add(pack.id() + " " + pack.version()));
        return versions;
    }

    /// What the machine alone finds in a text on the day it is handed in.
    Report machine(Round round, Organisation institution) {
        return quality.check(round.content(), institution, Brought.NOTHING, shelf.packs(round.packs()), today());
    }

    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    private Organisation organisation(OrganisationId id) {
        return organisations.byId(id).orElseThrow();
    }

    private Set<String> authors(Review review, List<Round> rounds) {
        var authors = new HashSet<>(specs.authors(review.organisation(), review.spec()));
        rounds.forEach(round -> authors.add(round.submittedBy()));
        return authors;
    }

    /// The last word on each rule of this round. Whoever turned out to have a stake said nothing
    /// that counts.
    private static List<Map<String, ?>> judgements(
            Round round, List<Attestation> attestations, Set<PersonId> conflicts) {
        var last = new LinkedHashMap<String, Map<String, ?>>();
        attestations.stream()
                .filter(said -> said.round() == round.number() && !conflicts.contains(said.reviewer()))
                .forEach(said -> last.put(
                        said.rule(),
                        Map.of(
                                "rule", said.rule(),
                                "answer", said.answer(),
                                "reviewer", "person:" + said.reviewer(),
                                "reason", said.reason(),
                                "on",
                                        LocalDate.ofInstant(said.at(), ZoneOffset.UTC)
                                                .toString(),
                                "evidence", List.of(said.basis()))));
        return List.copyOf(last.values());
    }

    private static Map<String, List<Map<String, ?>>> documents(List<Pack> packs, List<Evidence> evidence) {
        var documents = new HashMap<String, List<Map<String, ?>>>();
        for (var one : evidence) {
            place(packs, one.rule())
                    .ifPresent(path -> documents
                            .computeIfAbsent(path, missing -> new ArrayList<>())
                            .add(Map.of(
                                    "party", one.party(),
                                    "kind", one.kind(),
                                    "date", one.dated().toString(),
                                    "document", one.title())));
        }
        return documents;
    }

    private static Optional<String> place(List<Pack> packs, String rule) {
        return packs.stream()
                .flatMap(pack -> pack.rules().stream())
                .filter(each -> each.id().equals(rule))
                .flatMap(each -> Asks.document(each).stream())
                .map(asked -> asked.of().path())
                .findFirst();
    }

    private static Map<String, Object> stated(List<Statement> statements) {
        var stated = new HashMap<String, Object>();
        statements.stream()
                .filter(each -> Statable.isPath(each.path()))
                .forEach(each ->
                        Statable.read(each.path(), each.value()).ifPresent(value -> stated.put(each.path(), value)));
        return stated;
    }
}
