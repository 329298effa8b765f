/// The co-design room: an employer's need becomes a microcredential of an institution. Need with evidence, skills,
/// outcomes and assessment, comments with recorded decisions, pilot, both signatures on the exact draft, publishing,
/// a day of review. The institution decides what it publishes; the employer says whether it fits the job, never
/// whether its quality is assured. Read `Room`, `RoomAccess` (who gets in), `RoomWork` (what is written in it) and
/// `RoomStages` (how it goes on). [CoDesign] is the door for later rooms.
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "operate", "identity", "taxonomy", "catalogue", "review"})
package org.cairn.server.codesign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
