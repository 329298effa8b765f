/// Quality frameworks as files of rules. A pack is read once at the start; checking interprets its rules over the
/// spec, its issuer and, where there is one, the award. It gives advice to people and never claims to certify.
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "identity", "operate", "web"})
package org.cairn.server.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
