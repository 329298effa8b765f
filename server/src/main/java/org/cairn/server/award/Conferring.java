package org.cairn.server.award;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Awards several learners at once: learners, awards, claim tickets and letters, then one event for whoever signs.
/// All of it or nothing, in the caller's transaction; doing it twice awards nobody twice.
@Component
class Conferring {
    private final RecipientRepository recipients;
    private final AwardRepository awards;
    private final Components components;
    private final Tickets tickets;
    private final AwardLetters letters;
    private final People people;
    private final ApplicationEventPublisher events;
    private final InstantSource time;

    Conferring(
            RecipientRepository recipients,
            AwardRepository awards,
            Components components,
            Tickets tickets,
            AwardLetters letters,
            People people,
            ApplicationEventPublisher events,
            InstantSource time) {
        this.recipients = recipients;
        this.awards = awards;
        this.components = components;
        this.tickets = tickets;
        this.letters = letters;
        this.people = people;
        this.events = events;
        this.time = time;
    }

    /// What all awards of one go have in common.
    ///
    /// @param language of letters to people whose own is not known
    record Common(
            Organisation organisation, PublishedSpec spec, Optional<BatchId> batch, String actor, Locale language) {}

    /// What became of one wish.
    sealed interface Outcome {
        record Conferred(Award award) implements Outcome {}

        /// The same learner has the same version of the same day.
        record Before(Award award) implements Outcome {}

        record Refused(Reason reason) implements Outcome {}
    }

    /// Answers for each wish, in their order.
    ///
    /// @throws org.cairn.server.web.InputException when an award cannot be built on what its wish names
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Outcome> confer(Common common, List<Awarding> wishes) {
        var organisation = common.organisation().id();
        recipients.lockRegister(organisation);
        var register = recipients.register(organisation, wishes);
        var planned = planned(common, wishes, register);
        var known = peopleOf(wishes);
        recipients.insert(register.fresh().stream().map(r -> held(r, known)).toList());
        register.changed().forEach(r -> recipients.update(held(r, known)));
        var fresh = planned.stream()
                .filter(Outcome.Conferred.class::isInstance)
                .map(o -> ((Outcome.Conferred) o).award())
                .toList();
        fresh.forEach(a -> components.check(a.components(), held(a.recipient(), known)));
        store(common, fresh, known);
        return planned;
    }

    /// What would become of the wishes. Changes nothing but the register in memory.
    List<Outcome> planned(Common common, List<Awarding> wishes, Register register) {
        var found = wishes.stream().map(register::resolve).toList();
        var earlier = new HashMap<Digest, Award>();
        var keys = new HashSet<Digest>();
        for (var i = 0; i < wishes.size(); i++) {
            if (found.get(i) instanceof Register.Resolution.Found(Recipient recipient)) {
                keys.add(AwardRepository.key(
                        common.spec().id(), recipient.id(), wishes.get(i).awardedOn()));
            }
        }
        awards.byKeys(common.organisation().id(), keys)
                .forEach(a ->
                        earlier.put(AwardRepository.key(a.spec(), a.recipient().id(), a.awardedOn()), a));
        var outcomes = new ArrayList<Outcome>();
        for (var i = 0; i < wishes.size(); i++) {
            outcomes.add(outcome(common, wishes.get(i), found.get(i), earlier));
        }
        return outcomes;
    }

    private Outcome outcome(Common common, Awarding wish, Register.Resolution found, Map<Digest, Award> earlier) {
        return switch (found) {
            case Register.Resolution.Contradiction(Reason reason) -> new Outcome.Refused(reason);
            case Register.Resolution.Found(Recipient recipient) -> {
                var key = AwardRepository.key(common.spec().id(), recipient.id(), wish.awardedOn());
                var before = earlier.get(key);
                if (before != null) {
                    yield again(before, wish);
                }
                var award = award(common, wish, recipient);
                earlier.put(key, award);
                yield new Outcome.Conferred(award);
            }
        };
    }

    private static Outcome again(Award before, Awarding wish) {
        if (before.isAnnulled()) {
            return new Outcome.Refused(Reason.of("award.reason.annulled", wish.awardedOn()));
        }
        return before.components().equals(wish.components())
                ? new Outcome.Before(before)
                : new Outcome.Refused(Reason.of("award.reason.otherComponents", wish.awardedOn()));
    }

    private Award award(Common common, Awarding wish, Recipient recipient) {
        return new Award(
                new AwardId(UUID.randomUUID()),
                common.organisation().id(),
                common.spec().id(),
                recipient,
                wish.awardedOn(),
                wish.grade(),
                wish.narrative(),
                AwardStatus.CONFERRED,
                Optional.empty(),
                Optional.empty(),
                wish.components(),
                time.instant());
    }

    private void store(Common common, List<Award> fresh, Map<EmailAddress, Person> known) {
        if (fresh.isEmpty()) {
            return;
        }
        awards.insert(fresh.stream()
                .map(a -> new AwardRepository.Fresh(a, common.batch(), common.actor()))
                .toList());
        fresh.forEach(components::insert);
        var made = fresh.stream()
                .map(a -> a.recipient().email().map(to -> tickets.link(a, to)).orElseGet(() -> tickets.code(a)))
                .toList();
        tickets.insert(made);
        made.forEach(ticket -> ticket.award().recipient().email().ifPresent(to -> {
            var own = Optional.ofNullable(known.get(to)).map(Person::language);
            letters.send(
                    to,
                    ticket,
                    new AwardLetters.About(common.organisation(), common.spec(), own.orElse(common.language())));
        }));
        events.publishEvent(new AwardsConferred(
                common.organisation().id(), fresh.stream().map(Award::id).toList()));
    }

    /// Those of the addresses that somebody has proved to read.
    private Map<EmailAddress, Person> peopleOf(List<Awarding> wishes) {
        var known = new HashMap<EmailAddress, Person>();
        wishes.stream()
                .flatMap(w -> w.email().stream())
                .distinct()
                .forEach(address -> people.byEmail(address).ifPresent(person -> known.put(address, person)));
        return known;
    }

    private static Recipient held(Recipient recipient, Map<EmailAddress, Person> known) {
        var holder = recipient
                .holder()
                .or(() -> recipient
                        .email()
                        .flatMap(e -> Optional.ofNullable(known.get(e)).map(Person::id)));
        return new Recipient(
                recipient.id(),
                recipient.organisation(),
                recipient.name(),
                recipient.email(),
                recipient.learnerNumber(),
                holder);
    }
}
