package org.cairn.server.stack;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.award.Award;
import org.cairn.server.award.AwardId;
import org.cairn.server.award.Awarding;
import org.cairn.server.award.Awards;
import org.cairn.server.award.Recipient;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.People;
import org.cairn.server.web.ConflictException;
import org.cairn.stacking.decide.Decision;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes the larger award out of a decision.
@Component
class Conferral {
    private final Awards awards;
    private final People people;
    private final InstantSource time;

    Conferral(Awards awards, People people, InstantSource time) {
        this.awards = awards;
        this.people = people;
        this.time = time;
    }

    /// The award, built on what the decision placed; lower awards that it takes in are absorbed.
    ///
    /// @throws ConflictException when the learner cannot be awarded because the institution could not reach her
    @Transactional(propagation = Propagation.MANDATORY)
    public AwardId confer(Acting by, Claim claim, StackVersion version, Decision decision) {
        var who = who(claim);
        var wish = new Awarding(
                version.awards(),
                who.name(),
                who.email(),
                who.number(),
                Days.today(time),
                Optional.empty(),
                Optional.empty(),
                components(decision));
        var award = awards.award(by, wish);
        decision.givesUp().stream()
                .map(lower -> new AwardId(UUID.fromString(lower)))
                .filter(lower -> awards.byId(by.organisationId(), lower).isPresent())
                .forEach(lower -> awards.absorb(by, lower, award.id()));
        return award.id();
    }

    private static List<AwardId> components(Decision decision) {
        return decision.allocation().stream()
                .map(Decision.Placed::award)
                .distinct()
                // What was recognised is no award.
                .filter(item -> !Recognition.isItem(item))
                .map(item -> new AwardId(UUID.fromString(item)))
                .toList();
    }

    private record Who(String name, Optional<EmailAddress> email, Optional<String> number) {}

    /// As the institution knows her; where it does not, by her own name and the address she has shown to read.
    private Who who(Claim claim) {
        var known = awards.heldBy(claim.person()).stream()
                .filter(award -> award.organisation().equals(claim.organisation()))
                .map(Award::recipient)
                .findFirst();
        return known.map(Conferral::who).orElseGet(() -> newcomer(claim));
    }

    private static Who who(Recipient recipient) {
        return new Who(recipient.name(), recipient.email(), recipient.learnerNumber());
    }

    private Who newcomer(Claim claim) {
        var address = people.emails(claim.person()).stream()
                .filter(People.OwnEmail::primary)
                .map(People.OwnEmail::address)
                .findFirst()
                .orElseThrow(() -> new ConflictException("stack.claim.address"));
        return new Who(people.byId(claim.person()).orElseThrow().name(), Optional.of(address), Optional.empty());
    }
}
