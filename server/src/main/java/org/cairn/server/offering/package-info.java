/// When, where and at what price a published version can be taken: an offering is a dated, priced delivery of one
/// version by the organisation that published it. Its terms may change while it is open, its version never. The
/// catalogue's page of a version shows what is open.
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "identity", "operate", "web"})
package org.cairn.server.offering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
