package org.cairn.server.employer;

import java.util.List;

/// The TXT records of a domain.
@FunctionalInterface
interface TxtRecords {
    /// @param domain in ASCII, checked before
    Answer of(String domain);

    sealed interface Answer {
        /// What stands there; nothing when there is no such name or record.
        record Texts(List<String> texts) implements Answer {
            public Texts {
                texts = List.copyOf(texts);
            }
        }

        /// No name server answered in time.
        record Silent() implements Answer {}
    }
}
