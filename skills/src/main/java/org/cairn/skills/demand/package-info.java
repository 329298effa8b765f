/// What the labour market asks for. [PostingReader] reads job postings as others publish them, one [Posting] after
/// the other; [Duplicates] finds those that are there already; [Tally] counts who asks for which skill where and
/// when; [Share] and [Trend] say what follows from the counts, and how sure one may be. Pure values and functions: no
/// clock, no randomness, no network.
@org.jspecify.annotations.NullMarked
package org.cairn.skills.demand;
