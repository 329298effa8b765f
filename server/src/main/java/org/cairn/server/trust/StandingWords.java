package org.cairn.server.trust;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cairn.server.web.Text;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What is known of who stands behind an issuer, as sentences of the reader's language.
@Component
public class StandingWords {
    private final MessageSource messages;

    StandingWords(MessageSource messages) {
        this.messages = messages;
    }

    /// One line, ready to be shown.
    ///
    /// @param code for programs, as `OUT_OF_SCOPE`
    /// @param result PASS, FAIL, WARN, UNKNOWN or NOT_PRESENT
    /// @param why the body is trusted; empty where it is not, or there is none
    /// @param href where the statement can be read; empty when there is no such place
    public record Shown(String code, String result, String title, String sentence, String why, String href) {}

    public Shown shown(Trust.Line line, Locale locale) {
        var standing = line.standing();
        return new Shown(
                code(standing),
                result(standing),
                text("trust.title." + line.what(), locale),
                text("trust.standing." + code(standing) + "." + line.what(), locale, args(line, locale)),
                standing instanceof Standing.ByTrusted trusted ? why(trusted.by(), locale) : "",
                standing instanceof Standing.Found found ? href(found.statement()) : "");
    }

    private static String code(Standing standing) {
        return switch (standing) {
            case Standing.Missing _ -> "MISSING";
            case Standing.Accredited _ -> "ACCREDITED";
            case Standing.OutOfScope _ -> "OUT_OF_SCOPE";
            case Standing.NotThen _ -> "NOT_THEN";
            case Standing.WithdrawnLater _ -> "WITHDRAWN_LATER";
            case Standing.WithdrawnBefore _ -> "WITHDRAWN_BEFORE";
            case Standing.Withdrawn _ -> "WITHDRAWN";
            case Standing.UnknownBody _ -> "UNKNOWN_BODY";
            case Standing.Undecided _ -> "UNDECIDED";
            case Standing.Broken _ -> "BROKEN";
        };
    }

    private static String result(Standing standing) {
        return switch (standing) {
            case Standing.Missing _ -> "NOT_PRESENT";
            case Standing.Accredited _ -> "PASS";
            case Standing.WithdrawnLater _ -> "WARN";
            case Standing.OutOfScope out ->
                out.misses().stream().allMatch(StandingWords::isUnstated) ? "UNKNOWN" : "FAIL";
            case Standing.NotThen _, Standing.WithdrawnBefore _, Standing.Broken _ -> "FAIL";
            case Standing.Withdrawn _, Standing.UnknownBody _, Standing.Undecided _ -> "UNKNOWN";
        };
    }

    private static boolean isUnstated(Scope.Miss miss) {
        return switch (miss) {
            case FIELD_UNSTATED, LEVEL_UNSTATED, KIND_UNSTATED -> true;
            case FIELD, LEVEL, KIND -> false;
        };
    }

    private Object[] args(Trust.Line line, Locale locale) {
        var kind = line.what();
        return switch (line.standing()) {
            case Standing.Missing _ -> new Object[0];
            case Standing.Accredited s ->
                new Object[] {name(s.by()), day(s.on(), locale), scope(kind, s.scope(), locale)};
            case Standing.OutOfScope s ->
                new Object[] {name(s.by()), misses(s.misses(), locale), scope(kind, s.scope(), locale)};
            case Standing.NotThen s -> new Object[] {name(s.by()), period(s.scope(), locale), day(s.on(), locale)};
            case Standing.WithdrawnLater s ->
                new Object[] {
                    name(s.by()), day(s.on(), locale), day(s.withdrawn(), locale), scope(kind, s.scope(), locale)
                };
            case Standing.WithdrawnBefore s ->
                new Object[] {name(s.by()), day(s.on(), locale), day(s.withdrawn(), locale)};
            case Standing.Withdrawn s -> new Object[] {name(s.by())};
            case Standing.UnknownBody s -> new Object[] {Text.isolated(s.name()), Text.isolated(s.did())};
            case Standing.Undecided s -> new Object[] {Text.isolated(s.name())};
            case Standing.Broken s -> new Object[] {Text.isolated(s.name())};
        };
    }

    private static String href(URI statement) {
        return statement.toString().startsWith("http") ? statement.toString() : "";
    }

    private String why(Standing.Body by, Locale locale) {
        return by.list()
                .map(list -> text("trust.why.list", locale, name(by), Text.isolated(list)))
                .orElseGet(() -> text("trust.why.own", locale, name(by)));
    }

    /// For what it holds, as one phrase.
    String scope(Accreditations.Kind kind, Scope scope, Locale locale) {
        var parts = new ArrayList<String>();
        if (!scope.fields().isEmpty()) {
            parts.add(text("trust.scope.fields", locale, String.join(", ", new TreeSet<>(scope.fields()))));
        }
        level(scope, locale).ifPresent(parts::add);
        if (!scope.kinds().isEmpty()) {
            parts.add(text("trust.scope.kinds", locale, String.join(", ", new TreeSet<>(scope.kinds()))));
        }
        if (parts.isEmpty() && kind == Accreditations.Kind.INSTITUTION) {
            parts.add(text("trust.scope.all", locale));
        }
        parts.add(period(scope, locale));
        if (!scope.under().isEmpty()) {
            parts.add(text("trust.scope.under", locale, Text.isolated(String.join(", ", scope.under()))));
        }
        return String.join(text("trust.scope.and", locale), parts);
    }

    private Optional<String> level(Scope scope, Locale locale) {
        if (scope.levelFrom().isEmpty() && scope.levelTo().isEmpty()) {
            return Optional.empty();
        }
        var from = scope.levelFrom().orElse(1);
        var to = scope.levelTo().orElse(8);
        return Optional.of(
                from.equals(to)
                        ? text("trust.scope.level", locale, from)
                        : text("trust.scope.levels", locale, from, to));
    }

    String period(Scope scope, Locale locale) {
        return scope.until()
                .map(until -> text("trust.scope.until", locale, day(scope.from(), locale), day(until, locale)))
                .orElseGet(() -> text("trust.scope.from", locale, day(scope.from(), locale)));
    }

    private String misses(List<Scope.Miss> misses, Locale locale) {
        return misses.stream()
                .map(miss -> text("trust.miss." + miss, locale))
                .collect(Collectors.joining(text("trust.scope.and", locale)));
    }

    private static String name(Standing.Body body) {
        return Text.isolated(body.name());
    }

    String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
