@NullMarked
package org.cairn.stacking.decide;

import org.jspecify.annotations.NullMarked;
