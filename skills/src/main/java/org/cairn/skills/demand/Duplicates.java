package org.cairn.skills.demand;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Recognises postings that were seen before: by the reference their source gave them, or by nearly the same words of
/// the same employer in the same region within 60 days. The first one seen is kept; whoever wants the same answer for
/// any order of arrival sorts by [Posting#ORDER] first. Holds every kept posting's fingerprint; not thread-safe.
public final class Duplicates {
    /// From which likeness on two postings are one job.
    public static final double LIKENESS = 0.8;

    /// A job advertised again after more days than these is a new one.
    public static final int WINDOW_DAYS = 60;

    private final Set<Reference> references = new HashSet<>();
    private final Map<Long, List<Kept>> bands = new HashMap<>();
    private long kept;

    /// What became of a posting.
    public enum Verdict {
        FRESH,
        SAME_REFERENCE,
        SAME_CONTENT,
        NEARLY_THE_SAME
    }

    private record Reference(String source, String reference) {}

    private record Kept(Posting posting, Fingerprint print) {}

    public Verdict add(Posting posting) {
        if (!references.add(new Reference(posting.source(), posting.reference()))) {
            return Verdict.SAME_REFERENCE;
        }
        Kept fresh = new Kept(posting, Fingerprint.of(posting));
        long[] own = fresh.print().bands();
        for (long band : own) {
            for (Kept before : bands.getOrDefault(band, List.of())) {
                if (isSame(before.posting(), before.print(), posting, fresh.print())) {
                    return before.print().content().equals(fresh.print().content())
                            ? Verdict.SAME_CONTENT
                            : Verdict.NEARLY_THE_SAME;
                }
            }
        }
        for (long band : own) {
            bands.computeIfAbsent(band, none -> new ArrayList<>()).add(fresh);
        }
        kept++;
        return Verdict.FRESH;
    }

    /// Whether two postings with different references are one job.
    public static boolean isSame(Posting one, Fingerprint print, Posting other, Fingerprint otherPrint) {
        return print.block().equals(otherPrint.block())
                && Math.abs(ChronoUnit.DAYS.between(one.posted(), other.posted())) <= WINDOW_DAYS
                && print.likeness(otherPrint) >= LIKENESS;
    }

    /// How many were fresh.
    public long kept() {
        return kept;
    }
}
