/// Decentralised identifiers: `did:key` and `did:jwk` are computed, `did:web` is fetched through
/// [org.cairn.credential.outside.Outside]. [VerificationMethods] finds the key that a signature names.
/// A resolution is a sealed answer; "could not reach it" is never the same as "does not exist".
@NullMarked
package org.cairn.credential.did;

import org.jspecify.annotations.NullMarked;
