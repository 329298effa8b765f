package org.cairn.server.codesign;

import java.time.Instant;
import java.util.Optional;

/// One line of a room's history.
///
/// @param side who did it; empty for what happened by itself
/// @param deed part of a message key
/// @param words what goes with it: a stage, a reason, a number
record Happening(Instant at, Optional<Side> side, String actor, String deed, String words) {}
