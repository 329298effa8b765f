/// From words to skills: [SkillMatcher] ranks the skills of a taxonomy for one sentence, [TextSkills] finds
/// those that a whole document mentions. English is read by a sentence model that runs in this process (spans
/// of the sentence against every name of every skill) and by words; all other languages by words alone, and
/// the answer says so ([Means]). Nothing leaves the machine.
@org.jspecify.annotations.NullMarked
package org.cairn.skills.match;
