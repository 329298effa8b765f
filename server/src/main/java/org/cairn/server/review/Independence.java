package org.cairn.server.review;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.PersonId;
import org.cairn.server.identity.Role;
import org.cairn.server.web.ConflictException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Who may judge a spec: a named person with no part in it. Thread-safe.
@Component
class Independence {
    private final Specs specs;
    private final Organisations organisations;
    private final ObjectProvider<PartiesToSpec> parties;

    Independence(Specs specs, Organisations organisations, ObjectProvider<PartiesToSpec> parties) {
        this.specs = specs;
        this.organisations = organisations;
        this.parties = parties;
    }

    /// Why somebody may not judge.
    enum Obstacle {
        /// She wrote, changed, published or handed in the spec.
        AUTHOR,
        /// She belongs to the institution that an outside body judges.
        MEMBER,
        /// She or the body belongs to an organisation that helped to design it.
        PARTY,
        /// The body is an employer.
        EMPLOYER,
        /// She said so herself.
        CONFLICT,
        /// She has not the role.
        NO_REVIEWER,
        /// It is her own decision that the appeal is against.
        DECIDED;

        /// Message key of the sentence that says so.
        String key() {
            return "review.independence." + name();
        }
    }

    /// The person behind a deed.
    ///
    /// @throws ConflictException for a program's key: a judgement needs somebody's name
    static PersonId person(Acting by) {
        return named(by.actor()).orElseThrow(() -> new ConflictException("review.conflict.needsPerson"));
    }

    static Optional<PersonId> named(String actor) {
        return actor.startsWith("person:")
                ? Optional.of(new PersonId(UUID.fromString(actor.substring("person:".length()))))
                : Optional.empty();
    }

    Optional<Obstacle> against(Dossier dossier, PersonId person) {
        var review = dossier.review();
        var actor = "person:" + person;
        var houses = memberships(person);
        if (dossier.body().kind() == Organisation.Kind.EMPLOYER) {
            return Optional.of(Obstacle.EMPLOYER);
        }
        if (!isReviewer(review.body(), person)) {
            return Optional.of(Obstacle.NO_REVIEWER);
        }
        if (specs.authors(review.organisation(), review.spec()).contains(actor)
                || dossier.rounds().stream()
                        .anyMatch(round -> round.submittedBy().equals(actor))) {
            return Optional.of(Obstacle.AUTHOR);
        }
        if (review.isExternal() && houses.contains(review.organisation())) {
            return Optional.of(Obstacle.MEMBER);
        }
        if (isParty(review, houses)) {
            return Optional.of(Obstacle.PARTY);
        }
        if (wasOverturned(dossier, person)) {
            return Optional.of(Obstacle.DECIDED);
        }
        return dossier.conflicts().contains(person) ? Optional.of(Obstacle.CONFLICT) : Optional.empty();
    }

    /// Whose decision was overturned does not make the next one.
    private static boolean wasOverturned(Dossier dossier, PersonId person) {
        var overturned = dossier.appeals().stream()
                .filter(appeal ->
                        appeal.answer().filter(answer -> !answer.upheld()).isPresent())
                .map(Appeal::round)
                .toList();
        return dossier.rounds().stream()
                .filter(round -> overturned.contains(round.number()))
                .flatMap(round -> round.decided().stream())
                .anyMatch(decided -> decided.by().equals(person));
    }

    /// The same for an appeal: nobody decides about her own decision.
    Optional<Obstacle> againstAppeal(Dossier dossier, PersonId person) {
        var decidedIt = dossier.rounds().stream()
                .flatMap(round -> round.decided().stream())
                .anyMatch(decided -> decided.by().equals(person));
        return decidedIt ? Optional.of(Obstacle.DECIDED) : against(dossier, person);
    }

    /// @throws ConflictException with the obstacle in words
    static void demand(Optional<Obstacle> obstacle) {
        obstacle.ifPresent(each -> {
            throw new ConflictException(each.key());
        });
    }

    /// The body's reviewers, by name.
    List<Organisations.Member> reviewers(OrganisationId body) {
        return organisations.members(body).stream()
                .filter(member -> member.roles().contains(Role.REVIEWER))
                .toList();
    }

    private boolean isReviewer(OrganisationId body, PersonId person) {
        return organisations.membershipsOf(person).stream()
                .anyMatch(membership -> membership.organisation().id().equals(body) && membership.may(Role.REVIEWER));
    }

    private Set<OrganisationId> memberships(PersonId person) {
        return organisations.membershipsOf(person).stream()
                .map(membership -> membership.organisation().id())
                .collect(Collectors.toSet());
    }

    private boolean isParty(Review review, Set<OrganisationId> houses) {
        var involved = new HashSet<OrganisationId>();
        parties.stream().forEach(each -> involved.addAll(each.parties(review.spec())));
        // The institution is a party to its own spec; whether its people may judge is said elsewhere.
        involved.remove(review.organisation());
        return Stream.concat(houses.stream(), Stream.of(review.body())).anyMatch(involved::contains);
    }
}
