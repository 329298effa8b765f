package org.cairn.credential.sdjwt;

import java.time.Duration;

/// What a verifier asks a holder to sign: who asks, and a number that was never asked before.
///
/// @param maxAge how long ago the answer may have been made
public record Challenge(String audience, String nonce, Duration maxAge) {

    public Challenge {
        if (audience.isBlank() || nonce.isBlank() || maxAge.isNegative()) {
            throw new IllegalArgumentException("a challenge names who asks and a nonce");
        }
    }

    /// To be answered within five minutes.
    public static Challenge of(String audience, String nonce) {
        return new Challenge(audience, nonce, Duration.ofMinutes(5));
    }
}
