package org.cairn.server.talent;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.People;
import org.cairn.server.identity.PersonId;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.operate.Post;
import org.cairn.server.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Letters about requests. They say that there is something to read and where, not what.
@Component
class TalentLetters {
    private final Post post;
    private final People people;
    private final Organisations organisations;
    private final CairnSettings settings;
    private final MessageSource messages;

    TalentLetters(
            Post post, People people, Organisations organisations, CairnSettings settings, MessageSource messages) {
        this.post = post;
        this.people = people;
        this.organisations = organisations;
        this.settings = settings;
        this.messages = messages;
    }

    /// To her: an employer asks.
    void asked(Contact contact, Organisation employer) {
        send(
                contact.person(),
                "talent.letter.asked",
                employer.legalName(),
                settings.address("/portfolio/talent/contacts/" + contact.id()).toString(),
                contact);
    }

    /// To the member of the employer who asked: there is an answer. Programs are told nothing.
    void answered(Contact contact) {
        var asker = contact.askedBy();
        var home = organisations.byId(contact.organisation()).map(Organisation::slug);
        if (asker.startsWith("person:") && home.isPresent()) {
            send(
                    new PersonId(UUID.fromString(asker.substring("person:".length()))),
                    "talent.letter.answered",
                    contact.alias(),
                    settings.address("/o/" + home.get() + "/talent/contacts/" + contact.id())
                            .toString(),
                    contact);
        }
    }

    /// What a share that comes with a yes is for, in her list of shares.
    String purpose(Contact contact) {
        var employer = organisations
                .byId(contact.organisation())
                .map(Organisation::legalName)
                .orElse("");
        return employer.length() <= 200 ? employer : employer.substring(0, 199) + "…";
    }

    private void send(PersonId to, String words, String name, String address, Contact contact) {
        people.byId(to)
                .ifPresent(person -> address(to).ifPresent(email -> {
                    var locale = Languages.nearest(person.language());
                    post.send(new Post.Letter(
                            email,
                            text(words + ".subject", locale, oneLine(name)),
                            text(words + ".text", locale, person.name(), name, address),
                            "contact:" + contact.id()));
                }));
    }

    private Optional<String> address(PersonId person) {
        return people.emails(person).stream()
                .findFirst()
                .map(own -> own.address().value());
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
