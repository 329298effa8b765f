/// The public verifier: a page and a REST door where anybody checks a credential, ours or another's, without an
/// account and without anything being kept. [Verification] is the middle; [Intake] finds the credentials in what was
/// handed in; pages and REST only turn its reports into words. Rooms that check more than one document at a time
/// use it with [AskedOnce]. Whatever is in a credential is a stranger's claim.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"web", "operate", "identity", "catalogue", "issue", "trust", "employer", "portfolio"})
package org.cairn.server.verify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
