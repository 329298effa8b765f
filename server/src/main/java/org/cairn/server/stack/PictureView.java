package org.cairn.server.stack;

import java.util.List;
import java.util.Optional;

/// A diagram as `templates/stack/picture.html` shows it.
///
/// @param svg empty where the stack is too large to be drawn
/// @param personal whether it says how far somebody is
record PictureView(Optional<String> svg, List<StackDiagram.Row> rows, boolean personal) {
    PictureView {
        rows = List.copyOf(rows);
    }

    static PictureView of(StackDiagram diagram, Wording words) {
        var title = words.say("picture.title", words.name(diagram.award()));
        return new PictureView(
                StackSvg.of(diagram, title, words), diagram.rows(), diagram.state() != StackDiagram.State.PLAIN);
    }
}
