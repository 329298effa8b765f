package org.cairn.e2e;

import java.util.ArrayList;
import java.util.List;

/// The people of one telling of a story, each at a browser of her own, all in one language and at one width.
final class Cast implements AutoCloseable {
    private final Chromium chromium;
    private final String origin;
    private final String run;
    private final String language;
    private final int width;
    private final boolean javaScript;
    private final List<Visitor> people = new ArrayList<>();

    /// @param run begins the file names of their pictures
    Cast(Chromium chromium, String origin, String run, String language, int width, boolean javaScript) {
        this.chromium = chromium;
        this.origin = origin;
        this.run = run;
        this.language = language;
        this.width = width;
        this.javaScript = javaScript;
    }

    Visitor someone(String role) {
        var visitor = new Visitor(chromium, origin, run + "-" + role, language, width, javaScript);
        people.add(visitor);
        return visitor;
    }

    List<Visitor> people() {
        return List.copyOf(people);
    }

    @Override
    public void close() {
        people.forEach(Visitor::close);
    }
}
