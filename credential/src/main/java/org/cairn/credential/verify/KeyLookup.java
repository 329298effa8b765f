package org.cairn.credential.verify;

import java.time.Instant;
import java.util.Optional;
import org.cairn.credential.key.VerificationKey;

/// What came of looking for the key of a signature.
sealed interface KeyLookup {

    /// The key, as its owner publishes it.
    ///
    /// @param controller whose key it is: the DID in whose document it was found, never what that document claims
    /// @param forCredentials whether its owner uses it for credentials
    record Found(
            VerificationKey key,
            String controller,
            boolean forCredentials,
            Optional<Instant> expires,
            Optional<Instant> revoked)
            implements KeyLookup {}

    /// There is one, but of a kind that is not supported here.
    record OtherKind(String kind) implements KeyLookup {}

    /// It could not be had; the finding says why.
    record Failed(FindingCode code, String about) implements KeyLookup {}
}
