package org.cairn.server.trust;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is known of who stands behind an issuer, or a version of a microcredential, on the day a credential was issued.
/// It says nothing of the credential itself: a good one may come from an issuer that nobody accredited.
public sealed interface Standing {

    /// There is a statement, good or not.
    sealed interface Found extends Standing {
        /// What the statement calls itself.
        URI statement();
    }

    /// There is one by a body that is trusted here.
    sealed interface ByTrusted extends Found {
        Body by();
    }

    /// Nobody is known to have accredited the issuer, for anything.
    record Missing() implements Standing {}

    /// A body that is trusted here stood behind it, for this, on that day.
    ///
    /// @param on day of issue, on which it held
    record Accredited(Body by, Scope scope, LocalDate on, URI statement) implements ByTrusted {}

    /// A trusted body stands behind the issuer, but not for this.
    record OutOfScope(Body by, Scope scope, List<Scope.Miss> misses, URI statement) implements ByTrusted {
        public OutOfScope {
            misses = List.copyOf(misses);
        }
    }

    /// It did not hold on the day of issue: it had run out, or had not begun.
    record NotThen(Body by, Scope scope, LocalDate on, URI statement) implements ByTrusted {}

    /// It held on the day of issue, and was withdrawn afterwards.
    record WithdrawnLater(Body by, Scope scope, LocalDate on, LocalDate withdrawn, URI statement)
            implements ByTrusted {}

    /// It was withdrawn before the day of issue.
    record WithdrawnBefore(Body by, LocalDate on, LocalDate withdrawn, URI statement) implements ByTrusted {}

    /// It was withdrawn, and nothing says since when.
    record Withdrawn(Body by, URI statement) implements ByTrusted {}

    /// Somebody vouches for the issuer whom this platform has no reason to trust.
    ///
    /// @param name what he calls himself
    record UnknownBody(String name, String did, URI statement) implements Found {}

    /// Whether it was withdrawn, or who signed it, could not be found out.
    record Undecided(String name, URI statement) implements Found {}

    /// A statement that is forged or damaged, or does not say for what it holds.
    record Broken(String name, URI statement) implements Found {}

    /// A body on a list that the operator of this platform chose.
    ///
    /// @param list name of that list; empty for a body of this platform itself
    record Body(String name, String did, Optional<String> list) {}
}
