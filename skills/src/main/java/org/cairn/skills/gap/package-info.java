/// What somebody can do, what a goal asks for, and what lies between: [SkillProfile], [Goal] and [Gap]. Every line says
/// why it stands there. No value of a person enters but her skills and how they are known.
@org.jspecify.annotations.NullMarked
package org.cairn.skills.gap;
