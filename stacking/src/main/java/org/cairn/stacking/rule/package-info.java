/// The rules by which microcredentials add up to an award: the tree of requirements, the constraints over the whole,
/// and the options that a curriculum's owner has to decide. Values only; nothing here evaluates anything.
@NullMarked
package org.cairn.stacking.rule;

import org.jspecify.annotations.NullMarked;
