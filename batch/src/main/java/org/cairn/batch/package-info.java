/// Millions of job postings on Apache Spark: the same reading, recognising of duplicates, finding of skills and
/// counting
/// as in one process, by the same library (`org.cairn.skills.demand`). [PostingSkills] is the command, `Run` its four
/// stages, each of which is kept and not done again.
@org.jspecify.annotations.NullMarked
package org.cairn.batch;
