/// Benchmarks. Each main class prints its figures as `RESULT <metric> <value> <unit>` lines; nothing here is shipped.
@NullMarked
package org.cairn.bench;

import org.jspecify.annotations.NullMarked;
