package org.cairn.credential.did;

import java.time.Instant;
import java.util.Optional;

/// A key as a DID document lists it.
///
/// @param id the DID URL, such as `did:web:example.org#key-1`
/// @param expires when it stops signing; signatures made before stay good
/// @param revoked from when on it must not be trusted any more; signatures dated before stay good
public record Multikey(String id, String publicKeyMultibase, Optional<Instant> expires, Optional<Instant> revoked) {

    public static Multikey current(String id, String publicKeyMultibase) {
        return new Multikey(id, publicKeyMultibase, Optional.empty(), Optional.empty());
    }
}
