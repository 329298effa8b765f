package org.cairn.server.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;

/// Runs that are only there when somebody takes their steps.
public class BulkFixtures {
    private final BulkRepository rows;
    private final InstantSource time;

    BulkFixtures(BulkRepository rows, InstantSource time) {
        this.rows = rows;
        this.time = time;
    }

    /// A run nobody works on: as one whose server was killed before its job began.
    public void aRun(Acting by) {
        stored(by, List.of("{}"));
    }

    BulkRun stored(Acting by, List<String> documents) {
        var now = time.instant();
        var run = new BulkRun(
                new BulkRunId(UUID.randomUUID()),
                by.organisationId(),
                "Files",
                Optional.empty(),
                BulkRun.Status.QUEUED,
                documents.size(),
                0,
                now,
                Optional.empty(),
                now.plus(Duration.ofDays(30)));
        rows.insert(run, by.actor());
        for (var place = 0; place < documents.size(); place++) {
            var content = documents.get(place).getBytes(UTF_8);
            rows.insert(
                    run, place + 1, new BulkItem.Sent(place + ".json", "application/json", content, Optional.empty()));
        }
        return run;
    }
}
