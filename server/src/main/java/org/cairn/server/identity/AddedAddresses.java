package org.cairn.server.identity;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.operate.Post;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.RateLimits;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How a person adds another address: ask, get a letter there, confirm while signed in. Thread-safe.
@Service
class AddedAddresses {
    private static final RateLimits.Limit PER_PERSON = new RateLimits.Limit("add-address", 5, Duration.ofMinutes(15));

    private final People people;
    private final OneTimeLinks links;
    private final Post post;
    private final CairnSettings settings;
    private final MessageSource messages;
    private final RateLimits limits;
    private final Audit audit;

    AddedAddresses(
            People people,
            OneTimeLinks links,
            Post post,
            CairnSettings settings,
            MessageSource messages,
            RateLimits limits,
            Audit audit) {
        this.people = people;
        this.links = links;
        this.post = post;
        this.settings = settings;
        this.messages = messages;
        this.limits = limits;
        this.audit = audit;
    }

    /// What came of pressing the button behind the mailed link.
    enum Confirmation {
        ADDED,
        /// The address has another account.
        TAKEN,
        /// Used, too old or never sent.
        OVER,
        /// Somebody else asked for this link; adding it here or there would hand one's awards to a stranger.
        NOT_YOURS
    }

    /// Writes the letter whether or not the address is known here: who asks learns nothing of other accounts.
    ///
    /// @throws InputException when the text is no address, hers already, or too many letters were asked for
    @Transactional
    public EmailAddress ask(SignedIn me, String typed, Locale locale) {
        var address = EmailAddress.parse(typed)
                .orElseThrow(() -> new InputException(Fault.of("email", "identity.email.form")));
        if (people.emails(me.person()).stream().anyMatch(own -> own.address().equals(address))) {
            throw new InputException(Fault.of("email", "identity.account.email.known"));
        }
        if (!limits.permits(PER_PERSON, me.actor())) {
            throw new InputException(Fault.of("email", "identity.login.tooMany"));
        }
        var link = settings.address("/account/emails/confirm?token=" + links.forAddedEmail(me.person(), address));
        post.send(new Post.Letter(
                address.value(),
                messages.getMessage("identity.letter.address.subject", null, locale),
                messages.getMessage(
                        "identity.letter.address.text",
                        new Object[] {link.toString(), OneTimeLinks.LIFETIME.toMinutes()},
                        locale),
                "address"));
        return address;
    }

    @Transactional
    public Confirmation confirm(SignedIn me, String token) {
        return links.consumeAddedEmail(token).map(proof -> confirm(me, proof)).orElse(Confirmation.OVER);
    }

    private Confirmation confirm(SignedIn me, OneTimeLinks.Proof proof) {
        if (!proof.person().equals(me.person())) {
            return Confirmation.NOT_YOURS;
        }
        if (!people.addEmail(me.person(), proof.address())) {
            return Confirmation.TAKEN;
        }
        record(me, "person.addressAdded");
        return Confirmation.ADDED;
    }

    /// @return false when it is her last one or not hers
    @Transactional
    public boolean remove(SignedIn me, EmailAddress address) {
        var removed = people.removeEmail(me.person(), address);
        if (removed) {
            record(me, "person.addressRemoved");
        }
        return removed;
    }

    private void record(SignedIn me, String action) {
        audit.record(new Audit.Deed(Optional.empty(), me.actor(), action, me.actor(), Map.of()));
    }
}
