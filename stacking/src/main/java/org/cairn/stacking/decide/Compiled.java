package org.cairn.stacking.decide;

import java.util.List;
import java.util.Map;

/// A problem, and the holdings that are not part of it.
///
/// @param left by award, why it cannot be counted whatever the allocation
/// @param released awards of lower stacks that are given up, so that their items count again
record Compiled(Problem problem, Map<String, Decision.Reason> left, List<String> released) {}
