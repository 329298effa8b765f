package org.cairn.server.award;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.Post;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.RateLimits;
import org.cairn.server.web.RateLimits.Limit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What became of letters, sending them again, and mending a wrong address.
@Service
class Correspondence {
    /// Nobody's mailbox is filled by an impatient click.
    private static final Limit AGAIN = new Limit("letter-again", 5, Duration.ofDays(1));

    private final AwardRepository awards;
    private final RecipientRepository recipients;
    private final Tickets tickets;
    private final AwardLetters letters;
    private final Specs specs;
    private final People people;
    private final Post post;
    private final Audit audit;
    private final RateLimits limits;

    Correspondence(
            AwardRepository awards,
            RecipientRepository recipients,
            Tickets tickets,
            AwardLetters letters,
            Specs specs,
            People people,
            Post post,
            Audit audit,
            RateLimits limits) {
        this.awards = awards;
        this.recipients = recipients;
        this.tickets = tickets;
        this.letters = letters;
        this.specs = specs;
        this.people = people;
        this.post = post;
        this.audit = audit;
        this.limits = limits;
    }

    /// The newest letter about an award.
    ///
    /// @param status a name that `fragment.status.…` has words for
    /// @param words what `award.letter.…` says about it
    record LetterLine(String status, String words, Post.Posted letter) {}

    Optional<LetterLine> newest(AwardId award) {
        return post.about(award.subject()).stream().findFirst().map(letter -> {
            if (letter.sentAt().isPresent()) {
                return new LetterLine("SENT", "to", letter);
            }
            if (letter.trouble().isPresent()) {
                return new LetterLine("FAILED", "failed", letter);
            }
            return new LetterLine("PENDING", post.isDelivered() ? "waiting" : "noServer", letter);
        });
    }

    /// Writes the letter again, with a link of its own.
    @Transactional
    public void sendAgain(Acting by, AwardId id, Locale language) {
        var award = standing(by, id);
        if (!limits.permits(AGAIN, id.toString())) {
            throw new ConflictException("award.letter.often");
        }
        var to = award.recipient().email().orElseThrow(() -> new ConflictException("award.letter.noAddress"));
        send(by, award, to, language);
        record(by, "award.letter.again", id);
    }

    /// Gives a recipient another address. Whatever was sent to the old one opens nothing any more; whoever came to
    /// hold her awards through the old one no longer does; the letter goes to the new one.
    @Transactional
    public void correctAddress(Acting by, AwardId id, String typed, Locale language) {
        var award = standing(by, id);
        var address = EmailAddress.parse(typed)
                .orElseThrow(() -> fault("award.reason.email", Draft.shortened(typed.strip())));
        var before = award.recipient();
        if (!before.email().equals(Optional.of(address))) {
            recipients.lockRegister(by.organisationId());
            move(before, address);
            record(by, "award.address.corrected", id);
        }
        send(by, awards.byId(by.organisationId(), id).orElseThrow(), address, language);
    }

    private void move(Recipient before, EmailAddress address) {
        var reader = people.byEmail(address).map(Person::id);
        // A holder who came by paper, when there was no address, stays.
        var holder = reader.or(() -> before.email().isPresent() ? Optional.empty() : before.holder());
        tickets.endAllOf(before);
        try {
            recipients.update(new Recipient(
                    before.id(),
                    before.organisation(),
                    before.name(),
                    Optional.of(address),
                    before.learnerNumber(),
                    holder));
        } catch (DuplicateKeyException e) {
            throw fault("award.address.taken", address.value());
        }
    }

    private void send(Acting by, Award award, EmailAddress to, Locale language) {
        var ticket = tickets.link(award, to);
        tickets.insert(List.of(ticket));
        var own = people.byEmail(to).map(Person::language).orElse(language);
        var spec = specs.published(award.spec()).orElseThrow();
        letters.send(to, ticket, new AwardLetters.About(by.organisation(), spec, own));
    }

    private Award standing(Acting by, AwardId id) {
        var award = awards.byId(by.organisationId(), id).orElseThrow(() -> new NotFoundException("award"));
        if (!award.isStanding()) {
            throw new ConflictException(award.isAnnulled() ? "award.annul.before" : "award.absorbed.letter");
        }
        return award;
    }

    private void record(Acting by, String action, AwardId id) {
        audit.record(
                new Audit.Deed(Optional.of(by.organisationId().value()), by.actor(), action, id.subject(), Map.of()));
    }

    private static InputException fault(String key, String arg) {
        return new InputException(Fault.of("email", key, arg));
    }
}
