package org.cairn.server.bulk;

import java.util.List;
import java.util.Optional;
import org.cairn.server.hiring.ShownCredential;

/// One document of a run, and what came of it.
///
/// @param position from 1, in the order they were sent
record BulkItem(int position, String name, State state) {

    sealed interface State {
        record Waiting() implements State {}

        /// There was nothing to verify in it.
        ///
        /// @param code a refusal of the verifier, or of [Unpacking]
        record Refused(String code) implements State {}

        record Checked(List<ShownCredential> credentials) implements State {
            public Checked {
                credentials = List.copyOf(credentials);
            }
        }
    }

    /// A document that is due, with its content.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Due(int position, String type, byte[] content, int tries) {}

    /// What came in, before it is stored.
    ///
    /// @param refused why it is not looked at; its content is then left away
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sent(String name, String type, byte[] content, Optional<String> refused) {}
}
