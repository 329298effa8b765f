package org.cairn.credential.selective;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.cairn.credential.proof.StatementReader;
import org.cairn.credential.proof.Statements;
import org.cairn.credential.selective.DisclosureException.Code;

/// What of a document is shown: disclosure data, as far as it is the same in both suites.
final class Showing {

    private final JsonObject revealed;
    private final Grouped grouped;
    private final SortedSet<Integer> mandatory;
    private final SortedSet<Integer> selected;
    private final SortedSet<Integer> combined;
    private final Map<String, String> labels;

    private Showing(StatementReader reader, JsonObject document, Issuance.Pointed base, List<String> selective) {
        List<String> pointers =
                Stream.concat(base.mandatory().stream(), selective.stream()).toList();
        this.revealed =
                Selection.of(document, pointers).orElseThrow(() -> new DisclosureException(Code.NOTHING_SELECTED, ""));
        this.grouped = Grouped.of(reader, document, base.labels());
        this.mandatory = grouped.select(base.mandatory());
        this.selected = grouped.select(selective);
        this.combined = grouped.select(pointers);
        this.labels = grouped.labelMap(pointers);
        checkReadable(reader);
    }

    static Showing of(StatementReader reader, JsonObject document, Issuance.Pointed base, List<String> selective) {
        return new Showing(reader, document, base, selective);
    }

    /// The document to show, without a proof.
    JsonObject revealed() {
        return revealed;
    }

    Map<String, String> labels() {
        return labels;
    }

    /// What the base proof signed.
    Issuance issuance(StatementReader reader, JsonObject document, JsonObject options) {
        return Issuance.of(reader, document, options, grouped, mandatory);
    }

    /// Which of the shown statements are mandatory.
    List<Integer> mandatoryAmongShown() {
        return Grouped.relative(mandatory, combined);
    }

    /// Which of the statements that are not mandatory are shown.
    List<Integer> selectedAmongOthers() {
        return Grouped.relative(selected, grouped.others(mandatory));
    }

    /// A verifier, who has only what is revealed, must come to the very statements that were chosen.
    private void checkReadable(StatementReader reader) {
        Statements statements = reader.checked(revealed);
        Map<String, String> canonical = statements.canonicalLabels();
        List<String> read = statements.labelled(label -> labels.getOrDefault(canonical.get(label), ""));
        if (!read.equals(grouped.at(combined))) {
            throw new DisclosureException(Code.NOT_SEPARABLE, "");
        }
    }
}
