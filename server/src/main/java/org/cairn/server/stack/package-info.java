/// Stacks: the rules by which awards add up to certificates and degrees, who is registered for them, what is used for
/// what, and the decisions. The mathematics is the library's (`org.cairn.stacking`); here are the people, the rows and
/// the deeds. Read [Stacks] (rules and their versions), `LearnerFacts` (what a decision may depend on), `StackClaims`
/// (claim, confirm, refuse, appeal), `Recognitions` (prior learning, credit transfer) and `ImpactReviews`.
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "operate", "identity", "catalogue", "offering", "award", "issue"})
package org.cairn.server.stack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
