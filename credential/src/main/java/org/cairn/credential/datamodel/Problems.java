package org.cairn.credential.datamodel;

import java.util.ArrayList;
import java.util.List;

/// Collects what is found. A stranger's document must not grow the report without end.
final class Problems {

    private static final int MAX = 50;

    private final List<Problem> found = new ArrayList<>();

    void add(Problem.Code code, String pointer) {
        if (found.size() < MAX) {
            found.add(new Problem(code, pointer));
        }
    }

    /// Notes the problem unless the demand is met.
    void demand(boolean met, Problem.Code code, String pointer) {
        if (!met) {
            add(code, pointer);
        }
    }

    List<Problem> list() {
        return List.copyOf(found);
    }

    /// The pointer of a member.
    static String at(String pointer, String member) {
        return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    static String at(String pointer, int index) {
        return pointer + "/" + index;
    }
}
