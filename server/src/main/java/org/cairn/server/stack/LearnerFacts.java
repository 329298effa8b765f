package org.cairn.server.stack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.server.award.Award;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.PersonId;
import org.cairn.server.issue.CredentialStatus;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.IssuedCredential;
import org.cairn.stacking.decide.Facts;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.rule.Source;
import org.springframework.stereotype.Component;

/// Gathers what a decision about one learner may depend on: what she was awarded here and elsewhere, what was
/// recognised, what is in use already. Thread-safe.
@Component
class LearnerFacts {
    private final Awards awards;
    private final Specs specs;
    private final Credentials credentials;
    private final Organisations organisations;
    private final StackRepository stacks;
    private final Registrations registrations;
    private final Recognitions recognitions;
    private final Ledger ledger;
    private final Decisions decisions;

    LearnerFacts(
            Awards awards,
            Specs specs,
            Credentials credentials,
            Organisations organisations,
            StackRepository stacks,
            Registrations registrations,
            Recognitions recognitions,
            Ledger ledger,
            Decisions decisions) {
        this.awards = awards;
        this.specs = specs;
        this.credentials = credentials;
        this.organisations = organisations;
        this.stacks = stacks;
        this.registrations = registrations;
        this.recognitions = recognitions;
        this.ledger = ledger;
        this.decisions = decisions;
    }

    /// @param items by the name decisions call them
    record Known(Facts facts, Map<String, Item> items) {}

    /// @param today the day the decision is made as of
    /// @param except a claim whose own uses are not in its way
    Known of(PersonId person, StackVersion version, LocalDate today, Optional<ClaimId> except) {
        var mine = awards.heldBy(person);
        var recognised = recognitions.of(person).stream()
                .filter(each -> each.status() == Recognition.Status.GRANTED)
                .filter(each -> each.organisation().equals(version.organisation()))
                .toList();
        var look = new Look(version, mine, recognised, except);
        var holdings = new ArrayList<Holding>();
        var items = new ArrayList<Item>();
        mine.forEach(award -> look.add(award, holdings, items));
        recognised.forEach(each -> look.add(each, holdings, items));
        var registration = registrations.current(person, version.stack());
        var facts = new Facts(
                holdings,
                registration.map(now -> new Facts.Registered(version.rule().id(), number(now, version), now.on())),
                today,
                today,
                registration.map(Registration::leaving).orElse(false));
        return new Known(facts, items.stream().collect(Collectors.toMap(Item::key, Function.identity())));
    }

    /// The same, without what is none of the institution's business: awards of others that its rule has no use for.
    Known forInstitution(PersonId person, StackVersion version, LocalDate today, Optional<ClaimId> except) {
        var all = of(person, version, today, except);
        var facts = all.facts();
        var shown = facts.holdings().stream()
                .filter(held -> held.provider().equals(version.organisation().toString())
                        || Recognition.isItem(held.award())
                        || decisions.concerns(version, held, facts))
                .toList();
        return new Known(
                new Facts(shown, facts.registration(), facts.today(), facts.targetAward(), facts.leaving()),
                all.items());
    }

    private int number(Registration registration, StackVersion version) {
        return registration.version().equals(version.id())
                ? version.number()
                : stacks.version(registration.version()).orElseThrow().number();
    }

    /// Everything that is read once for all holdings of a learner.
    private final class Look {
        private final StackVersion version;
        private final Map<String, List<Holding.Use>> uses;
        private final Map<Object, PublishedSpec> versions;
        private final Map<OrganisationId, Organisation> names;
        private final Map<Object, List<IssuedCredential>> issued;
        private final Set<OrganisationId> partners;

        private Look(StackVersion version, List<Award> mine, List<Recognition> recognised, Optional<ClaimId> except) {
            this.version = version;
            var keys = new HashSet<String>();
            mine.forEach(award -> keys.add(award.id().toString()));
            recognised.forEach(each -> keys.add(each.item()));
            uses = ledger.of(keys, except);
            versions = specs.published(mine.stream().map(Award::spec).distinct().toList()).stream()
                    .collect(Collectors.toMap(PublishedSpec::id, Function.identity()));
            names = mine.stream()
                    .map(Award::organisation)
                    .distinct()
                    .flatMap(id -> organisations.byId(id).stream())
                    .collect(Collectors.toMap(Organisation::id, Function.identity()));
            issued = credentials.ofAwards(mine.stream().map(Award::id).toList()).stream()
                    .collect(Collectors.groupingBy(IssuedCredential::award));
            partners = Set.copyOf(stacks.partners(version.organisation()));
        }

