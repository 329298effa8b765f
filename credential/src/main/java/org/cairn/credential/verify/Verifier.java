package org.cairn.credential.verify;

import java.time.InstantSource;
import org.cairn.credential.did.DidResolver;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.proof.Contexts;

/// Verifies whatever is uploaded: JSON, a compact JWS, a baked PNG or SVG. Thread-safe.
@SuppressWarnings("DoNotCallSuggester")
public final class Verifier {

    public Verifier(Contexts contexts, DidResolver dids, Outside outside, InstantSource clock) {}

    /// The same verifier that asks `lists` before it fetches a status list.
    public Verifier withStatusLists(StatusListSource lists) {
        throw new UnsupportedOperationException("not yet");
    }

    /// Checks one upload. The media type may be empty or generic; the content decides.
    ///
    /// @throws NotACredentialException when it is no credential at all
    /// @throws TooLargeException when it is too large to look at
    public VerificationReport verify(byte[] body, String mediaType) {
        throw new UnsupportedOperationException("not yet");
    }
}
