/// European Learning Model 3: an unsigned export of an Open Badge ([ElmExport]) that says what it could not carry over.
/// Only what was read in the model itself or in the Commission's own sample of a microcredential is written.
@NullMarked
package org.cairn.credential.elm;

import org.jspecify.annotations.NullMarked;
