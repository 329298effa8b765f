package org.cairn.server.codesign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What lies on the table of a room.
///
/// @param items those that were taken out as well, for the comments on them
/// @param signOffs all that were ever given, whatever became of the draft since
record Papers(List<Evidence> evidence, List<Item> items, List<Remark> remarks, List<SignOff> signOffs) {
    Papers {
        evidence = List.copyOf(evidence);
        items = List.copyOf(items);
        remarks = List.copyOf(remarks);
        signOffs = List.copyOf(signOffs);
    }

    enum EvidenceKind {
        POSTINGS,
        SURVEY,
        INTERVIEWS,
        STATISTICS,
        REGULATION,
        INTERNAL,
        OTHER
    }

    /// @param link may be blank
    record Evidence(
            UUID id, EvidenceKind kind, LocalDate dated, String link, String words, Side side, Instant addedAt) {}

    enum ItemKind {
        SKILL,
        OUTCOME,
        ASSESSMENT;

        /// Name of the form field it is typed into.
        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Something proposed.
    ///
    /// @param uri of a skill of a taxonomy; blank when it is in words of their own
    record Item(
            UUID id, ItemKind kind, String words, String uri, Side side, Instant addedAt, Optional<Instant> removedAt) {
        boolean stands() {
            return removedAt.isEmpty();
        }
    }

    /// A comment of the employer's, and what the academic owner decided about it.
    ///
    /// @param item what it is about; empty when it is about the need
    record Remark(
            UUID id, Optional<UUID> item, String words, String saidBy, Instant saidAt, Optional<Decided> decided) {

        /// What was put off can still be decided; all else stays.
        boolean canBeDecided() {
            return decided.map(d -> d.verdict() == Verdict.DEFERRED).orElse(true);
        }
    }

    record Decided(Verdict verdict, String reason, String by, Instant at) {}

    enum Verdict {
        ACCEPTED,
        REJECTED,
        DEFERRED
    }

    record SignOff(Side side, String digest, String by, Instant at) {}

    List<Item> standing(ItemKind kind) {
        return items.stream()
                .filter(item -> item.kind() == kind && item.stands())
                .toList();
    }

    boolean isSigned(Side side, String digest) {
        return signOffs.stream().anyMatch(s -> s.side() == side && s.digest().equals(digest));
    }

    boolean isSignedByBoth(String digest) {
        return isSigned(Side.EMPLOYER, digest) && isSigned(Side.INSTITUTION, digest);
    }
}
