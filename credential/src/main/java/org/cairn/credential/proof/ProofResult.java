package org.cairn.credential.proof;

/// What came of checking one proof.
public sealed interface ProofResult {

    /// The signature covers the document as it is.
    record Intact() implements ProofResult {}

    /// The proof itself is wrong.
    record Broken(ProofProblem problem, String detail) implements ProofResult {}

    /// The document could not be brought into its signed form.
    record Unprocessable(ContentException.Code code, String detail) implements ProofResult {}
}
