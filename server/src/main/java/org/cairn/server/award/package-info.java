/// Awarding: the decision that somebody achieved a published microcredential. One learner by form, a class by file.
/// Read [org.cairn.server.award.Awards] first, then `Conferring` (what both ways share), `Batches` (files) and
/// [org.cairn.server.award.Claims] (how a learner comes by what was awarded). Signing hears of awards by
/// [org.cairn.server.award.AwardsConferred], inside the transaction that stores them.
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "identity", "operate", "web"})
package org.cairn.server.award;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
