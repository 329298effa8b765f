/// Skills, occupations and how they hang together, as published by others: read from the files that ESCO,
/// O\*NET and
/// others distribute ([Distribution]), one [Entry] after the other so that an import of any size is a stream
/// that can
/// be
/// taken up again at a row, or kept whole in memory as a [Taxonomy].
@org.jspecify.annotations.NullMarked
package org.cairn.skills.taxonomy;
