package org.cairn.server.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.server.issue.CredentialId;
import org.jspecify.annotations.Nullable;

/// A link as its owner's pages show it.
///
/// @param purpose null when she gave none
/// @param until null when it works until ended
/// @param status as `fragments/status` knows it
record ShareRow(
        String id,
        String kind,
        @Nullable String purpose,
        List<Phrase> titles,
        String made,
        @Nullable String until,
        long openings,
        String status,
        boolean live,
        boolean extendable) {

    static ShareRow of(Share share, Map<CredentialId, Phrase> titles, Locale reader, Instant now) {
        var state = share.state(now);
        return new ShareRow(
                share.id().toString(),
                share.kind().name(),
                share.purpose().orElse(null),
                share.credentials().stream()
                        .flatMap(id -> titles.containsKey(id) ? Stream.of(titles.get(id)) : Stream.empty())
                        .toList(),
                Dates.day(share.createdAt(), reader),
                share.expiresAt().map(end -> Dates.moment(end, reader)).orElse(null),
                share.openings(),
                switch (state) {
                    case LIVE -> "OPEN";
                    case EXPIRED -> "EXPIRED";
                    case ENDED -> "CLOSED";
                },
                state == Share.State.LIVE,
                state != Share.State.ENDED && share.kind() == ShareKind.LINK);
    }

    /// One visit, for the list of them.
    record Visited(String iso, String at, String client) {
        static Visited of(Share.Opening opening, Locale reader) {
            return new Visited(
                    opening.at().toString(),
                    Dates.moment(opening.at(), reader),
                    opening.client().name());
        }
    }
}
