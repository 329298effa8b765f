/// What quality frameworks find in specs. The rules are packs of `org.cairn.quality`, which checks; this room
/// gives it the facts of a spec and its issuer, says what came of it on pages and over REST, and shows the
/// packs. It gives advice to people and never claims to certify.
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "identity", "operate", "web"})
package org.cairn.server.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
