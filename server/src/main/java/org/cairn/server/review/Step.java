package org.cairn.server.review;

import java.time.Instant;

/// One deed in a review, for its timeline.
///
/// @param actor as the audit trail calls who did it
/// @param what last part of the deed's name, as `decided`
/// @param note what belongs to it, as a reason; blank for none
record Step(Instant at, String actor, String what, String note) {}
