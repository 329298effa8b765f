package org.cairn.credential.did;

import java.time.Instant;
import java.util.Optional;
import org.cairn.credential.key.VerificationKey;

/// A public key as its controller publishes it.
///
/// @param id its DID URL
/// @param controller whose key it is said to be
/// @param document the DID in whose document that is said. Anybody can say that a key is somebody else's, so only
///     where both agree it is [#isConfirmed confirmed]
/// @param expires when it stops signing; signatures made before stay good
/// @param revoked from when on it must not be trusted any more; signatures dated before stay good
public record VerificationMethod(
        String id,
        String controller,
        String document,
        VerificationKey key,
        Optional<Instant> expires,
        Optional<Instant> revoked) {

    /// Whether the one whose key it is said to be says so itself.
    public boolean isConfirmed() {
        return controller.equals(document);
    }
}
