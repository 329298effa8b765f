package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// One result of this recipient: a value, a status, or both.
public record Result(
        Optional<URI> resultDescription, Optional<String> value, Optional<String> status, List<Alignment> alignments) {

    public Result {
        Bounds.address(resultDescription, "result description");
        Bounds.line(value, "result value");
        status.ifPresent(
                state -> Bounds.require(Vocabulary.RESULT_STATES.contains(state), "not a result status: " + state));
        Bounds.require(value.isPresent() || status.isPresent(), "a result has a value or a status");
        Bounds.few(alignments, "alignments");
        alignments = List.copyOf(alignments);
    }

    JsonObject toJson() {
        return new Members()
                .list("type", List.of("Result"))
                .add("resultDescription", resultDescription)
                .add("value", value)
                .add("status", status)
                .list("alignment", alignments.stream().map(Alignment::toJson).toList())
                .build();
    }
}
