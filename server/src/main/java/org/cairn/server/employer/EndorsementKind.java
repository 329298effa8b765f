package org.cairn.server.employer;

/// What an endorser says. That something is in demand and that its assessment reflects the job are two statements: each
/// is signed, dated and withdrawn on its own.
public enum EndorsementKind {
    /// The skills are in demand.
    NEED,
    /// The assessment reflects the job.
    ASSESSMENT_VALID,
    /// Whoever holds it is preferred in hiring.
    HIRING_PREFERENCE,
    /// It was made together, and both signed it.
    CO_DESIGNED,
    /// Support in general.
    GENERAL
}
