package org.cairn.server.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.hiring.Comparing;
import org.cairn.server.hiring.Line;
import org.cairn.server.hiring.RoleSkill;
import org.cairn.server.hiring.ShownCredential;
import org.cairn.skills.taxonomy.Taxonomy;

/// What came of a run, item by item in the order in which they were sent. Nobody is put in another order. Pure.
record BulkReport(List<Entry> entries) {
    BulkReport {
        entries = List.copyOf(entries);
    }

    enum State {
        WAITING,
        REFUSED,
        CHECKED
    }

    /// @param refusal why there was nothing to verify; empty when there was
    /// @param sameAs an earlier item with the same credential in it
    record Entry(
            int position,
            String name,
            State state,
            Optional<String> refusal,
            List<ShownCredential> credentials,
            List<Line> lines,
            Optional<Integer> sameAs) {
        Entry {
            credentials = List.copyOf(credentials);
            lines = List.copyOf(lines);
        }
    }

    /// @param wanted what each item is held against; empty for nothing
    static BulkReport of(List<BulkItem> items, List<RoleSkill> wanted, Taxonomy taxonomy) {
        var seen = new HashMap<String, Integer>();
        var entries = new ArrayList<Entry>();
        for (var item : items) {
            entries.add(
                    switch (item.state()) {
                        case BulkItem.State.Waiting() -> blank(item, State.WAITING, Optional.empty());
                        case BulkItem.State.Refused(var code) -> blank(item, State.REFUSED, Optional.of(code));
                        case BulkItem.State.Checked(var credentials) ->
                            new Entry(
                                    item.position(),
                                    item.name(),
                                    State.CHECKED,
                                    Optional.empty(),
                                    credentials,
                                    Comparing.lines(wanted, credentials, taxonomy),
                                    earlier(credentials, item.position(), seen));
                    });
        }
        return new BulkReport(entries);
    }

    private static Entry blank(BulkItem item, State state, Optional<String> refusal) {
        return new Entry(item.position(), item.name(), state, refusal, List.of(), List.of(), Optional.empty());
    }

    private static Optional<Integer> earlier(
            List<ShownCredential> credentials, int position, Map<String, Integer> seen) {
        var before = identities(credentials)
                .flatMap(identity -> Stream.ofNullable(seen.get(identity)))
                .findFirst();
        identities(credentials).forEach(identity -> seen.putIfAbsent(identity, position));
        return before;
    }

    private static Stream<String> identities(List<ShownCredential> credentials) {
        return credentials.stream().map(ShownCredential::identity).filter(identity -> !identity.isEmpty());
    }

    /// How many items there are of each standing; one of several credentials counts by its first.
    Map<String, Long> counts() {
        var counts = new java.util.TreeMap<String, Long>();
        entries.forEach(entry -> counts.merge(
                entry.credentials().isEmpty()
                        ? entry.state().name()
                        : entry.credentials().getFirst().standing().name(),
                1L,
                Long::sum));
        return counts;
    }
}
