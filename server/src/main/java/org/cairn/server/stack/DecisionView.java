package org.cairn.server.stack;

import java.util.List;
import java.util.Optional;

/// A decision as `templates/stack/decision.html` shows it: sentences of the reader's language.
///
/// @param tone of the verdict: `ok`, `warn` or `info`
/// @param conditions that a person has to judge
/// @param givesUp awards that are given up for this one
/// @param inputsHash by which the same decision can be found again
record DecisionView(
        boolean met,
        String tone,
        String verdict,
        List<String> conditions,
        List<Counted> counted,
        List<NotCounted> unused,
        List<Missing> missing,
        List<Way> ways,
        List<String> givesUp,
        List<Line> trace,
        String on,
        String inputsHash) {

    DecisionView {
        conditions = List.copyOf(conditions);
        counted = List.copyOf(counted);
        unused = List.copyOf(unused);
        missing = List.copyOf(missing);
        ways = List.copyOf(ways);
        givesUp = List.copyOf(givesUp);
        trace = List.copyOf(trace);
    }

    /// @param from who awarded it; blank when that is not known
    record Counted(String title, String from, String slot, String credits) {}

    /// @param details what each place asks for that would not take it
    record NotCounted(String title, String from, String why, List<String> details) {
        NotCounted {
            details = List.copyOf(details);
        }
    }

    /// @param more what explains it
    record Missing(String what, List<String> more) {
        Missing {
            more = List.copyOf(more);
        }
    }

    /// @param price empty where it is not known
    record Way(String kind, List<String> take, Optional<String> price, String time) {
        Way {
            take = List.copyOf(take);
        }
    }

    /// @param depth how deep in the rule, from 0
    record Line(int depth, String what, String asked, String there, boolean met) {}
}
