/// The rule of a stack as a text that a registrar can read and write: [StackText#read] takes YAML (or JSON,
/// which is a part of it) and gives the rule or everything that is wrong with the text, each fault with line,
/// column and what to do; [StackText#write] gives the text of a rule.
///
/// The text is first looked through for what it must not have (`Guard`), then composed to nodes that know their
/// place, which `Value` and `Fields` read. A faulty part is replaced by a stand-in, so that reading goes on and
/// finds the next fault. What concerns the whole is checked last (`Whole`).
///
/// [CtdlPathway] says as much of a rule as a CTDL pathway can, and what that leaves out.
@NullMarked
package org.cairn.stacking.text;

import org.jspecify.annotations.NullMarked;
