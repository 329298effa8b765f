package org.cairn.credential.verify;

import java.util.List;
import java.util.Optional;

/// What became of a presentation.
///
/// @param holder who it says presents it
/// @param credentials the reports on the credentials in it, in their order
public record PresentationReport(ProofReport proofs, Optional<String> holder, List<VerificationReport> credentials) {

    public PresentationReport {
        credentials = List.copyOf(credentials);
    }

    /// Whether the holder it names is the one who signed it.
    public boolean isPresentedByHolder() {
        return holder.filter(proofs.signers()::contains).isPresent();
    }
}