        private void add(Award award, List<Holding> holdings, List<Item> items) {
            var spec = versions.get(award.spec());
            var issuer = names.get(award.organisation());
            if (spec == null || issuer == null) {
                return;
            }
            var key = award.id().toString();
            var of = issued.getOrDefault(award.id(), List.of());
            var asIfNew = SpecFacts.holding(key, spec, award.awardedOn(), from(award.organisation()));
            holdings.add(with(
                    asIfNew,
                    SpecFacts.grades(spec.content(), award.grade()),
                    standing(award, of),
                    uses.getOrDefault(key, List.of())));
            items.add(new Item(
                    key,
                    spec.content().title(),
                    issuer.legalName(),
                    award.awardedOn(),
                    Optional.of(award.id()),
                    standingCredential(of).map(IssuedCredential::id)));
        }

        private Source from(OrganisationId organisation) {
            if (organisation.equals(version.organisation())) {
                return Source.OWN;
            }
            return partners.contains(organisation) ? Source.PARTNER : Source.EXTERNAL;
        }

        private void add(Recognition recognition, List<Holding> holdings, List<Item> items) {
            var granted = recognition.granted().orElseThrow();
            var key = recognition.item();
            var stands = recognition.wish().spec().flatMap(this::newest);
            var like = stands.map(
                    spec -> SpecFacts.holding(key, spec, recognition.wish().achievedOn(), source(recognition)));
            holdings.add(new Holding(
                    key,
                    like.map(Holding::spec).orElse(key),
                    like.map(Holding::family).orElse(key),
                    Map.of("ECTS", granted.credits()),
                    granted.eqfLevel()
                            .map(level -> Map.of("EQF", BigDecimal.valueOf(level)))
                            .or(() -> like.map(Holding::levels))
                            .orElse(Map.of()),
                    granted.grade().map(grade -> Map.of("grade", grade)).orElse(Map.of()),
                    like.map(Holding::categories).orElse(Set.of()),
                    like.map(Holding::outcomes).orElse(Set.of()),
                    like.map(Holding::skills).orElse(Map.of()),
                    recognition.wish().achievedOn(),
                    Optional.empty(),
                    source(recognition),
                    recognition.wish().provider(),
                    Holding.Standing.LIVE,
                    uses.getOrDefault(key, List.of())));
            items.add(new Item(
                    key,
                    Map.of("en", recognition.wish().title()),
                    recognition.wish().provider(),
                    recognition.wish().achievedOn(),
                    Optional.empty(),
                    Optional.empty()));
        }

        private Optional<PublishedSpec> newest(org.cairn.server.catalogue.SpecId spec) {
            return specs.versions(version.organisation(), spec).stream()
                    .max(java.util.Comparator.comparingInt(PublishedSpec::number));
        }
    }

    private static Source source(Recognition recognition) {
        return switch (recognition.wish().kind()) {
            case PRIOR_LEARNING -> Source.RPL;
            case TRANSFER -> Source.EXTERNAL;
        };
    }

    private static Holding with(
            Holding held, Map<String, String> grades, Holding.Standing standing, List<Holding.Use> uses) {
        return new Holding(
                held.award(),
                held.spec(),
                held.family(),
                held.credits(),
                held.levels(),
                grades,
                held.categories(),
                held.outcomes(),
                held.skills(),
                held.awardedOn(),
                held.expiresOn(),
                held.source(),
                held.provider(),
                standing,
                uses);
    }

    private static Optional<IssuedCredential> standingCredential(List<IssuedCredential> issued) {
        return issued.stream()
                .filter(credential -> credential.status() != CredentialStatus.REVOKED)
                .findFirst()
                .or(() -> issued.stream().findFirst());
    }

    /// An award counts by its credentials as well: one that was suspended or revoked is no fact, whatever the award
    /// says.
    private static Holding.Standing standing(Award award, List<IssuedCredential> issued) {
        if (!award.isStanding()) {
            return award.isAbsorbed() ? Holding.Standing.ABSORBED : Holding.Standing.ANNULLED;
        }
        return standingCredential(issued)
                .map(credential -> switch (credential.status()) {
                    case ACTIVE -> Holding.Standing.LIVE;
                    case SUSPENDED -> Holding.Standing.SUSPENDED;
                    case REVOKED -> Holding.Standing.REVOKED;
                })
                .orElse(Holding.Standing.LIVE);
    }
}
