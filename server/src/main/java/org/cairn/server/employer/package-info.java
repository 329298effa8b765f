/// Employers at the table: how one joins and proves that its domain is its own, and what it says of an exact version of
/// a microcredential as signed endorsements. Read [Domains], then [Endorsements]. What employers and institutions make
/// together is the room `codesign`.
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "operate", "identity", "catalogue", "codesign", "issue"})
package org.cairn.server.employer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
