package org.cairn.credential.proof;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What a verifier expects of a proof. Start with [#at] and add what is wanted.
///
/// @param now the moment the question is about: today, or an earlier day ("was it valid then?")
/// @param purpose what the proof has to have been made for
/// @param domain where it has to be meant to be used: exactly there. Empty when that does not matter
/// @param challenge what it has to repeat. Empty when that does not matter
public record VerificationOptions(Instant now, String purpose, Set<String> domain, Optional<String> challenge) {

    public VerificationOptions {
        domain = Set.copyOf(domain);
    }

    /// A proof that issued a credential.
    public static VerificationOptions at(Instant now) {
        return new VerificationOptions(now, DataIntegrity.PURPOSE, Set.of(), Optional.empty());
    }

    /// A proof by which a holder presents.
    public static VerificationOptions presentedAt(Instant now) {
        return at(now).withPurpose(DataIntegrity.PRESENTING);
    }

    public VerificationOptions withPurpose(String other) {
        return new VerificationOptions(now, other, domain, challenge);
    }

    public VerificationOptions withDomain(Set<String> others) {
        return new VerificationOptions(now, purpose, others, challenge);
    }

    public VerificationOptions withChallenge(String text) {
        return new VerificationOptions(now, purpose, domain, Optional.of(text));
    }
}
