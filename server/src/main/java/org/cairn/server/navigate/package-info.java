/// From what somebody can do to what she wants to do: her skills with what speaks for each, her goals, the gap between
/// them, the plan that closes it under her limits, and how far she is. The mathematics is the library's
/// (`org.cairn.skills.gap`, `org.cairn.skills.pathway`). Everything here belongs to the person, not to a tenant: every
/// query asks for her. Read `SaidSkills` (claims and what texts say), `Profiles` (all evidence), `Goals`, `Planning`
/// (how
/// the catalogue becomes the planner's instance) and `Pathways`.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "web",
            "operate",
            "identity",
            "taxonomy",
            "catalogue",
            "offering",
            "award",
            "issue",
            "stack"
        })
package org.cairn.server.navigate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
