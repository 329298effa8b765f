package org.cairn.server.stack;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The day that decisions count by: the same for everybody, wherever the server stands.
final class Days {
    private Days() {}

    static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    static LocalDate today(InstantSource time) {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }
}
