package org.cairn.server.portfolio;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.server.award.ClaimResult;
import org.cairn.server.award.ClaimTicket;
import org.cairn.server.award.Claims;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.PersonId;
import org.cairn.server.issue.CredentialId;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.IssuedCredential;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// How a learner comes by what was awarded to her: by the link in a letter, which proves that she reads the address it
/// went to, or by a code on paper, which proves nothing but that she holds the sheet. Thread-safe.
@Service
class Claiming {
    private final Claims claims;
    private final People people;
    private final Credentials credentials;

    Claiming(Claims claims, People people, Credentials credentials) {
        this.claims = claims;
        this.people = people;
        this.credentials = credentials;
    }

    /// What became of it, for the page.
    sealed interface Outcome {
        /// @param newcomer who is to be signed in now; empty when she was already
        /// @param first what to show her; empty while it is still being signed
        record Taken(Optional<Person> newcomer, Optional<CredentialId> first) implements Outcome {}

        /// Somebody holds it already, and it is not known to be the one who asks.
        record HeldByAnother() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /// Looks without taking.
    Optional<ClaimTicket> peek(String secret) {
        return claims.ticket(secret);
    }

    @Transactional
    Outcome take(String secret, Optional<PersonId> signedIn, Locale language) {
        return claims.ticket(secret)
                .map(ticket -> signedIn.map(me -> give(secret, ticket, me, Optional.empty()))
                        .orElseGet(() -> takeAsStranger(secret, ticket, language)))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome takeAsStranger(String secret, ClaimTicket ticket, Locale language) {
        // A letter lies in a mailbox for long: it opens a session only until its award has a holder.
        if (ticket.award().isClaimed()) {
            return new Outcome.HeldByAnother();
        }
        var recipient = ticket.award().recipient();
        var person = ticket.sentTo()
                .map(address -> people.confirmed(address, recipient.name(), language))
                .orElseGet(() -> people.withoutAddress(recipient.name(), language));
        return give(secret, ticket, person.id(), Optional.of(person));
    }

    private Outcome give(String secret, ClaimTicket ticket, PersonId to, Optional<Person> newcomer) {
        return switch (claims.claim(secret, to)) {
            case ClaimResult.Claimed claimed -> new Outcome.Taken(newcomer, first(ticket));
            case ClaimResult.HeldByAnother other -> {
                forgetNewcomer();
                yield new Outcome.HeldByAnother();
            }
            case ClaimResult.Unknown unknown -> {
                forgetNewcomer();
                yield new Outcome.Unknown();
            }
        };
    }

    /// Two strangers with one sheet at the same moment: the person made for the slower one is not kept.
    private static void forgetNewcomer() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }

    private Optional<CredentialId> first(ClaimTicket ticket) {
        return credentials.ofAwards(List.of(ticket.award().id())).stream()
                .findFirst()
                .map(IssuedCredential::id);
    }
}
