/// Microcredentials as they are designed: a spec has one draft and any number of published versions, which
/// never change. Publishing asks a [PublicationGate], which the quality check implements.
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "operate", "taxonomy", "web"})
package org.cairn.server.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
