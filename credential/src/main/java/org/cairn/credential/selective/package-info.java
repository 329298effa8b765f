/// Data Integrity proofs that let the holder show parts of a credential: `ecdsa-sd-2023` and `bbs-2023`. The issuer
/// makes a base proof, which nobody but the holder should see; the holder derives a document with a proof for every
/// showing; verifiers accept derived proofs only. Start with [EcdsaSd] and [Bbs2023] to make proofs, and with
/// [Disclosures] to check them beside all others.
/// A package of its own: it needs of `proof` only what [org.cairn.credential.proof.StatementReader] gives.
@NullMarked
package org.cairn.credential.selective;

import org.jspecify.annotations.NullMarked;
