/// Decides whether what a learner holds meets a stack: [Stacking#decide] takes the rule and the facts and returns the
/// best allocation, what is left over and why, what is missing and how it could be closed.
///
/// Facts are compiled once into a `Problem` of numbers; an exact search answers the usual sizes in microseconds and
/// CP-SAT the rest. Both give the same allocation, because of equal ones the first in a fixed order is taken.
@NullMarked
package org.cairn.stacking.decide;

import org.jspecify.annotations.NullMarked;
