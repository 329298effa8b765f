package org.cairn.server.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.market.PostingRepository.Fresh;
import org.cairn.server.market.PostingRepository.Reference;
import org.cairn.skills.demand.Duplicates;
import org.cairn.skills.demand.Fingerprint;
import org.cairn.skills.demand.Posting;
import org.cairn.skills.demand.Row;
import org.springframework.stereotype.Component;

/// Stores some rows of a file: what is fresh as a posting, what was there before as a count, what cannot be read as a
/// fault. Inside the caller's transaction.
@Component
class Chunk {
    private final PostingRepository postings;
    private final ImportRepository imports;

    Chunk(PostingRepository postings, ImportRepository imports) {
        this.postings = postings;
        this.imports = imports;
    }

    record Outcome(int rows, int stored, int duplicates, int bad) {}

    private record Known(Posting posting, Fingerprint print) {}

    Outcome store(PostingImport into, List<Row> rows) {
        var good = rows.stream()
                .filter(Row.Good.class::isInstance)
                .map(row -> ((Row.Good) row).posting())
                .toList();
        var bad = rows.stream()
                .filter(Row.Bad.class::isInstance)
                .map(Row.Bad.class::cast)
                .toList();
        var organisation = into.organisation();
        postings.lock(organisation, into.wish().shared());
        var fresh = fresh(organisation, good, into.wish().shared());
        postings.insert(into.id(), organisation, fresh);
        imports.insertFaults(into.id(), organisation, bad);
        return new Outcome(rows.size(), fresh.size(), good.size() - fresh.size(), bad.size());
    }

    private List<Fresh> fresh(OrganisationId organisation, List<Posting> good, boolean shared) {
        var references = postings.known(organisation, good);
        var unknown = good.stream()
                .filter(posting -> references.add(Reference.of(posting)))
                .map(posting -> new Known(posting, Fingerprint.of(posting)))
                .toList();
        var bands = bands(unknown);
        var before = index(postings.alike(organisation, bands));
        var common = shared ? index(postings.alikeInCommon(organisation, bands)) : new HashMap<String, List<Known>>();
        var fresh = new ArrayList<Fresh>();
        for (var each : unknown) {
            if (isThere(each, before)) {
                continue;
            }
            fresh.add(new Fresh(each.posting(), each.print(), shared && !isThere(each, common)));
            before.computeIfAbsent(each.print().block(), none -> new ArrayList<>())
                    .add(each);
        }
        return fresh;
    }

    private static boolean isThere(Known posting, Map<String, List<Known>> known) {
        return known.getOrDefault(posting.print().block(), List.of()).stream()
                .anyMatch(
                        other -> Duplicates.isSame(other.posting(), other.print(), posting.posting(), posting.print()));
    }

    private static Map<String, List<Known>> index(List<Posting> postings) {
        var index = new HashMap<String, List<Known>>();
        postings.stream()
                .map(posting -> new Known(posting, Fingerprint.of(posting)))
                .forEach(known -> index.computeIfAbsent(known.print().block(), none -> new ArrayList<>())
                        .add(known));
        return index;
    }

    private static Long[] bands(List<Known> postings) {
        return postings.stream()
                .flatMap(known -> Arrays.stream(known.print().bands()).boxed())
                .toArray(Long[]::new);
    }
}
