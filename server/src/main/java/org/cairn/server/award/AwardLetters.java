package org.cairn.server.award;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.Organisation;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.operate.Post;
import org.cairn.server.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The letter that tells somebody what she earned and how she comes by it.
@Component
class AwardLetters {
    private final Post post;
    private final CairnSettings settings;
    private final MessageSource messages;

    AwardLetters(Post post, CairnSettings settings, MessageSource messages) {
        this.post = post;
        this.settings = settings;
        this.messages = messages;
    }

    /// What was awarded, by whom, in which language to tell it.
    record About(Organisation organisation, PublishedSpec spec, Locale language) {}

    /// Puts the letter into the outbox, within the running transaction.
    void send(EmailAddress to, Tickets.Fresh ticket, About about) {
        var locale = Languages.nearest(about.language());
        var award = ticket.award();
        var title = about.spec().content().titleIn(locale);
        var issuer = about.organisation().legalName();
        post.send(new Post.Letter(
                to.value(),
                oneLine(text("award.letter.subject", locale, title, issuer)),
                text(
                        "award.letter.text",
                        locale,
                        award.recipient().name(),
                        title,
                        issuer,
                        day(award.awardedOn(), locale),
                        settings.address("/claim/" + ticket.secret()).toString()),
                award.id().subject()));
    }

    static String day(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    static String minute(Instant moment, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(moment.atOffset(ZoneOffset.UTC))
                + " UTC";
    }

    /// A title may hold line breaks, a subject must not.
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
