package org.cairn.server.stack;

import java.time.LocalDate;
import org.cairn.server.identity.PersonId;

/// A learner under one version of a rule.
///
/// @param leaving whether she leaves without the higher award, which opens exit awards
record Registration(StackId stack, StackVersionId version, PersonId person, LocalDate on, boolean leaving) {}
