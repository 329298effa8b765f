package org.cairn.server.award;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.identity.People;
import org.cairn.server.identity.PersonId;
import org.cairn.server.operate.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How a learner comes by what she was awarded: by the link in her letter, by a code on paper, or by proving that she
/// reads the address it was awarded to. Whoever offers codes to strangers limits how often they may try. Thread-safe.
@Service
public class Claims {
    private final Tickets tickets;
    private final AwardRepository awards;
    private final RecipientRepository recipients;
    private final Audit audit;

    Claims(Tickets tickets, AwardRepository awards, RecipientRepository recipients, Audit audit) {
        this.tickets = tickets;
        this.awards = awards;
        this.recipients = recipients;
        this.audit = audit;
    }

    /// What a link's token or a code stands for; empty when there is none, it has expired or was replaced. A code may
    /// be typed with or without its hyphens and in any case.
    public Optional<ClaimTicket> ticket(String tokenOrCode) {
        return tickets.find(tokenOrCode)
                .flatMap(stored -> awards.byIds(List.of(stored.award())).stream()
                        .findFirst()
                        .map(award -> new ClaimTicket(award, stored.sentTo(), stored.expiresAt())));
    }

    /// Makes a person the holder of everything of the ticket's recipient. The first to come holds; the same person may
    /// come again.
    @Transactional
    public ClaimResult claim(String tokenOrCode, PersonId person) {
        var ticket = ticket(tokenOrCode);
        if (ticket.isEmpty()) {
            return new ClaimResult.Unknown();
        }
        var award = ticket.get().award();
        if (!recipients.claim(award.recipient(), person)) {
            return new ClaimResult.HeldByAnother();
        }
        if (!award.isClaimed()) {
            recordClaim(award, person);
        }
        return new ClaimResult.Claimed(
                awards.ofRecipient(award.recipient()).stream().map(Award::id).toList());
    }

    private void recordClaim(Award award, PersonId person) {
        audit.record(new Audit.Deed(
                Optional.of(award.organisation().value()),
                "person:" + person,
                "award.claimed",
                award.id().subject(),
                Map.of()));
    }

    @EventListener
    void emailConfirmed(People.EmailConfirmed event) {
        for (var recipient : recipients.claimAllOf(event.address(), event.person())) {
            awards.ofRecipient(recipient).forEach(award -> recordClaim(award, event.person()));
        }
    }
}
