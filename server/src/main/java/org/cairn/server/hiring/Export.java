package org.cairn.server.hiring;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What somebody showed, to be taken into another system.
///
/// @param id of the document that is made
/// @param name whom it is about, as far as that was shown
/// @param email only where she gave it
public record Export(String id, String name, Optional<String> email, List<Entry> entries) {
    public Export {
        entries = List.copyOf(entries);
    }

    /// @param verifyAt where anybody can check it
    /// @param document the signed credential, where it may be taken along
    public record Entry(ShownCredential credential, Optional<URI> verifyAt, Optional<String> document) {}

    /// The documents of an applicant are not kept, nor is her link.
    static Export of(ApplicantCheck check) {
        var credentials = check.result().credentials();
        var name = credentials.stream()
                .flatMap(one -> one.recipients().stream())
                .findFirst()
                .orElse("");
        return new Export(
                check.id().toString(),
                name,
                Optional.empty(),
                credentials.stream()
                        .map(one -> new Entry(one, Optional.empty(), Optional.empty()))
                        .toList());
    }
}
