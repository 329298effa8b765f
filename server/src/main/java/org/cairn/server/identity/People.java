package org.cairn.server.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// People and the e-mail addresses they proved to read. Thread-safe.
@Service
public class People {
    private final PersonRepository rows;
    private final ApplicationEventPublisher events;

    People(PersonRepository rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    /// A person has proved to read an address; later stages attach what was awarded to it. Published inside the
    /// transaction that stores the proof.
    public record EmailConfirmed(PersonId person, EmailAddress address) {}

    /// An address of a person.
    public record OwnEmail(EmailAddress address, boolean primary) {}

    public Optional<Person> byId(PersonId id) {
        return rows.byId(id);
    }

    /// The person as the one who asks. Who has no address is known by her id.
    SignedIn principal(Person person) {
        var username = emails(person.id()).stream()
                .findFirst()
                .map(own -> own.address().value())
                .orElseGet(() -> person.id().toString());
        return new SignedIn(person.id(), person.name(), username);
    }

    public Optional<Person> byEmail(EmailAddress address) {
        return rows.byEmail(address);
    }

    public List<OwnEmail> emails(PersonId person) {
        return rows.emails(person);
    }

    /// The person who reads this address, made on first proof.
    ///
    /// @param name what to call a new person
    @Transactional
    public Person confirmed(EmailAddress address, String name, Locale language) {
        var known = rows.byEmail(address);
        var person = known.orElseGet(() -> {
            var fresh = new Person(new PersonId(UUID.randomUUID()), name, language);
            rows.insert(fresh);
            rows.addEmail(fresh.id(), address, true);
            return fresh;
        });
        events.publishEvent(new EmailConfirmed(person.id(), address));
        return person;
    }

    /// A person of whom no address is known yet; she can come back later only once she adds one.
    @Transactional
    public Person withoutAddress(String name, Locale language) {
        var fresh = new Person(new PersonId(UUID.randomUUID()), name, language);
        rows.insert(fresh);
        return fresh;
    }

    /// Adds a proved address to a person; the first one becomes her primary one.
    ///
    /// @return false when it belongs to somebody else
    @Transactional
    public boolean addEmail(PersonId person, EmailAddress address) {
        var owner = rows.byEmail(address).map(Person::id);
        if (owner.isPresent()) {
            return owner.get().equals(person);
        }
        rows.addEmail(person, address, rows.emails(person).isEmpty());
        events.publishEvent(new EmailConfirmed(person, address));
        return true;
    }

    /// Takes an address away, but never the last one.
    ///
    /// @return false when it was the last or not hers
    @Transactional
    public boolean removeEmail(PersonId person, EmailAddress address) {
        return rows.removeEmailUnlessLast(person, address);
    }

    /// Makes one of her addresses the one that letters go to.
    ///
    /// @return false when it is not hers
    @Transactional
    boolean makePrimary(PersonId person, EmailAddress address) {
        return rows.makePrimary(person, address);
    }

    @Transactional
    public void rename(PersonId person, String name, Locale language) {
        rows.update(new Person(person, name, language));
    }
}
