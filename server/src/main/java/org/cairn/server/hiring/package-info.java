/// Credentials at work in hiring: role profiles, and checking what an applicant hands in against one, line by line.
/// Nobody is ranked and nothing is scored. [Roles] keeps what is looked for, [Reading] turns a verification into what
/// can be kept of it, [Comparing] is the line by line, [LerRs] and [AtsFields] take it elsewhere. Rooms `bulk` and
/// `talent` build on it.
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "operate", "identity", "taxonomy", "catalogue", "issue", "verify"})
package org.cairn.server.hiring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
