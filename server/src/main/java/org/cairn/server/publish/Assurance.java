package org.cairn.server.publish;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.server.identity.Organisation;
import org.cairn.server.trust.Accreditations.Accreditation;

/// What a quality body of this platform signed and still stands by.
record Assurance(Organisation body, Accreditation signed) {

    /// All that stands behind a version.
    ///
    /// @param version approvals of it
    /// @param institution accreditations of who awards it
    record Backing(List<Assurance> version, List<Assurance> institution) {
        static final Backing NONE = new Backing(List.of(), List.of());

        Backing {
            version = List.copyOf(version);
            institution = List.copyOf(institution);
        }
    }

    /// Where the signed statement is published.
    String address(Places places) {
        return places.address("/statements/" + signed.statement().id());
    }

    /// The levels that it covers; empty when it is not limited to any.
    List<Integer> levels() {
        var scope = signed.scope();
        return Optional.of(scope)
                .filter(s -> s.levelFrom().isPresent() || s.levelTo().isPresent())
                .map(s -> IntStream.rangeClosed(
                                s.levelFrom().orElse(1), s.levelTo().orElse(8))
                        .boxed()
                        .toList())
                .orElse(List.of());
    }
}
