/// Employers at the table: who they are and that their domain is theirs, the co-design room in which a need becomes a
/// microcredential, and what they say of an exact spec version as signed endorsements.
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "operate", "identity", "taxonomy", "catalogue", "quality", "issue"})
package org.cairn.server.employer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
