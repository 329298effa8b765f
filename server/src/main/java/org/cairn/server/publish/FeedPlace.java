package org.cairn.server.publish;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.Specs;

/// Where a harvester is in the feed, as it is written into addresses. It names a place between two versions, so that
/// what is published meanwhile neither shifts nor doubles anything.
final class FeedPlace {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int BYTES = 3 * Long.BYTES;

    private FeedPlace() {}

    static Specs.Place start() {
        return new Specs.Place(EARLIEST, BEFORE_ALL);
    }

    static Specs.Place after(PublishedSpec version) {
        return new Specs.Place(version.publishedAt(), version.id().value());
    }

    /// Before everything of that day (`2026-05-01`, UTC) or moment (`2026-05-01T12:00:00Z`); empty when it is neither.
    static Optional<Specs.Place> since(String text) {
        try {
            var moment = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            return bounded(new Specs.Place(moment, BEFORE_ALL));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// The database keeps microseconds, and so does this.
    static String cursor(Specs.Place place) {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(EARLIEST, place.publishedAt()))
                .putLong(place.id().getMostSignificantBits())
                .putLong(place.id().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Empty when no feed gave this cursor out.
    static Optional<Specs.Place> read(String cursor) {
        if (!cursor.matches("[A-Za-z0-9_-]{32}")) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        var micros = bytes.getLong();
        return micros < 0 || micros > ChronoUnit.MICROS.between(EARLIEST, LATEST)
                ? Optional.empty()
                : bounded(new Specs.Place(
                        EARLIEST.plus(micros, ChronoUnit.MICROS), new UUID(bytes.getLong(), bytes.getLong())));
    }

    private static Optional<Specs.Place> bounded(Specs.Place place) {
        return Optional.of(place)
                .filter(p ->
                        !p.publishedAt().isBefore(EARLIEST) && !p.publishedAt().isAfter(LATEST));
    }
}
