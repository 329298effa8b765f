/// What keeps the house running: the database and its embedded default, the master key, the clock, background
/// jobs, outgoing mail and the audit trail. Every capability may lean on it; it knows none of them.
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package org.cairn.server.operate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
