package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.json.DateTimeStamp;
import org.cairn.credential.json.Json;

/// Whether a credential is in force. VC 1.1 names its dates otherwise.
final class PeriodCheck {

    /// Clocks differ.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final String OLD_CONTEXT = "https://www.w3.org/2018/credentials/v1";

    private PeriodCheck() {}

    static Finding check(JsonObject credential, Instant now) {
        Optional<String> from = date(credential, "validFrom", "issuanceDate");
        Optional<String> until = date(credential, "validUntil", "expirationDate");
        for (Optional<String> written : List.of(from, until)) {
            if (written.isPresent() && moment(credential, written.get()).isEmpty()) {
                return finding(FindingCode.PERIOD_UNREADABLE, written.get());
            }
        }
        Optional<Instant> end = until.flatMap(text -> moment(credential, text));
        if (end.isPresent() && !end.get().isAfter(now)) {
            return finding(FindingCode.PERIOD_ENDED, end.get().toString());
        }
        Optional<Instant> start = from.flatMap(text -> moment(credential, text));
        if (start.isPresent() && start.get().isAfter(now.plus(SKEW))) {
            return finding(FindingCode.PERIOD_NOT_STARTED, start.get().toString());
        }
        return finding(FindingCode.PERIOD_CURRENT);
    }

    /// VC 1.1 lets the zone out of a date; it is UTC then.
    private static Optional<Instant> moment(JsonObject credential, String text) {
        boolean old = Json.strings(credential, "@context").stream().findFirst().equals(Optional.of(OLD_CONTEXT));
        return old ? DateTimeStamp.parseDateTime(text).map(DateTimeStamp::instant) : DateTimeStamp.read(text);
    }

    /// The date as written; a date that is no text is unreadable rather than absent.
    private static Optional<String> date(JsonObject credential, String name, String oldName) {
        String present = credential.containsKey(name) ? name : oldName;
        return credential.containsKey(present)
                ? Optional.of(Json.string(credential, present).orElse(present))
                : Optional.empty();
    }

    private static Finding finding(FindingCode code, String... args) {
        return Finding.of(Check.VALIDITY_PERIOD, code, args);
    }
}
