/// Feeds the library's parsers with what no sane program sends. `./dev fuzz NAME SECONDS` runs a campaign; whatever a
/// parser throws that its Javadoc does not name, a hang of more than ten seconds or a heap of more than 512 MB is a
/// finding, and the input that caused it is kept.
@NullMarked
package org.cairn.fuzz;

import org.jspecify.annotations.NullMarked;
