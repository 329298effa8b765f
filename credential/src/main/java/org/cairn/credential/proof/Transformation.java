package org.cairn.credential.proof;

import org.cairn.credential.proof.Cryptosuite.Covered;

/// Turns what a proof covers into the texts that are hashed. An unchanged meaning gives the same text, a
/// changed one another.
interface Transformation {

    /// @throws ContentException when some of the document could not be covered
    String document(Covered covered, Hash hash);

    String options(Covered covered, Hash hash);
}
