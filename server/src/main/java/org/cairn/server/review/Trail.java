package org.cairn.server.review;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.operate.Audit;
import org.springframework.stereotype.Component;

/// Writes each deed twice: into the audit trail of both sides, and into the timeline of the
/// review.
@Component
class Trail {
    private final PaperRepository papers;
    private final Audit audit;
    private final InstantSource time;

    Trail(PaperRepository papers, Audit audit, InstantSource time) {
        this.papers = papers;
        this.audit = audit;
        this.time = time;
    }

    /// @param what as `decided`; the deed is called `quality.decided`
    /// @param note for the timeline; blank for none
    void write(Review review, String actor, String what, String note, Map<String, String> detail) {
        papers.add(review, new Step(time.instant(), actor, what, note));
        Stream.of(review.organisation(), review.body())
                .distinct()
                .forEach(side -> audit.record(new Audit.Deed(
                        Optional.of(side.value()),
                        actor,
                        "quality." + what,
                        review.id().subject(),
                        detail)));
    }

    void write(Review review, String actor, String what, String note) {
        write(review, actor, what, note, note.isBlank() ? Map.of() : Map.of("reason", note));
    }
}
