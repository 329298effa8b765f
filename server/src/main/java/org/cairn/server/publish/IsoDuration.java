package org.cairn.server.publish;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;

/// Lengths of time as ISO 8601 writes them, which all the formats take.
final class IsoDuration {
    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3_600);

    private IsoDuration() {}

    static String ofHours(BigDecimal hours) {
        return Duration.ofSeconds(hours.multiply(SECONDS_OF_AN_HOUR).longValue())
                .toString();
    }

    static String ofMonths(int months) {
        return Period.ofMonths(months).toString();
    }
}
