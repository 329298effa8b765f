/// Verification as a report. [Verifier] takes whatever somebody has: JSON with proofs (VC 2.0 and 1.1), VC-JWT,
/// `vc+jwt`, SD-JWT VC, Open Badges 2.0, or a picture with one of these in it; [PresentationVerifier] what a
/// holder presents, as JSON or `vp+jwt`. [Verifier] runs the checks in a fixed order, each leaves findings, and
/// the findings give the verdict. Whoever cannot be reached makes a check UNKNOWN, never failed and never
/// passed.
@NullMarked
package org.cairn.credential.verify;

import org.jspecify.annotations.NullMarked;
