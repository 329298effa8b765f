/// Data Integrity proofs: context processing, RDF and JSON canonicalisation, signing and checking in several
/// suites. Safe mode throughout: what would be left unsigned is an error. Contexts are bundled; nothing is
/// fetched. Start with [DataIntegrity]; [Contexts] says which vocabularies are known.
@NullMarked
package org.cairn.credential.proof;

import org.jspecify.annotations.NullMarked;
