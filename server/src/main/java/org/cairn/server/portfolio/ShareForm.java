package org.cairn.server.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.issue.CredentialId;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.jspecify.annotations.Nullable;

/// What was typed into the form that makes or extends a link; shown again as it was when something is wrong.
record ShareForm(List<UUID> credentials, String purpose, String until, String date) {
    ShareForm(
            @Nullable List<UUID> credentials, @Nullable String purpose, @Nullable String until, @Nullable String date) {
        this.credentials = credentials == null ? List.of() : List.copyOf(credentials);
        this.purpose = purpose == null ? "" : purpose;
        this.until = until == null ? Until.MONTH.name() : until;
        this.date = date == null ? "" : date;
    }

    /// How long a link works.
    enum Until {
        DAY,
        WEEK,
        MONTH,
        YEAR,
        DATE
    }

    static ShareForm blank(List<UUID> chosen) {
        return new ShareForm(chosen, null, null, null);
    }

    Share.Wish wish(Instant now) {
        return new Share.Wish(credentials.stream().map(CredentialId::new).toList(), Optional.of(purpose), expiry(now));
    }

    Instant expiry(Instant now) {
        return switch (parsedUntil()) {
            case DAY -> now.plus(Duration.ofDays(1));
            case WEEK -> now.plus(Duration.ofDays(7));
            case MONTH -> now.plus(Duration.ofDays(30));
            case YEAR -> now.plus(Duration.ofDays(365));
            // The chosen day still counts.
            case DATE -> parsedDate().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        };
    }

    private Until parsedUntil() {
        try {
            return Until.valueOf(until);
        } catch (IllegalArgumentException e) {
            throw new InputException(Fault.of("until", "portfolio.share.until.form"));
        }
    }

    private LocalDate parsedDate() {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new InputException(Fault.of("date", "portfolio.share.date.form"));
        }
    }
}
