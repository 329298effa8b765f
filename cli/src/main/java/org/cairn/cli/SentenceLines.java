package org.cairn.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cairn.skills.match.SkillMatch;
import org.cairn.skills.match.SkillMatcher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Sentences as JSON Lines, and their answers. Not thread-safe.
final class SentenceLines {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_LINE = 8 * SkillMatcher.LONGEST;

    private final BufferedReader lines;
    private long number;

    SentenceLines(BufferedReader lines) {
        this.lines = lines;
    }

    /// @param id as it stood there: a text or a number
    record Line(JsonNode id, String text) {}

    /// The next lines, none at the end of the file.
    ///
    /// @throws LineException for the first that is not as it should be
    List<Line> next(int most) throws IOException, LineException {
        List<Line> next = new ArrayList<>();
        while (next.size() < most) {
            String line = lines.readLine();
            if (line == null) {
                break;
            }
            number++;
            next.add(parsed(line));
        }
        return next;
    }

    private Line parsed(String line) throws LineException {
        if (line.isBlank()) {
            throw bad("is empty");
        }
        if (line.length() > LONGEST_LINE) {
            throw bad("is longer than " + LONGEST_LINE + " characters");
        }
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JacksonException broken) {
            throw bad("is not JSON");
        }
        JsonNode id = json.path("id");
        JsonNode text = json.path("text");
        if (!(id.isString() || id.isNumber()) || !text.isString()) {
            throw bad("has to be an object with \"id\" and \"text\"");
        }
        if (text.stringValue().length() > SkillMatcher.LONGEST) {
            throw bad("has a text of more than " + SkillMatcher.LONGEST + " characters");
        }
        return new Line(id, text.stringValue());
    }

    private LineException bad(String what) {
        return new LineException("line " + number + " " + what);
    }

    static String answer(Line line, List<SkillMatch> matches) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("id", line.id());
        ArrayNode list = answer.putArray("matches");
        for (SkillMatch match : matches) {
            list.addObject()
                    .put("uri", match.skill().value())
                    .put("label", match.label())
                    .put("score", Math.round(match.score() * 1e6) / 1e6);
        }
        return JSON.writeValueAsString(answer);
    }
}
