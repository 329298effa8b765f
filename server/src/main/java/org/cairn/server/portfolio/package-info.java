/// What a learner holds and shows: her credentials as pages and files, the links with which she lets others see some of
/// them, and the claiming of what was awarded to her. Everything here belongs to the person, not to a tenant: every
/// query asks for the holder. [Shares] is the door for whoever was given a link.
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "operate", "identity", "catalogue", "award", "issue"})
package org.cairn.server.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
