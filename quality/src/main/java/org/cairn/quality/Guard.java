package org.cairn.quality;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/// Composes a text that comes from anywhere. Before anything is composed, the stream of events is looked
/// through, which needs no more room than the text: whatever could make a small text large (aliases), reach
/// code (tags) or use up the call stack (depth) is refused there. Nothing is ever constructed from the nodes.
final class Guard {
    private static final int LONGEST = 512 * 1024;
    private static final int DEEPEST = 40;

    private final Mistakes mistakes;
    private int depth;
    private int documents;

    private Guard(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /// Empty when there is a mistake.
    static Optional<Node> compose(String text, Mistakes mistakes) {
        if (text.length() > LONGEST) {
            mistakes.add(1, 1, "", Mistake.Code.TEXT_TOO_LONG, String.valueOf(LONGEST));
            return Optional.empty();
        }
        try {
            var guard = new Guard(mistakes);
            for (var event : yaml().parse(new StringReader(text))) {
                if (!guard.passes(event)) {
                    return Optional.empty();
                }
            }
            if (guard.documents == 0) {
                mistakes.add(1, 1, "", Mistake.Code.EMPTY_TEXT);
            }
            return mistakes.none() ? Optional.of(yaml().compose(new StringReader(text))) : Optional.empty();
        } catch (MarkedYAMLException broken) {
            var mark =
                    Optional.ofNullable(broken.getProblemMark()).or(() -> Optional.ofNullable(broken.getContextMark()));
            broken(mark, Optional.ofNullable(broken.getProblem()).orElse("unreadable"), mistakes);
        } catch (ReaderException unreadable) {
            at(text, unreadable.getPosition(), mistakes);
        } catch (YAMLException broken) {
            broken(Optional.empty(), "unreadable", mistakes);
        }
        return Optional.empty();
    }

    private boolean passes(Event event) {
        switch (event) {
            case DocumentStartEvent start -> {
                documents++;
                if (documents > 1) {
                    mistakes.add(start.getStartMark(), "", Mistake.Code.SECOND_DOCUMENT);
                    return false;
                }
            }
            case AliasEvent alias ->
                mistakes.add(alias.getStartMark(), "", Mistake.Code.ANCHOR, "*" + alias.getAnchor());
            case ScalarEvent scalar -> plain(scalar, scalar.getTag());
            case CollectionStartEvent start -> {
                plain(start, start.getTag());
                depth++;
                if (depth > DEEPEST) {
                    mistakes.add(start.getStartMark(), "", Mistake.Code.TOO_DEEP, String.valueOf(DEEPEST));
                    return false;
                }
            }
            case CollectionEndEvent _ -> depth--;
            default -> {
                // Ends of documents and of the stream carry nothing.
            }
        }
        return true;
    }

    private void plain(NodeEvent event, @Nullable String tag) {
        if (event.getAnchor() != null) {
            mistakes.add(event.getStartMark(), "", Mistake.Code.ANCHOR, "&" + event.getAnchor());
        }
        if (tag != null) {
            mistakes.add(event.getStartMark(), "", Mistake.Code.TAG, tag);
        }
    }

    private static void broken(Optional<Mark> mark, String problem, Mistakes mistakes) {
        mark.ifPresentOrElse(
                at -> mistakes.add(at, "", Mistake.Code.NOT_YAML, problem),
                () -> mistakes.add(1, 1, "", Mistake.Code.NOT_YAML, problem));
    }

    /// A character that YAML does not allow has an index, not a line.
    private static void at(String text, int index, Mistakes mistakes) {
        var before = text.codePoints().limit(index).toArray();
        var line = 1;
        var column = 1;
        for (var each : before) {
            column = each == '\n' ? 1 : column + 1;
            line += each == '\n' ? 1 : 0;
        }
        mistakes.add(line, column, "", Mistake.Code.CONTROL_CHARACTER);
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST + 1);
        options.setAllowRecursiveKeys(false);
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        return new Yaml(options);
    }
}
