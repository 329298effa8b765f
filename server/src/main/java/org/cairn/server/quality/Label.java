package org.cairn.server.quality;

import java.util.List;
import org.cairn.server.catalogue.SpecVersionId;

/// What a microcredential says of itself and what was found in it, in the same lines for every provider, so that two
/// can
/// be laid side by side. No line is a score: what is not comparable is not added up.
///
/// @param lines always the same ones, in the same order
record Label(SpecVersionId version, String title, String issuer, String issuerSlug, List<Line> lines) {
    Label {
        lines = List.copyOf(lines);
    }

    /// @param name of the line in the reader's words
    /// @param says an entry for each thing; empty where the provider does not state it
    record Line(String name, List<String> says) {
        Line {
            says = List.copyOf(says);
        }
    }
}
