/// Who stands behind an issuer: accreditations of institutions and approvals of spec versions as signed, scoped,
/// revocable
/// credentials of a quality body, and the list of bodies this platform trusts.
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "operate", "identity", "catalogue", "quality", "review", "issue"})
package org.cairn.server.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
