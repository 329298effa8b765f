/// Quality frameworks as files of rules. [Packs] gives the bundled packs and reads others; a [Check] of some of
/// them looks at a [Subject], the facts about one microcredential, and gives a [Report]: for each framework a
/// verdict, for each rule an outcome with what was found, what is accepted, the clause and what to do. A
/// [Difference] tells what another version of a pack changes.
///
/// Rules decide what a machine can decide. Where a person has to judge, they ask whether somebody independent
/// did, when and why; nothing here claims to have judged quality, and nothing certifies.
@NullMarked
package org.cairn.quality;

import org.jspecify.annotations.NullMarked;
