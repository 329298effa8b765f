package org.cairn.server.verify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.cairn.server.employer.Endorser;
import org.cairn.server.web.Text;
import org.springframework.stereotype.Component;

/// Who endorses what was achieved, in the reader's words: each organisation once, with its statements apart.
@Component
class EndorserWords {
    private final Wording wording;

    EndorserWords(Wording wording) {
        this.wording = wording;
    }

    /// @param domain which the organisation has shown to be its own
    record Shown(String name, String domain, List<Said> said) {}

    /// @param conflict of interest that was declared; may be blank
    /// @param href of the signed statement
    record Said(String kind, String what, String conflict, String href) {}

    List<Shown> shown(List<Endorser> endorsers, Locale locale) {
        return endorsers.stream()
                .map(each -> new Shown(
                        each.name(),
                        each.domain().domain(),
                        each.said().stream().map(said -> said(said, locale)).toList()))
                .toList();
    }

    private Said said(Endorser.Said said, Locale locale) {
        return new Said(
                said.kind().name(),
                wording.text(
                        "verify.endorsed." + said.kind(), locale, day(said.since(), locale), day(said.until(), locale)),
                said.conflict()
                        .map(conflict -> wording.text("verify.endorsed.conflict", locale, Text.isolated(conflict)))
                        .orElse(""),
                "/statements/" + said.statement());
    }

    private static String day(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(at.atOffset(ZoneOffset.UTC));
    }
}
