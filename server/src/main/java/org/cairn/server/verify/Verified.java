package org.cairn.server.verify;

import java.util.List;

/// What came of something handed in.
public sealed interface Verified {
    /// At least one credential was in it.
    record Reports(List<Checked> reports) implements Verified {
        public Reports {
            reports = List.copyOf(reports);
        }
    }

    record Nothing(Refusal why) implements Verified {}
}
