/// Which offerings to take next: [Planner] takes an [Instance] (a learner, a catalogue, limits and one of
/// two objectives) and returns the best plan there is with the proof, or the best found with a bound.
///
/// Everything is a value and nothing reads a clock: weeks are counted from 1, the week in which the plan
/// begins. No feature of a person beyond her skills, what she has begun and the limits she sets enters any
/// type here.
@org.jspecify.annotations.NullMarked
package org.cairn.skills.pathway;
