package org.cairn.server.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.PersonId;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.operate.Post;
import org.cairn.server.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Letters to those concerned: what happened in one sentence, and the address of the page.
/// Reasons are read there.
@Component
class ReviewLetters {
    /// Nobody writes to a crowd.
    private static final int MOST = 20;

    private final Post post;
    private final CairnSettings settings;
    private final People people;
    private final Organisations organisations;
    private final Independence independence;
    private final MessageSource messages;

    ReviewLetters(
            Post post,
            CairnSettings settings,
            People people,
            Organisations organisations,
            Independence independence,
            MessageSource messages) {
        this.post = post;
        this.settings = settings;
        this.people = people;
        this.organisations = organisations;
        this.independence = independence;
        this.messages = messages;
    }

    /// To whoever handed it in, or to the admins where a program did or she has left.
    ///
    /// @param what as `decided`: the sentence is `review.letter.decided`
    void toInstitution(Dossier dossier, String what) {
        var members = organisations.members(dossier.review().organisation());
        var submitter = Independence.named(dossier.round().submittedBy())
                .filter(person ->
                        members.stream().anyMatch(member -> member.person().equals(person)));
        var readers = submitter
                .map(List::of)
                .orElseGet(() -> members.stream()
                        .filter(member -> member.roles().contains(Role.ADMIN))
                        .map(Organisations.Member::person)
                        .toList());
        send(dossier, dossier.institution(), readers, what);
    }

    /// To the body's reviewers.
    void toBody(Dossier dossier, String what) {
        var readers = independence.reviewers(dossier.review().body()).stream()
                .map(Organisations.Member::person)
                .toList();
        send(dossier, dossier.body(), readers, what);
    }

    void toReviewer(Dossier dossier, PersonId reviewer, String what) {
        send(dossier, dossier.body(), List.of(reviewer), what);
    }

    private void send(Dossier dossier, Organisation side, List<PersonId> readers, String what) {
        var address = settings.address(
                "/o/" + side.slug() + "/reviews/" + dossier.review().id());
        readers.stream()
                .limit(MOST)
                .flatMap(reader -> people.byId(reader).stream())
                .forEach(reader -> send(dossier, reader, what, address.toString()));
    }

    private void send(Dossier dossier, Person reader, String what, String address) {
        var locale = Languages.nearest(reader.language());
        var title = title(dossier, locale);
        address(reader.id())
                .ifPresent(to -> post.send(new Post.Letter(
                        to,
                        text("review.letter.subject", locale, title)
                                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                                .strip(),
                        text(
                                "review.letter.text",
                                locale,
                                reader.name(),
                                text(
                                        "review.letter." + what,
                                        locale,
                                        title,
                                        dossier.institution().legalName(),
                                        dossier.body().legalName()),
                                address),
                        dossier.review().id().subject())));
    }

    private Optional<String> address(PersonId person) {
        var emails = people.emails(person);
        return Stream.concat(emails.stream().filter(People.OwnEmail::primary), emails.stream())
                .findFirst()
                .map(email -> email.address().value());
    }

    private String title(Dossier dossier, Locale locale) {
        var title = dossier.round().content().titleIn(locale);
        return title.isBlank() ? text("review.untitled", locale) : title;
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
