/// Verification as a report: [Verifier] runs the checks in a fixed order, each leaves findings, and the findings give
/// the verdict. Whoever cannot be reached makes a check UNKNOWN, never failed and never passed.
@NullMarked
package org.cairn.credential.verify;

import org.jspecify.annotations.NullMarked;
