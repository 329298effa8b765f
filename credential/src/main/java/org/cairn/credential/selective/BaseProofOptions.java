package org.cairn.credential.selective;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the issuer decides about a base proof.
///
/// @param mandatoryPointers JSON pointers to what every derived document shows
/// @param created written with whole seconds; left out, derived proofs cannot be recognised by it
public record BaseProofOptions(List<String> mandatoryPointers, Optional<Instant> created) {

    public BaseProofOptions {
        mandatoryPointers = List.copyOf(mandatoryPointers);
    }

    public static BaseProofOptions mandatory(String... pointers) {
        return new BaseProofOptions(List.of(pointers), Optional.empty());
    }
}
