package org.cairn.skills.demand;

/// One row of a file of postings: none is passed over in silence.
public sealed interface Row {
    /// Counts from 1, good and bad ones together.
    long number();

    /// Line of the file on which it begins, from 1.
    long line();

    record Good(long number, long line, Posting posting) implements Row {}

    /// @param detail what could not be understood, shortened; may be empty
    record Bad(long number, long line, PostingFault fault, String detail) implements Row {
        public Bad {
            detail = detail.length() > 160 ? detail.substring(0, 160) + "…" : detail;
        }
    }
}
