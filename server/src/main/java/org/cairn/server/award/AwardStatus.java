package org.cairn.server.award;

/// Whether an award stands.
public enum AwardStatus {
    CONFERRED,
    /// Taken back; there is no way back, only another award.
    ANNULLED,
    /// Given up by its learner for a higher award. Stands again when it is restored.
    ABSORBED
}
