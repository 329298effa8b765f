/// Published rules written in the language, to start from: [Examples] gives their names and texts.
@NullMarked
package org.cairn.stacking.examples;

import org.jspecify.annotations.NullMarked;
