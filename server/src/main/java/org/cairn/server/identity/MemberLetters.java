package org.cairn.server.identity;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.cairn.server.operate.Post;
import org.cairn.server.web.Languages;
import org.springframework.stereotype.Component;

/// Letters to those members of an organisation whom a thing concerns, each in her own language. Thread-safe.
@Component
public class MemberLetters {
    private static final int MOST_READERS = 20;

    private final Organisations organisations;
    private final People people;
    private final Post post;

    MemberLetters(Organisations organisations, People people, Post post) {
        this.organisations = organisations;
        this.people = people;
        this.post = post;
    }

    public record Words(String subject, String text) {}

    /// Puts the letters into the outbox, within the running transaction; twenty at most.
    ///
    /// @param roles a member needs one of them to get it
    /// @param about what it tells of, as `spec:…`
    public void send(OrganisationId organisation, Set<Role> roles, String about, Function<Locale, Words> words) {
        organisations.members(organisation).stream()
                .filter(member -> !Collections.disjoint(member.roles(), roles))
                .limit(MOST_READERS)
                .forEach(member -> EmailAddress.parse(member.email()).ifPresent(address -> {
                    var language =
                            people.byId(member.person()).map(Person::language).orElse(Locale.ENGLISH);
                    var said = words.apply(Languages.nearest(language));
                    post.send(new Post.Letter(address.value(), oneLine(said.subject()), said.text(), about));
                }));
    }

    /// A name may hold what a subject must not.
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
