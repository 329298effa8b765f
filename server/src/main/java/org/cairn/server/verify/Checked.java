package org.cairn.server.verify;

import java.time.Instant;
import java.util.Optional;
import org.cairn.credential.verify.VerificationReport;

/// One credential after its verification.
///
/// @param knownAs name of the organisation registered here under the identifier that signed, once that is confirmed
record Checked(VerificationReport report, Optional<String> knownAs, Instant at) {}
