package org.cairn.credential.verify;

import java.util.Optional;
import org.cairn.credential.sdjwt.Challenge;

/// What the one who checks knows or wants beyond the document itself.
///
/// @param challenge what the holder was asked to sign; a credential shown without an answer then fails
/// @param email whose it should be: compared with the identities in the credential, hashed or not
public record Expectations(Optional<Challenge> challenge, Optional<String> email) {

    /// Nothing.
    public static Expectations none() {
        return new Expectations(Optional.empty(), Optional.empty());
    }

    public Expectations withChallenge(Challenge asked) {
        return new Expectations(Optional.of(asked), email);
    }

    public Expectations withEmail(String address) {
        return new Expectations(challenge, Optional.of(address));
    }
}
