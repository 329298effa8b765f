/// People's part of quality: an institution hands in a spec, a reviewer who has no part in it
/// looks at the frozen text, judges what only people can judge, and decides; conditions, appeals
/// and the end of an approval follow. Read [Reviews] (what other rooms may know), `Submissions`
/// (the institution's deeds), `Reviewing` (the reviewer's), `Deciding` (decisions and what
/// follows), `Independence` (who may judge) and `Dossiers` (what the rules make of it).
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "operate", "identity", "taxonomy", "catalogue", "quality"})
package org.cairn.server.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
