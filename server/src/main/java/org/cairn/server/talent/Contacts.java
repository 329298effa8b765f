package org.cairn.server.talent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.hiring.RoleId;
import org.cairn.server.hiring.RoleVersion;
import org.cairn.server.hiring.Roles;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.PersonId;
import org.cairn.server.operate.Audit;
import org.cairn.server.portfolio.ShareId;
import org.cairn.server.portfolio.Shares;
import org.cairn.server.talent.Contact.Answer;
import org.cairn.server.talent.Contact.Revealed;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.RateLimits;
import org.cairn.server.web.Text;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Requests to get in touch. An employer asks once; she says yes and what may be seen, or no, and no is all that is
/// told.
/// The employer's trail never names her, whatever she did. Thread-safe.
@Service
class Contacts {
    static final int SHORTEST_MESSAGE = 20;
    static final int LONGEST_MESSAGE = 2_000;
    static final Duration SHARED = Duration.ofDays(90);
    private static final int MOST_LISTED = 200;
    private static final RateLimits.Limit ASKING = new RateLimits.Limit("talent-ask", 20, Duration.ofDays(1));

    private final ContactRepository rows;
    private final ListingRepository listings;
    private final AliasRepository aliases;
    private final Roles roles;
    private final Shares shares;
    private final TalentLetters letters;
    private final RateLimits limits;
    private final Audit audit;
    private final InstantSource time;

    Contacts(
            ContactRepository rows,
            ListingRepository listings,
            AliasRepository aliases,
            Roles roles,
            Shares shares,
            TalentLetters letters,
            RateLimits limits,
            Audit audit,
            InstantSource time) {
        this.rows = rows;
        this.listings = listings;
        this.aliases = aliases;
        this.roles = roles;
        this.shares = shares;
        this.letters = letters;
        this.limits = limits;
        this.audit = audit;
        this.time = time;
    }

    /// @param role what the work is; she gets to read it as it is now
    /// @throws NotFoundException when she is not to be found any more
    /// @throws ConflictException when this employer asked her before, or asks too many people
    @Transactional
    public ContactId ask(Acting by, AliasId id, Optional<RoleId> role, String message) {
        var alias = aliases.byId(by.organisationId(), id).orElseThrow(() -> new NotFoundException("talent"));
        var listing = listings.byId(alias.listing())
                .filter(each -> each.isLive(time.instant()))
                .orElseThrow(() -> new NotFoundException("talent"));
        var words = message.strip();
        if (words.length() < SHORTEST_MESSAGE || words.length() > LONGEST_MESSAGE || !Text.isText(words)) {
            throw new InputException(Fault.of("message", "talent.message.form", SHORTEST_MESSAGE, LONGEST_MESSAGE));
        }
        if (!rows.of(by.organisationId(), id).isEmpty()) {
            throw new ConflictException("talent.asked.before");
        }
        if (!limits.permits(ASKING, by.organisationId().toString())) {
            throw new ConflictException("talent.asked.often", ASKING.allowed());
        }
        var contact = new Contact(
                new ContactId(UUID.randomUUID()),
                by.organisationId(),
                listing.id(),
                listing.person(),
                alias.name(),
                role.map(each -> roles.freeze(by, each)).map(RoleVersion::id),
                words,
                by.actor(),
                time.instant(),
                Optional.empty(),
                Revealed.NOTHING,
                Optional.empty());
        try {
            rows.insert(contact, id);
        } catch (DuplicateKeyException e) {
            throw new ConflictException("talent.asked.before");
        }
        letters.asked(contact, by.organisation());
        record(contact, by.actor(), "talent.asked");
        return contact.id();
    }

    /// What she wants to be seen when she says yes.
    record Wish(boolean name, boolean email, boolean share) {}

    /// Says yes and reveals what she chose, from now until the contact is closed.
    ///
    /// @throws InputException when she reveals nothing: then nobody could get in touch
    @Transactional
    public void accept(PersonId person, ContactId id, Wish wish) {
        var contact = hers(person, id);
        if (!wish.name() && !wish.email() && !wish.share()) {
            throw new InputException(Fault.of("reveal", "talent.reveal.form"));
        }
        var listing = listings.byId(contact.listing()).orElseThrow(() -> new NotFoundException("contact"));
        var share = wish.share()
                ? Optional.of(shares.give(
                        person,
                        listing.credentials(),
                        letters.purpose(contact),
                        time.instant().plus(SHARED)))
                : Optional.<ShareId>empty();
        // The credentials name her: whoever shows them shows her name.
        answer(contact, Answer.YES, new Revealed(wish.name() || wish.share(), wish.email(), share));
        record(contact, "system", "talent.accepted");
    }

    /// Says no; the employer learns that and nothing else.
    @Transactional
    public void decline(PersonId person, ContactId id) {
        var contact = hers(person, id);
        answer(contact, Answer.NO, Revealed.NOTHING);
        record(contact, "system", "talent.declined");
    }

    private void answer(Contact contact, Answer answer, Revealed revealed) {
        if (!rows.answer(contact, answer, revealed, time.instant())) {
            throw new ConflictException("talent.answered");
        }
        letters.answered(contact);
        audit.record(new Audit.Deed(
                Optional.empty(),
                "person:" + contact.person(),
                answer == Answer.YES ? "talent.accepted" : "talent.declined",
                "contact:" + contact.id(),
                Map.of()));
    }

    /// Ends a contact from her side: what it revealed is not to be seen any more.
    @Transactional
    public void close(PersonId person, ContactId id) {
        close(hers(person, id), time.instant());
    }

    @Transactional
    public void closeAll(PersonId person) {
        var now = time.instant();
        rows.open(person).forEach(contact -> close(contact, now));
    }

    private void close(Contact contact, Instant now) {
        rows.close(contact, now);
        contact.revealed().share().ifPresent(share -> shares.end(contact.person(), share));
        record(contact, "system", "talent.closed");
    }

    /// @throws NotFoundException when it was not sent to her
    Contact hers(PersonId person, ContactId id) {
        return rows.byId(person, id).orElseThrow(() -> new NotFoundException("contact"));
    }

    List<Contact> of(PersonId person) {
        return rows.of(person, MOST_LISTED);
    }

    /// @throws NotFoundException when the organisation did not send it
    Contact one(Acting by, ContactId id) {
        return rows.byId(by.organisationId(), id).orElseThrow(() -> new NotFoundException("contact"));
    }

    List<Contact> of(Acting by) {
        return rows.of(by.organisationId(), MOST_LISTED);
    }

    Optional<Contact> of(Acting by, AliasId alias) {
        return rows.of(by.organisationId(), alias).stream().findFirst();
    }

    /// That what she revealed was taken along.
    @Transactional
    public void exported(Acting by, Contact contact) {
        record(contact, by.actor(), "talent.exported");
    }

    private void record(Contact contact, String actor, String action) {
        audit.record(new Audit.Deed(
                Optional.of(contact.organisation().value()), actor, action, "contact:" + contact.id(), Map.of()));
    }
}
